import type { KnownBrowsers, KnownSubject } from '#src/app/ports/tables/known-browsers.js';
import { Prisma } from '../generated/client.js';
import type { TableDeps } from './table-deps.js';

export function createKnownBrowsers({ db, index }: TableDeps): KnownBrowsers {
  function accountOf(subject: KnownSubject): Prisma.Sql {
    if ('accountId' in subject) return Prisma.sql`SELECT ${subject.accountId}::uuid`;
    if ('challengeId' in subject) {
      return Prisma.sql`SELECT account_id FROM challenge WHERE id = ${subject.challengeId}::uuid`;
    }
    const candidates = index.candidates('tax-id', subject.taxId);
    return Prisma.sql`SELECT id FROM account WHERE tax_id_index = ANY(${candidates}::bytea[])`;
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
    sweep: async (before) => {
      const { count } = await db.prisma((prisma) =>
        prisma.knownBrowser.deleteMany({ where: { createdAt: { lt: before } } }),
      );
      return count;
    },
  };
}
