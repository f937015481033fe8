import sql, { type Sql } from 'sql-template-tag';
import type { KnownBrowsers, KnownSubject } from '#src/app/ports/tables/known-browsers.js';
import type { TableDeps } from './table-deps.js';

export function createKnownBrowsers({ db, index }: TableDeps): KnownBrowsers {
  function accountOf(subject: KnownSubject): Sql {
    if ('accountId' in subject) return sql`SELECT ${subject.accountId}::uuid`;
    if ('challengeId' in subject) {
      return sql`SELECT account_id FROM challenge WHERE id = ${subject.challengeId}::uuid`;
    }
    const candidates = index.candidates('tax-id', subject.taxId);
    return sql`SELECT id FROM account WHERE tax_id_index = ANY(${candidates}::bytea[])`;
  }

  return {
    isKnown: async (digests, subject) => {
      const rows = await db.query<unknown>`
        SELECT 1 FROM known_browser
        WHERE digest = ANY(${[...digests]}::bytea[]) AND account_id = (${accountOf(subject)})`;
      return rows.length > 0;
    },
    forget: async (accountId, but) => {
      const gone = await db.query<unknown>`
        WITH gone AS (
          DELETE FROM known_browser
          WHERE account_id = ${accountId}::uuid
            AND session_id IS DISTINCT FROM ${but?.sessionId ?? null}::uuid
          RETURNING digest),
        anew AS (DELETE FROM allowance l USING gone WHERE l.key = gone.digest)
        SELECT 1 FROM gone`;
      return gone.length;
    },
    sweep: (before) => db.inlined.execute`DELETE FROM known_browser WHERE created_at < ${before}`,
  };
}
