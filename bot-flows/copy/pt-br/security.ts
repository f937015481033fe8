import type { SaidDevice, Timed } from '../parameters.js';
import { endedAccesses, sessionLine } from './parts.js';

/** More would not fit a message; the site shows them all. */
const SHOWN_SESSIONS = 4;

/** Where the account is open, and how it is locked. */
export const security = {
  phrases: {
    sessions: [
      ...['~acessos', 'meus acessos', 'ver acessos', 'sessoes', 'aparelhos', 'dispositivos'],
      ...['meus aparelhos', 'meus dispositivos', 'onde estou conectado'],
    ],
    endAll: [
      ...['sair de tudo', 'sair tudo', 'sair de todos', 'encerrar tudo', 'encerrar todos'],
      ...['encerrar todas', 'desconectar tudo', 'desconectar todos'],
      ...['sair de todos os aparelhos', 'encerrar todos os acessos'],
    ],
    block: [
      ...['~bloquear', 'bloqueia', 'bloqueie', 'bloquear conta', 'bloquear minha conta'],
      ...['bloquear acesso', 'bloquear tudo'],
    ],
    notMe: ['nao fui eu', 'nao sou eu', 'nao foi eu', 'nao era eu'],
    unblock: [
      ...['~desbloquear', 'desbloqueia', 'desbloqueie', 'desbloquear conta'],
      ...['desbloquear minha conta'],
    ],
  },
  texts: {
    sessions: ({
      sessions,
      times,
    }: Timed & {
      readonly sessions: readonly (SaidDevice & {
        readonly n: number;
        readonly lastSeenAt: Date;
      })[];
    }) => {
      const more = sessions.length - SHOWN_SESSIONS;
      const lines = sessions.slice(0, SHOWN_SESSIONS).map((session) => sessionLine(session, times));
      if (more > 0) lines.push(`E mais ${more}.`);
      return `Sua conta está aberta em:\n${lines.join('\n')}\nPara encerrar um acesso, responda o número. SAIR DE TUDO encerra todos.`;
    },
    sessionsAgain: () =>
      'Para encerrar um acesso, responda com o número dele na lista. SAIR DE TUDO encerra todos e CANCELAR deixa como está.',
    noSessions: () => 'Sua conta não está aberta em nenhum lugar. Para entrar, escreva ENTRAR.',
    sessionEnded: ({ count }: { readonly count: number }): string =>
      count === 0
        ? 'Esse acesso já tinha terminado. Para ver a lista, escreva ACESSOS.'
        : 'Pronto, encerrei esse acesso. Para ver a lista, escreva ACESSOS. Se não era seu, escreva BLOQUEAR.',
    askEndAll: () =>
      'Vou encerrar todos os acessos à sua conta, em todos os aparelhos.\nPosso continuar?\n1 Sim\n2 Não',
    allEnded: ({ count }: { readonly count: number }) =>
      `Pronto, ${endedAccesses(count)}. Para entrar de novo, escreva ENTRAR.`,
    nothingEnded: () => 'Tudo bem, não encerrei nada. Para ver a lista, escreva ACESSOS.',
    blocked: () =>
      'Bloqueei sua conta: acessos, links, códigos, senha e Google não valem mais. Seus dados continuam guardados. Para desfazer, escreva DESBLOQUEAR e confirme seu CPF.',
    /** The same from a phone or WhatsApp account that cannot undo it. */
    blockedForTeam: () =>
      'Bloqueei a conta: acessos, links e códigos não valem mais. Por segurança, daqui só a equipe desfaz isso. Para falar com uma pessoa, escreva ATENDENTE.',
    accountBlocked: () =>
      'Esta conta está bloqueada. Para desbloquear, o dono escreve DESBLOQUEAR e confirma o CPF. Se precisar, escreva ATENDENTE.',
    /** Only the team ends this block. */
    accountBlockedByTeam: () =>
      'Esta conta está bloqueada e, por segurança, só a equipe pode desbloquear. Para falar com uma pessoa, escreva ATENDENTE.',
    /** "Não fui eu", and it is not clear what it is about. */
    askBlock: () =>
      'Quer que eu bloqueie sua conta? Encerro todos os acessos, e a senha e o Google deixam de valer.\n1 Sim\n2 Não',
    notBlockedThen: () =>
      'Tudo bem, não bloqueei nada. Para ver onde sua conta está aberta, escreva ACESSOS.',
    askTaxIdToUnblock: () =>
      'Para desbloquear, preciso ter certeza de que é você. Qual é o CPF (ou CNPJ) da conta?',
    unblocked: () =>
      'Pronto, sua conta está desbloqueada. A senha e o Google de antes não valem mais: se usava, escreva SENHA para criar outra e GOOGLE para vincular de novo. Para entrar, escreva ENTRAR.',
    notBlocked: () => 'Sua conta não está bloqueada. Para entrar, escreva ENTRAR.',
    /** An unknown number asked for something that only an account has. */
    nobodyHere: () =>
      'Este número de WhatsApp não está em nenhum cadastro. Para entrar, escreva ENTRAR. Se você trocou de WhatsApp, escreva MUDEI DE NÚMERO.',
  },
};
