import type { AccessGreeting } from '#src/app/ports/dialogue.js';
import type { Copy, MediaGroup } from './copy.js';

const MEDIA: Readonly<Record<MediaGroup, string>> = {
  audio: 'Não consigo ouvir áudios aqui. Escreva, por favor.',
  picture: 'Não consigo ver fotos nem vídeos aqui. Escreva, por favor.',
  sticker: 'Não entendo figurinhas. Escreva, por favor.',
  document: 'Não abro arquivos aqui. Escreva, por favor.',
  location: 'Não uso localização. Escreva, por favor.',
  contact: 'Não leio contatos enviados aqui. Escreva, por favor.',
  unsupported: 'Não consegui ler essa mensagem. Escreva em texto, por favor.',
};

const GREETING: Readonly<Record<AccessGreeting, (name: string) => string>> = {
  known: (name) => `Olá, ${name}.`,
  registered: (name) => `Cadastro feito, ${name}.`,
  again: () => 'Novo acesso, só este vale.',
};

/** What people read in Brazil. Capitals mark the words that may be typed. */
export const copyPtBr: Copy = {
  chat: {
    welcome: () =>
      'Olá! Aqui você entra na sua conta sem precisar de senha. Se preferir, pode digitar seus dados no site.\nQual é o seu CPF (ou CNPJ)?',
    menu: ({ name }) => `Olá, ${name}. O que você quer fazer?\n1 Entrar\n2 Ajuda`,
    menuAgain: () => 'Responda com o número:\n1 Entrar\n2 Ajuda',
    howToStart: () => 'Para entrar na sua conta, escreva ENTRAR. Se tiver dúvida, escreva AJUDA.',
    offerHelp: () =>
      'Ainda não entendi. Escreva AJUDA para ver o que posso fazer ou CANCELAR para parar.',
    fallSilent: () =>
      'Não estou conseguindo entender, então vou esperar em silêncio. Quando quiser, escreva MENU.',
    help: () =>
      'Escreva ENTRAR para receber um link e um código de acesso, MENU para recomeçar ou CANCELAR para parar.\nEu nunca peço senha. Não passe o link nem o código para ninguém, nem para nós.',
    cancelled: () => 'Tudo bem, parei por aqui. Quando quiser, escreva ENTRAR.',
    thanks: () => 'Por nada! Quando precisar, escreva ENTRAR.',
    forwarded: () =>
      'Por segurança, não sigo mensagens encaminhadas. Escreva você a mensagem, por favor.',
    late: () =>
      'Desculpe a demora: fiquei fora do ar e sua mensagem esperou demais. Para recomeçar, escreva ENTRAR.',
    restarted: () => 'Desculpe, perdi o fio da nossa conversa e vou recomeçar.',
    timePassed: () => 'Como faz um tempo que paramos, vamos recomeçar.',
    media: ({ group }) => MEDIA[group],
    noPhone: () =>
      'O WhatsApp não me mostrou o seu número, então não consigo liberar o acesso por aqui. Você pode entrar pelo site.',

    askTaxId: () => 'Qual é o seu CPF (ou CNPJ)?',
    askTaxIdAgain: () => 'Envie só os números, por favor. Qual é o seu CPF (ou CNPJ)?',
    taxIdMissing: () =>
      'Não achei um CPF na sua mensagem. Envie só os 11 números do CPF, ou os 14 do CNPJ.',
    taxIdWrongLength: () =>
      'Esse número está com tamanho errado: o CPF tem 11 números e o CNPJ tem 14. Confira e envie de novo.',
    taxIdWrongDigit: () =>
      'Esse número parece ter um erro de digitação. Confira com calma e envie de novo.',
    taxIdSeveral: () => 'Vi mais de um número aí. Envie só um: o seu CPF ou o seu CNPJ.',
    taxIdPaused: () =>
      'Ainda não deu certo, mas não tem pressa. Quando estiver com o CPF em mãos, escreva ENTRAR. Se tiver dúvida, escreva AJUDA.',
    confirmTaxId: ({ kind, masked }) =>
      `Seu ${kind === 'cpf' ? 'CPF' : 'CNPJ'} é ${masked}?\n1 Sim\n2 Não`,
    notFoundHere: () =>
      'Não encontrei cadastro desse CPF ou CNPJ neste número de WhatsApp. Confira o número enviado e se este é o WhatsApp do seu cadastro. Se preferir, entre pelo site.',
    tooManyTaxIds: () =>
      'Você já tentou vários números hoje. Para sua segurança, tente de novo amanhã ou entre pelo site.',

    askName: () => 'Vamos fazer seu cadastro, é rápido. Como você se chama?',
    askNameAgain: () => 'Escreva só o seu nome, sem números nem símbolos. Como você se chama?',
    askConsent: ({ privacyUrl }) =>
      `Vou guardar seu nome, seu CPF ou CNPJ e este número, só para você entrar na conta. Saiba mais: ${privacyUrl}\nVocê aceita?\n1 Aceito\n2 Não aceito`,
    consentDeclined: () =>
      'Tudo bem, não fiz o cadastro nem guardei seus dados. Se mudar de ideia, escreva ENTRAR.',
    registrationRefused: () =>
      'Não consegui concluir o cadastro por aqui. Tente pelo site ou, se digitou algo errado, escreva ENTRAR.',

    codeKilled: () =>
      'Digite o código no site, não aqui. Para sua segurança, esse código não vale mais. Se precisar de outro, escreva ENTRAR.',
    accessTooSoon: ({ seconds }) =>
      `Acabei de enviar seu acesso, veja logo acima. Para pedir outro, espere ${wait(seconds)}.`,
    accessTooMany: ({ seconds }) =>
      `Você pediu muitos acessos seguidos. Espere ${wait(seconds)} e peça de novo, ou entre pelo site.`,
    accessBlocked: () => 'Não consegui liberar o acesso por aqui. Veja no site como continuar.',
  },
  access: {
    link: ({ greeting, name, url, linkMinutes, codeMinutes }) =>
      `${GREETING[greeting](name)} Toque para entrar neste celular: ${url}\nNo computador, digite o código da próxima mensagem. O link vale ${linkMinutes} minutos e o código, ${codeMinutes}. Nunca repasse este código, nem para nós.`,
    pageCode: ({ codeMinutes }) =>
      `Você pediu um código no site. Digite lá o código da próxima mensagem; ele vale ${codeMinutes} minutos. Nunca repasse este código, nem para nós.`,
    trouble: () =>
      'Desculpe, tive um problema e não consegui responder. Escreva de novo daqui a pouco.',
  },
};

function wait(seconds: number): string {
  if (seconds <= 1) return '1 segundo';
  if (seconds < 90) return `${seconds} segundos`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} minutos` : `${Math.ceil(minutes / 60)} horas`;
}
