import type { Defence } from '../defence.js';

const RULE = 'src/domain/session.js';

/** Case 78. */
export const REFRESH_DEFENCES: readonly Defence[] = [
  {
    id: 78,
    what: 'a tab that is behind gets the newest token',
    file: 'src/app/session/refresh-session.js',
    present: 'return kept(await replaySuccessor(tx, token, now));',
    absent: 'return kept(null);',
  },
  {
    id: 78,
    what: 'what is handed out again was never used',
    file: 'src/adapters/postgres/tables/sessions.js',
    present: 'AND used_at IS NOT NULL AND spent_at IS NULL',
    absent: `AND used_at = (SELECT min(used_at) FROM refresh_token
          WHERE session_id = \${sessionId}::uuid)`,
  },
  {
    id: 78,
    what: 'only the use of a successor makes a token an old one',
    file: RULE,
    present: 'token.usedAt ? token.spentAt : token.parentSpentAt;',
    absent: 'token.usedAt ?? token.parentSpentAt;',
  },
  {
    id: 78,
    what: 'an unused successor whose place was taken is known as a copy',
    file: RULE,
    present: 'token.usedAt ? token.spentAt : token.parentSpentAt;',
    absent: 'token.spentAt;',
  },
];
