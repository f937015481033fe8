import type { Branded, MediaGroup, Timed } from '../parameters.js';

const MEDIA: Readonly<Record<MediaGroup, string>> = {
  audio: 'Não consigo ouvir áudios aqui. Escreva, por favor.',
  picture: 'Não consigo ver fotos nem vídeos aqui. Escreva, por favor.',
  sticker: 'Não entendo figurinhas. Escreva, por favor.',
  document: 'Não abro arquivos aqui. Escreva, por favor.',
  location: 'Não uso localização. Escreva, por favor.',
  contact: 'Não leio contatos enviados aqui. Escreva, por favor.',
  unsupported: 'Não consegui ler essa mensagem. Escreva em texto, por favor.',
};

/** Whose login it is, at the first word. */
function here({ name, site }: Branded['brand']): string {
  const address = site === null ? '' : ` (${site})`;
  return name === null
    ? `Aqui você entra na sua conta${address} sem precisar de senha.`
    : `Aqui é o acesso da ${name}${address}: você entra na sua conta sem senha.`;
}

const MENU = '1 Entrar\n2 Acessos\n3 Meus dados\n4 Ajuda';

/** Greetings, menu and help, and what is said whatever is being asked. */
export const talk = {
  phrases: {
    menu: ['~menu', 'inicio', 'comecar', 'recomecar', 'opcoes', 'voltar ao menu'],
    help: [
      ...['~ajuda', 'ajudar', 'ajude', 'me ajuda', 'socorro', 'duvida', 'duvidas'],
      ...['como funciona', 'o que voce faz', 'nao entendi', 'nao sei'],
    ],
    cancel: [
      ...['~cancelar', 'cancela', 'cancele', 'parar', 'pare', 'sair', 'voltar', 'desistir'],
      ...['desisto', 'deixa', 'deixa pra la', 'esquece', 'nao quero mais', 'encerrar'],
    ],
    greet: [
      ...['oi', 'ola', 'bom dia', 'boa tarde', 'boa noite', 'opa', 'e ai', 'eai', 'alo', 'oie'],
      ...['tudo bem', 'tudo bom', 'oi tudo bem', 'ola tudo bem'],
    ],
    thanks: [
      ...['~obrigado', '~obrigada', 'muito obrigado', 'muito obrigada', 'obg', 'brigado'],
      ...['brigada', 'valeu', 'vlw'],
    ],
    yes: [
      ...['sim', 's', 'ss', 'isso', 'isso mesmo', 'e isso', 'esse mesmo', 'e esse'],
      ...['sim e esse', 'certo', 'correto', 'confirmo', 'ok', 'aceito', 'concordo', 'aceita'],
      ...['claro', 'positivo', 'sim aceito', 'aceito sim', 'pode ser', 'uhum', 'aham'],
      ...['beleza', 'blz', 'e', 'eh'],
    ],
    no: [
      ...['nao', 'n', 'nn', 'naum', 'negativo', 'errado', 'nao aceito', 'nao concordo'],
      ...['nao e', 'nao e esse', 'nao e isso', 'nao obrigado', 'nao obrigada', 'recuso'],
      ...['discordo'],
    ],
  },
  texts: {
    /** First contact with a number that no account has. */
    welcome: ({ brand }: Branded) =>
      `Olá! ${here(brand)} Se preferir, pode digitar seus dados no site.\nQual é o seu CPF (ou CNPJ)?`,
    menu: ({ name }: { readonly name: string }) => `Olá, ${name}. O que você quer fazer?\n${MENU}`,
    menuWhileLeaving: ({
      name,
      dueAt,
      times,
    }: Timed & { readonly name: string; readonly dueAt: Date }) =>
      `Olá, ${name}. Sua conta será apagada em ${times.calendarDay(dueAt)}. Para mantê-la, escreva CANCELAR EXCLUSÃO.\nO que você quer fazer?\n${MENU}`,
    menuAgain: () => `Responda com o número:\n${MENU}`,
    howToStart: () => 'Para entrar na sua conta, escreva ENTRAR. Se tiver dúvida, escreva AJUDA.',
    offerHelp: () =>
      'Ainda não entendi. Escreva AJUDA para ver o que posso fazer ou CANCELAR para parar.',
    /** The last answer before the bot waits in silence: people read it, another bot ends its loop here. */
    fallSilent: () =>
      'Não estou conseguindo entender, então vou esperar em silêncio. Quando quiser, escreva MENU.',
    /** Before the silence after abuse, or after a dozen greetings and questions in a row. */
    waitInSilence: () => 'Por agora vou esperar em silêncio. Quando quiser, escreva MENU.',
    /** The one answer to abuse. */
    calm: () =>
      'Entendo a irritação e quero ajudar, mas assim não consigo. Escreva ENTRAR para entrar na sua conta ou ATENDENTE para falar com uma pessoa.',
    /** The same, where access was asked for in it and comes next. */
    calmAccess: () => 'Entendo a irritação. Vamos resolver.',
    help: () =>
      'Escreva ENTRAR para receber link e código, ACESSOS para ver onde sua conta está aberta, BLOQUEAR para trancar tudo, GOOGLE, SENHA, MEUS DADOS, ATENDENTE para falar com uma pessoa ou CANCELAR.\nEu nunca peço senha. Não passe o link nem o código para ninguém, nem para nós.',
    cancelled: () => 'Tudo bem, parei por aqui. Quando quiser, escreva ENTRAR.',
    thanks: () => 'Por nada! Quando precisar, é só escrever.',
    forwarded: () =>
      'Por segurança, não sigo mensagens encaminhadas. Escreva você a mensagem, por favor.',
    late: () =>
      'Desculpe a demora: fiquei fora do ar e sua mensagem esperou demais. Para recomeçar, escreva ENTRAR.',
    edited: () => 'Não sigo mensagens editadas. Escreva de novo, por favor.',
    /** WhatsApp showed only that there was a message. */
    missing: () => 'Sua mensagem não chegou inteira até mim. Escreva de novo, por favor.',
    /** Before an answer, when the stored conversation could not be read. */
    restarted: () => 'Desculpe, perdi o fio da nossa conversa e vou recomeçar.',
    /** Before an answer, when what was asked ten minutes ago is no longer waited for. */
    timePassed: () => 'Como faz um tempo que paramos, vamos recomeçar.',
    media: ({ group }: { readonly group: MediaGroup }) => MEDIA[group],
  },
};
