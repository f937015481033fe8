import type { Defence } from '../defence.js';

const FROM_CHAT = 'src/app/sign-in/google/start-from-chat.js';

/** The defences behind cases 61 and 62. */
export const STRANGER_DEFENCES: readonly Defence[] = [
  {
    id: 61,
    what: 'the button works in no browser where nobody is signed in',
    file: FROM_CHAT,
    present: "return fail({ code: 'not_authenticated' });",
    absent:
      'return start.toLinkFromChat({ claims: { accountId, sessionId: null }, browserToken, next });',
  },
  {
    id: 61,
    what: 'the button works in no browser of another account',
    file: FROM_CHAT,
    present: 'const other = otherAccountHere(viewer, accountId);',
    absent: 'const other = null;',
  },
  {
    id: 62,
    what: 'what is there may be replaced while somebody claims the account',
    file: 'src/app/account/has-open-claim.js',
    present: 'if ((await tables.passwords.find(accountId)) !== null)',
    absent: 'if (accountId === null)',
  },
  {
    id: 62,
    what: 'three claims on a CPF count at a time',
    file: 'src/adapters/postgres/tables/claims.js',
    present: 'const MOST_OPEN = 3;',
    absent: 'const MOST_OPEN = 300;',
  },
  {
    id: 62,
    what: 'a no holds all claims on the CPF for thirty days',
    file: 'src/domain/claim.js',
    present: 'const REJECTED_CLAIM_REST_MS = 30 * 24 * 60 * 60_000;',
    absent: 'const REJECTED_CLAIM_REST_MS = 0;',
  },
];
