import type { Defence } from '../defence.js';

const THROTTLE = 'src/domain/throttle.js';
const NUMBER_CHANGES = 'src/adapters/postgres/tables/number-changes.js';

/** The defences behind cases 64, 68, 69, 70 and 73. */
export const FLOOD_DEFENCES: readonly Defence[] = [
  {
    id: 64,
    what: 'a second code takes the place of a decoy, too',
    file: 'src/adapters/postgres/tables/challenges.js',
    present: 'WHERE tax_id_index = ${taxIdIndex} AND purpose = ${purpose}',
    absent: 'WHERE account_id = ${accountId}::uuid AND purpose = ${purpose}',
  },
  {
    id: 64,
    what: 'a link that nobody gets is stored as well',
    file: 'src/app/sign-in/password/request-reset.js',
    present: 'await tables.outbox.enqueue([message], now);',
    absent: 'if (sent) await tables.outbox.enqueue([message], now);',
  },
  {
    id: 64,
    what: 'a warning of guesses that nobody gets is stored as well',
    file: 'src/app/delivery/warn-owner.js',
    present: 'await store.transaction((tx) => tx.outbox.enqueue([warning], now));',
    absent:
      'if (chat !== null) await store.transaction((tx) => tx.outbox.enqueue([warning], now));',
  },
  {
    id: 68,
    what: 'one address asks for sixty logins in ten minutes',
    file: THROTTLE,
    present: "name: 'login-request:ip', limit: 60,",
    absent: "name: 'login-request:ip', limit: 6000,",
  },
  {
    id: 68,
    what: 'all addresses together ask for 600 logins a minute',
    file: THROTTLE,
    present: "name: 'login-request:everywhere', limit: 600,",
    absent: "name: 'login-request:everywhere', limit: 60_000,",
  },
  {
    id: 68,
    what: 'a path to go to after the login has 512 characters at the most',
    file: 'src/domain/next-path.js',
    present: 'input.length > LONGEST_PATH',
    absent: 'input.length > 100 * LONGEST_PATH',
  },
  {
    id: 68,
    what: 'login requests are swept ten minutes after their end',
    file: 'src/app/upkeep/sweep.js',
    present: "['loginRequests', () => store.loginRequests.sweep(ago(STRANGERS_MS))],",
    absent: "['loginRequests', () => store.loginRequests.sweep(ago(DAY_MS))],",
  },
  {
    id: 68,
    what: 'a change of number of nobody is swept after ten minutes',
    file: NUMBER_CHANGES,
    present: 'account_id IS NULL AND created_at < ${decoysBefore}',
    absent: 'account_id IS NULL AND created_at < ${before}',
  },
  {
    id: 69,
    what: 'notices of one topic are joined for five minutes',
    file: 'src/app/delivery/notify-owner.js',
    present: 'const JOINED_WITHIN_MS = 5 * 60_000;',
    absent: 'const JOINED_WITHIN_MS = 0;',
  },
  {
    id: 69,
    what: 'a password is changed ten times an hour',
    file: THROTTLE,
    present: "name: 'password-change:account', limit: 10,",
    absent: "name: 'password-change:account', limit: 1000,",
  },
  {
    id: 69,
    what: 'a deletion is asked for five times an hour',
    file: THROTTLE,
    present: "name: 'deletion:account', limit: 5,",
    absent: "name: 'deletion:account', limit: 500,",
  },
  {
    id: 69,
    what: 'what was held back and called off is not told',
    file: 'src/app/account/own-deletion.js',
    present: "await tx.ownerNotices.drop(accountId, 'deletion');",
    absent: '',
  },
  {
    id: 70,
    what: 'a password longer than any is not normalised',
    file: 'src/domain/password.js',
    present: "return password.length > LONGEST_FIELD ? null : password.normalize('NFC');",
    absent: "return password.normalize('NFC');",
  },
  {
    id: 73,
    what: 'a Signal key that is named after the person goes',
    file: 'src/adapters/whatsapp/signal/signal-traces.js',
    present: "return { kind: 'key', type, id, value: null };",
    times: 2,
    absent: 'return null;',
  },
  {
    id: 73,
    what: 'what is counted about the CPF goes, of older master keys, too',
    file: 'src/adapters/postgres/tables/erasure.js',
    present: "const taxIds = index.candidates('tax-id', person.taxId);",
    absent: "const taxIds = [index.index('tax-id', person.taxId)];",
  },
  {
    id: 73,
    what: 'messages to the person go, of older master keys, too',
    file: 'src/adapters/postgres/tables/erasure.js',
    present: "chats.flatMap((chat) => index.candidates('jid', chat))",
    absent: "chats.map((chat) => index.index('jid', chat))",
  },
  {
    id: 73,
    what: 'the log forgets what was said about the account',
    file: 'src/app/account/erase-accounts.js',
    present: 'await tx.audit.forget(accountId);',
    absent: '',
  },
];
