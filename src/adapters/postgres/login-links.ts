import type { LoginLink, LoginLinks } from '#src/app/ports/login-links.js';
import { Prisma } from './generated/client.js';
import { rowName, type TableDeps } from './table-deps.js';

const COLUMNS = Prisma.sql`
  id, account_id AS "accountId", next, expires_at AS "expiresAt", consumed_at AS "consumedAt",
  superseded_at AS "supersededAt"`;

export function createLoginLinks({ db, index, atomically }: TableDeps): LoginLinks {
  return {
    issue: ({ id, purpose, tokenDigest, next, expiresAt, now, ...owner }) => {
      const { accountId } = owner;
      const decoyOf = owner.accountId === null ? index.index('tax-id', owner.decoyOf) : null;
      const name = accountId ?? rowName(decoyOf ?? new Uint8Array());
      return atomically(async (tx) => {
        // Two links issued at once queue here, so that only the later one stays open. Not on the account's row: who
        // signs in holds that one, and waits for what a sender holds.
        await tx.$executeRaw`
          SELECT pg_advisory_xact_lock(hashtextextended(${`login_link:${name}`}, 0))`;
        await tx.$executeRaw`
          WITH superseded AS (
            UPDATE login_link SET superseded_at = ${now}
            WHERE (account_id = ${accountId}::uuid OR decoy_of = ${decoyOf}::bytea)
              AND purpose = ${purpose} AND consumed_at IS NULL AND superseded_at IS NULL)
          INSERT INTO login_link
            (id, account_id, decoy_of, purpose, token_digest, next, created_at, expires_at)
          SELECT ${id}::uuid, a.id, ${decoyOf}::bytea, ${purpose}::text, ${tokenDigest}::bytea,
            ${next}::text, ${now}::timestamptz, ${expiresAt}::timestamptz
          FROM (SELECT 1) one LEFT JOIN account a ON a.id = ${accountId}::uuid
          WHERE a.id IS NOT NULL OR ${decoyOf}::bytea IS NOT NULL`;
      });
    },
    find: async ({ tokenDigest, purpose }) => {
      const rows = await db.$queryRaw<LoginLink[]>`
        SELECT ${COLUMNS} FROM login_link
        WHERE token_digest = ${tokenDigest} AND purpose = ${purpose} AND account_id IS NOT NULL`;
      return rows[0] ?? null;
    },
    consume: async ({ tokenDigest, purpose }, now) => {
      const rows = await db.$queryRaw<LoginLink[]>`
        UPDATE login_link SET consumed_at = ${now}
        WHERE token_digest = ${tokenDigest} AND purpose = ${purpose} AND account_id IS NOT NULL
          AND consumed_at IS NULL AND superseded_at IS NULL AND expires_at > ${now}
        RETURNING ${COLUMNS}`;
      return rows[0] ?? null;
    },
    supersedeAll: async (accountId, now) => {
      await db.$executeRaw`
        UPDATE login_link SET superseded_at = ${now}
        WHERE account_id = ${accountId}::uuid AND consumed_at IS NULL AND superseded_at IS NULL`;
    },
    sweep: async (before, decoysBefore) => {
      const { count } = await db.loginLink.deleteMany({
        where: {
          OR: [{ expiresAt: { lt: before } }, { accountId: null, expiresAt: { lt: decoysBefore } }],
        },
      });
      return count;
    },
  };
}
