import type { Defence } from '../defence.js';

const VERIFY = 'src/app/upkeep/verify-audit.js';

/** Cases 72 and 74. */
export const ADMIN_AND_AUDIT_DEFENCES: readonly Defence[] = [
  {
    id: 72,
    what: 'a session of the admin has a longest life',
    file: 'src/app/admin/sessions.js',
    present: 'const LIFETIME_MS = 12 * 60 * 60_000;',
    absent: 'const LIFETIME_MS = 365 * 24 * 60 * 60_000;',
  },
  {
    id: 72,
    what: 'whatever the admin does asks when the session began',
    file: 'src/adapters/postgres/tables/admins.js',
    present: 'AND created_at > ${signedInSince}',
    absent: '',
  },
  {
    id: 74,
    what: 'an empty log is none where there are people or an admin',
    file: VERIFY,
    present: 'if (last.seq === 0n && ((await accounts.exist()) || (await admins.exists())))',
    absent: 'if (false)',
  },
  {
    id: 74,
    what: 'an end that was kept elsewhere is missed',
    file: VERIFY,
    present: 'if (expected !== null && expected.seq > last.seq)',
    absent: 'if (false)',
  },
  {
    id: 74,
    what: 'an end that was kept elsewhere is compared',
    file: VERIFY,
    present: 'if (row.seq === expected?.seq && row.hash !== expected.hash)',
    absent: 'if (false)',
  },
  {
    id: 74,
    what: "the program's log names every end",
    file: 'src/adapters/postgres/tables/audit.js',
    present: 'onAuditEnd(end);',
    absent: '',
  },
];
