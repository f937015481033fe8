import { accessPtBr } from './copy-access.pt-br.js';
import { wait, on, either, endedAccesses, sessionLine } from './copy-parts.pt-br.js';
import type { NoPhone } from '#src/domain/phone.js';
import type { Copy, MediaGroup } from './copy.js';
import { numberWaits, WHY_PROOF } from './copy-number-wait.pt-br.js';

const MEDIA: Readonly<Record<MediaGroup, string>> = {
  audio: 'Não consigo ouvir áudios aqui. Escreva, por favor.',
  picture: 'Não consigo ver fotos nem vídeos aqui. Escreva, por favor.',
  sticker: 'Não entendo figurinhas. Escreva, por favor.',
  document: 'Não abro arquivos aqui. Escreva, por favor.',
  location: 'Não uso localização. Escreva, por favor.',
  contact: 'Não leio contatos enviados aqui. Escreva, por favor.',
  unsupported: 'Não consegui ler essa mensagem. Escreva em texto, por favor.',
};

const NO_PHONE: Readonly<Record<NoPhone, string>> = {
  landline:
    'Seu número não é de celular, e por aqui só dá para entrar com um celular do Brasil. Escreva de um celular ou, se já tem conta, entre pelo site.',
  abroad:
    'Seu número é de fora do Brasil, e por aqui só dá para entrar com um número do Brasil. Se já tem conta, entre pelo site. Para falar com uma pessoa, escreva ATENDENTE.',
  hidden:
    'O WhatsApp não me mostrou o seu número, então não consigo liberar o acesso por aqui. Você pode entrar pelo site.',
  unreadable:
    'Não reconheci o número deste WhatsApp, então não consigo liberar o acesso por aqui. Se já tem conta, entre pelo site. Para falar com uma pessoa, escreva ATENDENTE.',
};

const MENU = '1 Entrar\n2 Acessos\n3 Meus dados\n4 Ajuda';
/** More would not fit a message; the site shows them all. */
const SHOWN_SESSIONS = 4;
const SHOWN_PHONES = 3;

/** What people read in Brazil. Capitals mark the words that may be typed. */
export const copyPtBr: Copy = {
  chat: {
    welcome: () =>
      'Olá! Aqui você entra na sua conta sem precisar de senha. Se preferir, pode digitar seus dados no site.\nQual é o seu CPF (ou CNPJ)?',
    menu: ({ name }) => `Olá, ${name}. O que você quer fazer?\n${MENU}`,
    menuWhileLeaving: ({ name, dueAt, times }) =>
      `Olá, ${name}. Sua conta será apagada em ${times.calendarDay(dueAt)}. Para mantê-la, escreva CANCELAR EXCLUSÃO.\nO que você quer fazer?\n${MENU}`,
    menuAgain: () => `Responda com o número:\n${MENU}`,
    howToStart: () => 'Para entrar na sua conta, escreva ENTRAR. Se tiver dúvida, escreva AJUDA.',
    offerHelp: () =>
      'Ainda não entendi. Escreva AJUDA para ver o que posso fazer ou CANCELAR para parar.',
    fallSilent: () =>
      'Não estou conseguindo entender, então vou esperar em silêncio. Quando quiser, escreva MENU.',
    calm: () =>
      'Entendo a irritação e quero ajudar, mas assim não consigo. Escreva ENTRAR para entrar na sua conta ou ATENDENTE para falar com uma pessoa.',
    help: () =>
      'Escreva ENTRAR para receber link e código, ACESSOS para ver onde sua conta está aberta, BLOQUEAR para trancar tudo, GOOGLE, SENHA, MEUS DADOS, ATENDENTE para falar com uma pessoa ou CANCELAR.\nEu nunca peço senha. Não passe o link nem o código para ninguém, nem para nós.',
    cancelled: () => 'Tudo bem, parei por aqui. Quando quiser, escreva ENTRAR.',
    thanks: () => 'Por nada! Quando precisar, escreva ENTRAR.',
    forwarded: () =>
      'Por segurança, não sigo mensagens encaminhadas. Escreva você a mensagem, por favor.',
    late: () =>
      'Desculpe a demora: fiquei fora do ar e sua mensagem esperou demais. Para recomeçar, escreva ENTRAR.',
    edited: () => 'Não sigo mensagens editadas. Escreva de novo, por favor.',
    missing: () => 'Sua mensagem não chegou inteira até mim. Escreva de novo, por favor.',
    restarted: () => 'Desculpe, perdi o fio da nossa conversa e vou recomeçar.',
    timePassed: () => 'Como faz um tempo que paramos, vamos recomeçar.',
    media: ({ group }) => MEDIA[group],
    noPhone: ({ reason }) => NO_PHONE[reason],

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
      'Não encontrei cadastro desse CPF ou CNPJ neste número de WhatsApp. Confira o que enviou ou entre pelo site. Se trocou de WhatsApp, escreva MUDEI DE NÚMERO. Se é outra pessoa que usa o seu CPF, escreva ESTE CPF É MEU.',
    tooManyTaxIds: () =>
      'Você já tentou vários números hoje. Para sua segurança, tente de novo amanhã ou entre pelo site.',

    askProof: ({ reason }) =>
      `${WHY_PROOF[reason]}. Só para ter certeza de que é você: qual é o CPF (ou CNPJ) da conta?`,
    numberWaits,
    proofWrong: () => 'Não foi dessa vez. Confira e envie de novo o CPF (ou CNPJ) da conta.',
    proofPaused: () =>
      'Não consegui confirmar que é você, então parei por aqui. Tente mais tarde ou escreva ATENDENTE para falar com uma pessoa.',

    askName: () =>
      'Não achei esse CPF ou CNPJ neste WhatsApp. Se já tem conta, entre no site ou escreva MUDEI DE NÚMERO ou ESTE CPF É MEU. Se é a primeira vez, vamos fazer seu cadastro: como você se chama?',
    askNameAgain: () => 'Escreva só o seu nome, sem números nem símbolos. Como você se chama?',
    askOwnName: () =>
      'Antes de continuar: o nome desta conta era de quem a usava antes. Como você se chama?',
    askConsent: ({ privacyUrl }) =>
      `Vou guardar seu nome, seu CPF ou CNPJ e este número, só para você entrar na conta. Saiba mais: ${privacyUrl}\nVocê aceita?\n1 Aceito\n2 Não aceito`,
    linkNeedsTaxId: () => 'Ainda não mandei o link: falta confirmar o número.',
    linkNeedsName: () =>
      'Ainda não mandei o link: faltam o seu nome e o seu aceite. Como você se chama?',
    linkNeedsConsent: () =>
      'Ainda não mandei o link: falta só o seu aceite para eu guardar seu nome, seu CPF ou CNPJ e este número.\nVocê aceita?\n1 Aceito\n2 Não aceito',
    consentDeclined: () =>
      'Tudo bem, não fiz o cadastro nem guardei seus dados. Se mudar de ideia, escreva ENTRAR.',
    registrationRefused: () =>
      'Não consegui fazer o cadastro com esse CPF ou CNPJ. Se já tem conta, entre no site com senha ou Google. Se trocou de WhatsApp, escreva MUDEI DE NÚMERO. Se é outra pessoa que usa o seu CPF, escreva ESTE CPF É MEU.',
    registeredFirst: () => 'Cadastro feito. Agora vamos ao seu pedido de entrada no site.',

    codeKilled: () =>
      'Digite o código no site, não aqui. Para sua segurança, esse código não vale mais. Se precisar de outro, escreva ENTRAR.',
    accessTooSoon: ({ seconds }) =>
      `Acabei de enviar seu acesso, veja logo acima. Para pedir outro, espere ${wait(seconds)}.`,
    accessTooMany: ({ seconds }) =>
      `Você pediu muitos acessos seguidos. Espere ${wait(seconds)} e peça de novo, ou entre pelo site.`,
    accessBlocked: () => 'Não consegui liberar o acesso por aqui. Veja no site como continuar.',

    askTaxIdForRequest: () =>
      'Vou liberar sua entrada no site, mas ainda não conheço este número. Qual é o seu CPF (ou CNPJ)?',
    requestShown: ({ askedAt, choices, times, ...device }) =>
      `Pedido de entrada no site às ${times.clockTime(askedAt)}${on(device)}.\nQual número aparece na tela? ${either(choices)}\nSe não foi você que abriu o site, responda NÃO.`,
    requestAgain: ({ choices }) =>
      `Responda só com o número que aparece na tela: ${either(choices)}. Se não foi você que abriu o site, responda NÃO.`,
    requestApproved: () => 'Pronto, você entrou. Pode voltar à página.',
    requestWrongNumber: () =>
      'Esse não era o número da tela, e por segurança o pedido não vale mais. Se foi você, abra a página de novo. Se não foi, escreva BLOQUEAR.',
    requestExpired: () =>
      'Esse pedido passou do tempo e não vale mais. Abra a página de novo e mande a mensagem nova.',
    requestNotFound: () =>
      'Não achei esse pedido: ele pode ter passado do tempo. Abra a página de novo e mande a mensagem nova, ou escreva ENTRAR.',
    requestTooManyTries: () =>
      'Foram pedidos demais em pouco tempo. Para sua segurança, espere um pouco ou escreva ENTRAR.',
    requestDenied: () =>
      'Ainda bem que avisou: neguei o pedido e ninguém entrou. Não mande mensagens que outra pessoa pediu para mandar. Se acha que alguém usa sua conta, escreva BLOQUEAR.',

    googleNotOffered: () =>
      'Por aqui não oferecemos o acesso com Google. Para entrar na sua conta, escreva ENTRAR: mando um link e um código.',
    googleLinkedAlready: () =>
      'O Google já abre a sua conta: no site, toque em Acessar com Google. Para tirar, escreva DESVINCULAR GOOGLE.',
    googleNotLinked: () =>
      'Nenhuma conta Google está vinculada à sua. Se quiser vincular uma, escreva GOOGLE.',
    accountContested: () =>
      'Há um pedido sobre o CPF ou CNPJ desta conta. Enquanto a equipe não decide, não dá para mudar senha nem Google. Para falar com uma pessoa, escreva ATENDENTE.',
    resetTooSoon: ({ seconds }) =>
      `Acabei de enviar um link para a senha, veja logo acima. Para pedir outro, espere ${wait(seconds)}.`,
    resetTooMany: ({ seconds }) =>
      `Foram muitos links para a senha em pouco tempo. Espere ${wait(seconds)} e peça de novo. Para entrar sem senha, escreva ENTRAR.`,

    sessions: ({ sessions, times }) => {
      const more = sessions.length - SHOWN_SESSIONS;
      const lines = sessions.slice(0, SHOWN_SESSIONS).map((session) => sessionLine(session, times));
      if (more > 0) lines.push(`E mais ${more}.`);
      return `Sua conta está aberta em:\n${lines.join('\n')}\nPara encerrar um acesso, responda o número. SAIR DE TUDO encerra todos.`;
    },
    sessionsAgain: () =>
      'Para encerrar um acesso, responda com o número dele na lista. SAIR DE TUDO encerra todos e CANCELAR deixa como está.',
    noSessions: () => 'Sua conta não está aberta em nenhum lugar. Para entrar, escreva ENTRAR.',
    sessionEnded: ({ count }) =>
      count === 0
        ? 'Esse acesso já tinha terminado. Para ver a lista, escreva ACESSOS.'
        : 'Pronto, encerrei esse acesso. Para ver a lista, escreva ACESSOS. Se não era seu, escreva BLOQUEAR.',
    askEndAll: () =>
      'Vou encerrar todos os acessos à sua conta, em todos os aparelhos.\nPosso continuar?\n1 Sim\n2 Não',
    allEnded: ({ count }) =>
      `Pronto, ${endedAccesses(count)}. Para entrar de novo, escreva ENTRAR.`,
    nothingEnded: () => 'Tudo bem, não encerrei nada. Para ver a lista, escreva ACESSOS.',

    blocked: () =>
      'Bloqueei sua conta: acessos, links, códigos, senha e Google não valem mais. Seus dados continuam guardados. Para desfazer, escreva DESBLOQUEAR e confirme seu CPF.',
    blockedForTeam: () =>
      'Bloqueei a conta: acessos, links e códigos não valem mais. Por segurança, daqui só a equipe desfaz isso. Para falar com uma pessoa, escreva ATENDENTE.',
    accountBlocked: () =>
      'Esta conta está bloqueada. Para desbloquear, o dono escreve DESBLOQUEAR e confirma o CPF. Se precisar, escreva ATENDENTE.',
    accountBlockedByTeam: () =>
      'Esta conta está bloqueada e, por segurança, só a equipe pode desbloquear. Para falar com uma pessoa, escreva ATENDENTE.',
    askBlock: () =>
      'Quer que eu bloqueie sua conta? Encerro todos os acessos, e a senha e o Google deixam de valer.\n1 Sim\n2 Não',
    notBlockedThen: () =>
      'Tudo bem, não bloqueei nada. Para ver onde sua conta está aberta, escreva ACESSOS.',
    askTaxIdToUnblock: () =>
      'Para desbloquear, preciso ter certeza de que é você. Qual é o CPF (ou CNPJ) da conta?',
    unblocked: () =>
      'Pronto, sua conta está desbloqueada. A senha e o Google de antes não valem mais: se usava, escreva SENHA para criar outra e GOOGLE para vincular de novo. Para entrar, escreva ENTRAR.',
    notBlocked: () => 'Sua conta não está bloqueada. Para entrar, escreva ENTRAR.',
    nobodyHere: () =>
      'Este número de WhatsApp não está em nenhum cadastro. Para entrar, escreva ENTRAR. Se você trocou de WhatsApp, escreva MUDEI DE NÚMERO.',

    askTaxIdOfOldNumber: () =>
      'Vou ajudar a usar este número na sua conta. Qual é o CPF (ou CNPJ) dela?',
    numberChangeAsked: () =>
      'Se este CPF ou CNPJ tem cadastro, perguntei no número antigo se posso trocar. Responda lá TROCAR. Se não tem mais aquele número, escreva aqui ESTE CPF É MEU.',
    numberChangeNotAsked: () =>
      'Não há troca de número esperando. Se você quer usar outro WhatsApp, escreva MUDEI DE NÚMERO a partir dele.',
    numberChangeRefused: () =>
      'Certo, recusei o pedido e nada mudou na sua conta. Se acha que alguém usa a sua conta, escreva BLOQUEAR.',
    numberHasAccount: () =>
      'Este número já está ligado a uma conta. Se você tem um WhatsApp novo, escreva MUDEI DE NÚMERO a partir dele. Para entrar, escreva ENTRAR.',
    askClaimedTaxId: () => 'Vou anotar para a equipe ver. Qual é o CPF (ou CNPJ)?',
    claimRecorded: () =>
      'Anotei. Uma pessoa da equipe vai olhar e pode pedir mais provas. Por segurança, não digo aqui o que existe sobre esse CPF ou CNPJ.',

    data: ({ name, taxIdMasked, phones, since, sessions, times }) =>
      `O que guardo de você: nome ${name}; CPF ou CNPJ ${taxIdMasked}; WhatsApp ${phones.slice(0, SHOWN_PHONES).join(', ')}; cadastro desde ${times.calendarDay(since)}; acessos abertos: ${sessions}.`,
    dataExport: ({ exportUrl }) =>
      `Para ver e baixar tudo: ${exportUrl}\nEste link é só seu, não repasse. Para apagar sua conta, escreva APAGAR.`,
    askDeletion: () =>
      'Em 7 dias apago sua conta, seu nome, seu CPF ou CNPJ e este número, e isso não tem volta. Até lá você pode desistir.\nQuer apagar?\n1 Sim\n2 Não',
    nothingDeleted: () => 'Tudo bem, não apaguei nada. Para ver o que guardo, escreva MEUS DADOS.',
    deletionScheduled: ({ dueAt, times }) =>
      `Sua conta será apagada em ${times.calendarDay(dueAt)}. Se mudar de ideia até lá, escreva CANCELAR EXCLUSÃO.`,
    deletionAhead: ({ dueAt, times }) =>
      `Sua conta será apagada em ${times.calendarDay(dueAt)}. Para mantê-la, escreva CANCELAR EXCLUSÃO.`,
    deletionCancelled: () =>
      'Que bom que ficou: cancelei a exclusão e não apaguei nada. Para entrar, escreva ENTRAR.',
    notLeaving: () => 'Não há exclusão marcada: sua conta continua como está.',
    humanCalled: ({ until, open, opens, times }) => {
      if (open) {
        return `Chamei uma pessoa da equipe, ela responde por aqui. Até ${times.dayAndTime(until)} eu fico em silêncio. Nunca passe senha nem código, nem para ela.`;
      }
      const said =
        opens === null ? null : times.besideOwn({ there: opens, own: until, lang: 'pt-BR' });
      const when = said === null ? 'Agora não há ninguém' : `A equipe volta em ${said.there}`;
      return `Deixei seu pedido anotado. ${when}, e a resposta vem por aqui. Até ${said?.own ?? times.dayAndTime(until)} eu fico em silêncio. Nunca passe senha nem código, nem para a equipe.`;
    },
  },
  access: accessPtBr,
};
