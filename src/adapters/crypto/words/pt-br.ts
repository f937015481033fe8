const HOW_TO_MAKE = 'Crie uma com: openssl rand -base64 32';

/** `source` is the variable or the file that the key was read from. */
export const ptBr = {
  notBase64: (source: string) => `${source} não está em base64. ${HOW_TO_MAKE}`,
  wrongLength: (source: string, bytes: number) =>
    `${source} tem ${bytes} bytes e precisa de 32. ${HOW_TO_MAKE}`,
  notRandom: (source: string) => `${source} não foi criada por sorteio. ${HOW_TO_MAKE}`,
  twice: (source: string) => `${source} tem a mesma chave duas vezes.`,
  readable: (file: string) => `${file} está aberto a outros usuários. Execute: chmod 600 ${file}`,
  missing: `A produção precisa de MASTER_KEY (32 bytes aleatórios em base64). ${HOW_TO_MAKE}`,
};

/** The texts and their parameters: every other language has the same. */
export type KeyWords = typeof ptBr;
