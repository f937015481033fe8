import type { security as ptBr } from '../pt-br/security.js';
import { endedSessions, sessionLine } from './parts.js';

/** More would not fit a message; the site shows them all. */
const SHOWN_SESSIONS = 4;

/** Where the account is open, and how it is locked. */
export const security = {
  phrases: {
    sessions: ['sessions', 'devices'],
    endAll: ['log out everywhere', 'sign out everywhere'],
    block: ['block', 'block account', 'lock account'],
    notMe: ['it was not me', 'it wasn t me', 'not me'],
    unblock: ['unblock', 'unlock'],
  },
  texts: {
    sessions: ({ sessions, times }) => {
      const more = sessions.length - SHOWN_SESSIONS;
      const lines = sessions.slice(0, SHOWN_SESSIONS).map((session) => sessionLine(session, times));
      if (more > 0) lines.push(`And ${more} more.`);
      return `Your account is open on:\n${lines.join('\n')}\nTo end one, reply with its number. LOG OUT EVERYWHERE ends them all.`;
    },
    sessionsAgain: () =>
      'To end one, reply with its number in the list. LOG OUT EVERYWHERE ends them all and CANCEL leaves them.',
    noSessions: () => 'Your account is not open anywhere. To log in, write LOGIN.',
    sessionEnded: ({ count }) =>
      count === 0
        ? 'That one was over already. To see the list, write DEVICES.'
        : 'Done, I ended that one. To see the list, write DEVICES. If it was not yours, write BLOCK.',
    askEndAll: () => 'I will log your account out on all devices.\nMay I go on?\n1 Yes\n2 No',
    allEnded: ({ count }) => `Done, ${endedSessions(count)}. To log in again, write LOGIN.`,
    nothingEnded: () => 'All right, I ended nothing. To see the list, write DEVICES.',
    blocked: () =>
      'I blocked your account: devices, links, codes, password and Google no longer work. Your data is still there. To undo it, write UNBLOCK and confirm your CPF.',
    blockedForTeam: () =>
      'I blocked the account: devices, links and codes no longer work. For safety, only the team can undo that from here. To talk to a person, write HUMAN.',
    accountBlocked: () =>
      'This account is blocked. To unblock it, its owner writes UNBLOCK and confirms the CPF. If you need to, write HUMAN.',
    accountBlockedByTeam: () =>
      'This account is blocked and, for safety, only the team can unblock it. To talk to a person, write HUMAN.',
    askBlock: () =>
      'Do you want me to block your account? I end every session, and password and Google stop working.\n1 Yes\n2 No',
    notBlockedThen: () =>
      'All right, I blocked nothing. To see where your account is open, write DEVICES.',
    askTaxIdToUnblock: () =>
      'To unblock it I have to be sure that it is you. What is the CPF (or CNPJ) of the account?',
    unblocked: () =>
      'Done, your account is unblocked. The password and Google of before no longer work: write PASSWORD to set a new one and GOOGLE to link it again. To log in, write LOGIN.',
    notBlocked: () => 'Your account is not blocked. To log in, write LOGIN.',
    nobodyHere: () =>
      'This WhatsApp number is in no registration. To log in, write LOGIN. If your WhatsApp is new, write NEW NUMBER.',
  },
} satisfies typeof ptBr;
