/** What somebody may want, as it stands in "você quer …?". */
export const WISHES = {
  access: 'receber um link para entrar',
  block: 'bloquear sua conta e encerrar todos os acessos',
  claim: 'avisar a equipe de que um CPF é seu',
};
