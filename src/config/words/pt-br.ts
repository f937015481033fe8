const SECRET_BY_CHANCE = 'Dê ao usuário do banco de dados uma senha sorteada.';

export const ptBr = {
  /** Above the list. */
  heading: (count: number) =>
    count === 1 ? 'A configuração tem 1 problema:' : `A configuração tem ${count} problemas:`,
  or: 'ou',
  /** What a value must be; the name of its variable stands before it. */
  rules: {
    oneOf: (values: string) => `tem de ser ${values}`,
    origin: 'tem de ser uma origem como https://login.example.com, sem caminho',
    webAddress: 'tem de ser um endereço http ou https',
    webAddressOrPath: 'tem de ser um endereço http ou https, ou um caminho como /app',
    securityContact: 'tem de ser como mailto:security@example.com, ou um endereço https',
    oneLine: 'tem de estar em uma linha, sem * ~ `',
    longest: (characters: number) => `pode ter no máximo ${characters} caracteres`,
    color: 'tem de ser como #0b6b50',
    tooLight: (ratio: string, enough: number, nearest: string) =>
      `é clara demais para ser lida: um texto nesta cor tem contraste de ${ratio} com a página, e a WCAG 2.2 AA pede ${enough}. A mais próxima que é escura o bastante é ${nearest}`,
    logoTooLarge: (kib: number) => `tem mais de ${kib} KiB: toda página o carrega`,
    logoUnreadable: (why: string) => `não pode ser lido (${why})`,
    logoNoPicture: 'não é uma imagem SVG, PNG ou WebP',
    trustProxy:
      'tem de ser o número de proxies reversos (0 a 10), ou as redes deles, como loopback,10.0.0.0/8',
    wholeNumber: (smallest: number, largest: number) =>
      `tem de ser um número inteiro de ${smallest} a ${largest}`,
    scheme: (names: string) => `tem de ser um endereço que começa com ${names}`,
    simulatorSocket:
      'é só para o simulador nesta máquina; o WhatsApp de verdade não precisa de endereço',
    chatOrigin: (real: string) =>
      `tem de ser ${real}, ou o endereço http de um simulador nesta máquina`,
    googleIssuer: 'tem de ser https; http é só para um simulador nesta máquina',
    rootKey: 'tem de ter 32 bytes em base64',
    openingHours: 'tem de ser como: mon-fri 09:00-18:00, sat 09:00-13:00 America/Sao_Paulo',
    timeZone:
      'tem de ser o nome de um fuso horário (IANA), como America/Sao_Paulo ou America/Manaus',
  },
  /** Variables that do not go together. */
  together: {
    redisAlone:
      'REDIS_URL: várias instâncias compartilham o Redis, mas sem DATABASE_URL cada uma tem um banco de dados próprio. Defina também DATABASE_URL.',
    roleAlone: (role: string) =>
      `ROLE: ${role} roda ao lado de outras instâncias e precisa de DATABASE_URL e REDIS_URL para compartilhar com elas.`,
    simulator: 'WHATSAPP_WS_URL e WHATSAPP_ROOT_KEY são um par: defina os dois ou nenhum.',
    chatUrl:
      'WHATSAPP_CHAT_URL: telefones simulados escrevem só para um WhatsApp simulado. Defina também WHATSAPP_WS_URL e WHATSAPP_ROOT_KEY, ou remova.',
    google: 'GOOGLE_CLIENT_ID e GOOGLE_CLIENT_SECRET são um par: defina os dois ou nenhum.',
  },
  production: {
    publicUrlMissing:
      'PUBLIC_URL: diga em que origem https as pessoas chegam aqui, como https://login.example.com.',
    publicUrlOpen: 'PUBLIC_URL: tem de ser https em produção; links e cookies viajariam abertos.',
    masterKey:
      'MASTER_KEY: tem de ser definida em produção (32 bytes aleatórios em base64). Crie uma com: openssl rand -base64 32',
    registration:
      'REGISTRATION: escolha. open deixa qualquer pessoa cadastrar qualquer CPF pelo próprio WhatsApp, também um que não é dela; o dono do CPF o reivindica e o administrador decide. closed deixa entrar só quem já tem conta.',
    trustProxy:
      'TRUST_PROXY: diga quantos proxies reversos há na frente (em geral 1), ou as redes deles. Com um valor errado todos dividem um só limite, ou qualquer um inventa um endereço.',
    brandName:
      'BRAND_NAME: diga de quem é este login, como Loja Exemplo. As pessoas dão o CPF a uma empresa que conhecem, não a uma página sem nome.',
    simulator:
      'WHATSAPP_WS_URL e WHATSAPP_ROOT_KEY: um WhatsApp simulado nunca serve em produção. Remova os dois.',
    chatUrl: (real: string) =>
      `WHATSAPP_CHAT_URL: em produção, botões e QR levam a ${real}. Remova; esse é o padrão.`,
    googleIssuer:
      'GOOGLE_ISSUER: um Google simulado nunca serve em produção. Remova; o padrão é o Google.',
    corsOrigins: 'CORS_ORIGINS: toda origem tem de ser https em produção.',
    nodeEnv:
      'NODE_ENV: PUBLIC_URL é https, então valem as regras de produção, seja qual for o NODE_ENV. Defina NODE_ENV=production.',
    noPassword: `DATABASE_URL: não tem senha. ${SECRET_BY_CHANCE}`,
    defaultPassword: `DATABASE_URL: a senha é uma de fábrica, ou o nome do usuário. ${SECRET_BY_CHANCE}`,
    easyPassword: `DATABASE_URL: a senha é curta, ou feita de palavras: pode ser adivinhada. ${SECRET_BY_CHANCE}`,
    withoutTls:
      'DATABASE_URL: o servidor está em outra máquina e nada pede TLS: CPFs e a senha viajam abertos. Acrescente ?sslmode=verify-full (ou require).',
  },
};

/** The texts and their parameters: every other language has the same. */
export type ConfigWords = typeof ptBr;
