import type { Defence } from '../defence.js';

/** Cases 16, 21, 48 and 55 to 57. */
export const NUMBER_DEFENCES: readonly Defence[] = [
  {
    id: 16,
    what: 'another LID in the same chat is another WhatsApp account',
    file: 'src/domain/sender.js',
    present: "return !saysLid && key === true ? 'known' : 'new_account';",
    absent: "return 'known';",
  },
  {
    id: 21,
    what: 'a number whose key changed gets no codes and no links',
    file: 'src/domain/step-up.js',
    present: 'if (number.identityChangedAt !== null)',
    absent: 'if (false)',
  },
  {
    id: 48,
    what: 'a number that was silent for long names the CPF',
    file: 'src/domain/step-up.js',
    present: "? 'dormant' : null",
    absent: '? null : null',
  },
  {
    id: 55,
    what: 'another LID is another WhatsApp account, whatever the number',
    file: 'src/domain/sender.js',
    present: "return !saysLid && key === true ? 'known' : 'new_account';",
    absent: "return 'known';",
  },
  {
    id: 56,
    what: 'a chat ends no block but the one that its owner set',
    file: 'src/app/chat/own-block.js',
    present: "found.account.blockedBy === 'owner' && isSameSender(found)",
    absent: 'isSameSender(found)',
    also: {
      file: 'src/adapters/postgres/tables/accounts.js',
      present: "AND status = 'blocked' AND blocked_by = ${by}",
      absent: "AND status = 'blocked'",
    },
  },
  {
    id: 57,
    what: 'BLOQUEAR takes the password and the Google link away',
    file: 'src/app/account/block-account.js',
    present: 'if (closesWays)',
    absent: 'if (false)',
  },
];
