import type { Defence } from '../defence.js';

const VERIFY = 'src/app/upkeep/verify-audit.js';

/** Cases 10, 51 and 52. */
export const PRIVACY_DEFENCES: readonly Defence[] = [
  {
    id: 10,
    what: 'addresses are counted back from the right as far as proxies are trusted',
    file: 'web-link/app.js',
    present: "app.set('trust proxy', settings.trustProxy);",
    absent: "app.set('trust proxy', true);",
  },
  {
    id: 51,
    what: "a person's chats go with the account",
    file: 'src/adapters/postgres/tables/erasure.js',
    present: '`DELETE FROM conversation WHERE chat_index = ANY(${chats}::bytea[])`',
    absent: '`SELECT 1`',
  },
  {
    id: 51,
    what: 'the sweep erases accounts that are due',
    file: 'src/app/upkeep/sweep.js',
    present: "['accounts', eraseAccounts],",
    absent: '',
  },
  {
    id: 52,
    what: 'each row is hashed anew',
    file: VERIFY,
    present: 'if (row.hash !== row.rightHash)',
    absent: 'if (false)',
  },
  {
    id: 52,
    what: 'rows follow each other without a gap',
    file: VERIFY,
    present: 'if (seq !== last.seq + 1n)',
    absent: 'if (false)',
  },
  {
    id: 52,
    what: 'the log remembers its end',
    file: VERIFY,
    present: 'if ((head?.seq ?? 0n) > last.seq)',
    absent: 'if (false)',
  },
];
