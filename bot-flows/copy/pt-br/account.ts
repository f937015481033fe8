import type { Lifetimes, Timed } from '../parameters.js';

/** More would not fit a message; the site shows them all. */
const SHOWN_PHONES = 3;

/** Another number, a claim, and what is stored about the person. */
export const account = {
  phrases: {
    data: [
      ...['meus dados', 'dados', 'ver meus dados', 'baixar meus dados', 'exportar dados'],
      ...['lgpd', 'quais dados voces tem', 'privacidade'],
    ],
    deletion: [
      ...['~apagar', 'apagar conta', 'apagar tudo', 'apagar dados', 'apagar meus dados'],
      ...['excluir', 'excluir conta', 'excluir minha conta', 'excluir meus dados', 'deletar'],
      ...['deletar conta', 'apagar minha conta', 'remover meus dados'],
    ],
    keepAccount: [
      ...['cancelar exclusao', 'cancelar a exclusao', 'nao apagar', 'nao apague'],
      ...['nao excluir', 'desistir da exclusao', 'manter conta'],
    ],
    numberChange: [
      ...['mudei de numero', 'troquei de numero', 'mudei meu numero', 'troquei meu numero'],
      ...['mudei o numero', 'troquei o numero', 'numero novo', 'novo numero'],
      ...['mudar de numero', 'trocar de numero', 'mudar numero', 'mudei numero'],
      ...['troquei numero'],
    ],
    confirmNumberChange: [
      ...['trocar', 'confirmo a troca', 'confirmar troca', 'pode trocar', 'pode trocar sim'],
      ...['sim pode trocar', 'autorizo a troca', 'troca sim'],
    ],
    claim: [
      ...['este cpf e meu', 'esse cpf e meu', 'o cpf e meu', 'cpf e meu', 'este cnpj e meu'],
      ...['esse cnpj e meu', 'o cnpj e meu'],
    ],
  },
  texts: {
    /** Behind the menu, while another number or WhatsApp waits for an answer. */
    numberStillAsks: ({ by }: { readonly by: 'number' | 'whatsapp' }) => {
      const what =
        by === 'number'
          ? 'alguém pediu para usar sua conta em outro número'
          : 'outro WhatsApp com este mesmo número quer abrir sua conta';
      return `Ainda espero sua resposta: ${what}. Se foi você, responda TROCAR. Se não foi, responda NÃO.`;
    },
    askTaxIdOfOldNumber: () =>
      'Vou ajudar a usar este número na sua conta. Qual é o CPF (ou CNPJ) dela?',
    /** The same whether the CPF exists or not. */
    numberChangeAsked: () =>
      'Se este CPF ou CNPJ tem cadastro, perguntei no número antigo se posso trocar. Responda lá TROCAR. Se não tem mais aquele número, escreva aqui ESTE CPF É MEU.',
    numberChangeNotAsked: () =>
      'Não há troca de número esperando. Se você quer usar outro WhatsApp, escreva MUDEI DE NÚMERO a partir dele.',
    /** NÃO: the request of another WhatsApp for the account is refused. */
    numberChangeRefused: () =>
      'Certo, recusei o pedido e nada mudou na sua conta. Se acha que alguém usa a sua conta, escreva BLOQUEAR.',
    numberHasAccount: () =>
      'Este número já está ligado a uma conta. Se você tem um WhatsApp novo, escreva MUDEI DE NÚMERO a partir dele. Para entrar, escreva ENTRAR.',
    askClaimedTaxId: () => 'Vou anotar para a equipe ver. Qual é o CPF (ou CNPJ)?',
    claimRecorded: () =>
      'Anotei. Uma pessoa da equipe vai olhar e pode pedir mais provas. Por segurança, não digo aqui o que existe sobre esse CPF ou CNPJ.',
    data: ({
      name,
      taxIdMasked,
      phones,
      since,
      sessions,
      times,
    }: Timed & {
      readonly name: string;
      readonly taxIdMasked: string;
      readonly phones: readonly string[];
      readonly since: Date;
      readonly sessions: number;
    }) =>
      `O que guardo de você: nome ${name}; CPF ou CNPJ ${taxIdMasked}; WhatsApp ${phones.slice(0, SHOWN_PHONES).join(', ')}; cadastro desde ${times.calendarDay(since)}; acessos abertos: ${sessions}.`,
    dataExport: ({ exportUrl }: { readonly exportUrl: string }) =>
      `Para ver e baixar tudo: ${exportUrl}\nEste link é só seu, não repasse. Para apagar sua conta, escreva APAGAR.`,
    askDeletion: ({ deletionDays }: Lifetimes) =>
      `Em ${deletionDays} dias apago sua conta, seu nome, seu CPF ou CNPJ e este número, e isso não tem volta. Até lá você pode desistir.\nQuer apagar?\n1 Sim\n2 Não`,
    nothingDeleted: () => 'Tudo bem, não apaguei nada. Para ver o que guardo, escreva MEUS DADOS.',
    deletionScheduled: ({ dueAt, times }: Timed & { readonly dueAt: Date }) =>
      `Sua conta será apagada em ${times.calendarDay(dueAt)}. Se mudar de ideia até lá, escreva CANCELAR EXCLUSÃO.`,
    deletionAhead: ({ dueAt, times }: Timed & { readonly dueAt: Date }) =>
      `Sua conta será apagada em ${times.calendarDay(dueAt)}. Para mantê-la, escreva CANCELAR EXCLUSÃO.`,
    deletionCancelled: () =>
      'Que bom que ficou: cancelei a exclusão e não apaguei nada. Para entrar, escreva ENTRAR.',
    notLeaving: () => 'Não há exclusão marcada: sua conta continua como está.',
  },
};
