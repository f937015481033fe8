/** For the operator at the terminal. */
export const listen = {
  inUse: (port: number) =>
    `A porta ${port} está em uso: pare o outro programa ou escolha outra PORT`,
  privilege: (port: number) =>
    `A porta ${port} precisa de um privilégio que este usuário não tem: escolha uma PORT acima de 1023`,
  noAddress: (host: string, code: string) =>
    `HOST ${host} não é um endereço desta máquina (${code}): escolha outro, como 127.0.0.1 ou 0.0.0.0`,
};
