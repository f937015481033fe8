import { LIFETIMES } from '../lifetimes.js';

/** What the pages of the way by Google say. */
export const google = {
  linkTitle: (name: string | null) =>
    name === null
      ? 'Para acessar via Google, confirme seu CPF'
      : `Olá, ${name}. Para acessar via Google, confirme seu CPF`,
  linkIntro:
    'É só desta vez. Digite o seu CPF ou CNPJ e confirme com a sua senha ou com um código no WhatsApp.',
  submit: 'VINCULAR CPF',
  codeSubmit: 'Código WhatsApp',
  noCode: 'O WhatsApp está fora do ar por aqui: agora só dá para confirmar com a senha.',
  cancel: 'Cancelar',
  wrongPassword: 'CPF, CNPJ ou senha não conferem. Você também pode confirmar pelo WhatsApp.',
  tooMany: (wait: string) => `Foram muitas tentativas. Tente de novo ${wait}.`,
  newTitle: 'Ainda não tem cadastro?',
  newText:
    'Escreva para o nosso WhatsApp, faça o cadastro por lá e volte a esta página. Depois confirme com o código.',
  codeTitle: 'Digite o código para vincular',
  codeIntro:
    'Se este CPF ou CNPJ tem cadastro e conversa aberta com a gente, o código de 6 números chega em instantes no WhatsApp.',
  otherTaxId: 'Pedir outro código ou usar a senha',
  chat: {
    title: (maskedName: string) => `Vincular o Google à conta de ${maskedName}?`,
    intro: 'Você escolhe a conta do Google na próxima página. Depois ela abre esta conta também.',
    submit: 'Continuar com Google',
    signInFirst:
      'Entre antes nesta conta, neste navegador. Depois toque de novo no link que você recebeu no WhatsApp. Não foi você quem pediu o link? Feche esta página.',
    signIn: 'Entrar',
  },
  add: {
    title: 'Vincular uma conta do Google',
    intro: 'Você escolhe a conta na próxima página. Depois ela abre a sua conta aqui com um toque.',
  },
  unlink: {
    title: 'Desvincular o Google',
    intro:
      'Depois disso o Google não abre mais a sua conta, e os outros aparelhos saem. Esta conta do Google só pode voltar para este cadastro.',
    submit: 'Desvincular',
    askCode: 'Confirmar com um código no WhatsApp',
    codeIntro: 'Enviamos um código de 6 números para a sua conversa com a gente no WhatsApp.',
  },
  inApp: {
    title: 'O Google não abre dentro de outro aplicativo',
    text: 'Para usar o Google, abra esta página no navegador: toque no menu (⋮ ou ⋯) e depois em “Abrir no navegador”.',
    openChrome: 'Abrir no Chrome',
    back: 'Confirmar de outro jeito',
  },
  unavailable: {
    title: 'O Google não respondeu',
    text: 'Não é culpa sua. Tente de novo em alguns minutos ou entre de outro jeito.',
  },
  invalid: {
    title: 'O Google não confirmou quem você é',
    text: 'Tente de novo. Se acontecer outra vez, entre de outro jeito.',
  },
  stale: {
    title: 'Esta volta do Google não vale mais',
    text: `Ela vale uma vez só, por ${LIFETIMES.googleMinutes} minutos e no navegador em que começou. Comece de novo.`,
  },
  blocked: {
    title: 'Esta conta está bloqueada',
    text: 'Escreva para o nosso WhatsApp, do seu número, para desbloquear.',
  },
  contested: {
    title: 'Não dá para vincular agora',
    text: 'Outra pessoa diz que este CPF ou CNPJ é dela. Até a equipe conferir, os jeitos de entrar não mudam.',
  },
  taken: {
    title: 'Não foi possível vincular',
    text: 'Esta conta do Google não pode ser vinculada a este cadastro. Use outra conta do Google ou entre de outro jeito.',
  },
  another: {
    title: 'Já existe um Google vinculado',
    text: 'O seu cadastro já tem outra conta do Google. Desvincule-a antes, na página da sua conta.',
  },
  otherHere: {
    title: 'Este link é de outra conta',
    text: 'Você está em outra conta neste navegador, e nada mudou nela. Se o link é seu, saia da conta e toque nele de novo.',
  },
  linkOver: {
    title: 'O tempo para vincular acabou',
    text: `Por segurança, são ${LIFETIMES.pendingLinkMinutes} minutos e poucas tentativas. Comece de novo pelo Google.`,
  },
  stepUp: {
    title: 'Confirme que é você',
    text: 'Para vincular o Google, confirme primeiro quem você é na página da sua conta.',
  },
  busy: {
    title: 'Calma um pouquinho',
    text: 'Foram muitas tentativas em pouco tempo. Espere alguns minutos.',
  },
  otherWays: 'Entrar de outro jeito',
  backToAccount: 'Voltar para a minha conta',
};
