import { LIFETIMES } from '../lifetimes.js';

/** What pages say around passwords: signing in with one, forgetting it, choosing it. */
export const password = {
  label: 'Senha',
  submit: 'ENTRAR',
  missing: 'Digite a sua senha.',
  wrong: 'CPF, CNPJ ou senha não conferem. Você também pode entrar pelo WhatsApp.',
  tooMany: (wait: string) =>
    `Foram muitas tentativas. Tente de novo ${wait}, ou entre pelo WhatsApp.`,
  forgot: 'Esqueceu a senha?',
  firstTimeTitle: 'Primeiro acesso?',
  firstTimeLink: 'Comece pelo WhatsApp',
  forgotPage: {
    title: 'Escolher uma senha nova',
    intro:
      'Digite o seu CPF ou CNPJ. Enviamos um link para a sua conversa com a gente no WhatsApp.',
    submit: 'Receber link no WhatsApp',
    back: 'Voltar para a entrada',
  },
  sentPage: {
    title: 'Veja o seu WhatsApp',
    text: `Se este CPF ou CNPJ tem cadastro e conversa aberta com a gente, o link para a senha nova chega em instantes. Ele vale por ${LIFETIMES.linkMinutes} minutos.`,
    notArrived: 'Não chegou? Escreva “entrar” para o nosso WhatsApp e entre sem senha.',
  },
  resetPage: {
    title: (maskedName: string) => `Senha nova para a conta de ${maskedName}`,
    intro: 'Quando ela estiver salva, a sua conta sai de todos os aparelhos.',
    submit: 'Salvar senha nova',
  },
  donePage: {
    title: 'Senha salva',
    text: 'A sua conta saiu de todos os aparelhos. Entre com a senha nova.',
    submit: 'Entrar',
  },
  setTitle: 'Criar uma senha',
  changeTitle: 'Trocar a senha',
  changeIntro: 'Os outros aparelhos saem da sua conta quando a senha muda.',
  managerHint:
    'Se você usa um gerenciador de senhas: com este número ele guarda a senha nova no lugar certo. Não é enviado.',
  newLabel: 'Senha nova',
  newHint: 'De 10 caracteres em diante. Uma frase curta é fácil de lembrar; espaços valem.',
  repeatLabel: 'A senha nova outra vez',
  save: 'Salvar senha',
  different: 'As duas senhas não são iguais. Digite de novo.',
  weak: {
    password_too_short: 'Use 10 caracteres ou mais.',
    password_too_long: 'Use no máximo 256 caracteres.',
    password_common: 'Essa senha é das primeiras que alguém tentaria. Escolha outra.',
    password_contextual: 'Não use o seu nome, documento ou telefone na senha. Escolha outra.',
  },
};
