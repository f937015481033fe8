import type { LoginLink, LoginLinks } from '#src/app/ports/login-links.js';
import { Prisma } from './generated/client.js';
import type { TableDeps } from './table-deps.js';

const COLUMNS = Prisma.sql`
  id, account_id AS "accountId", next, expires_at AS "expiresAt", consumed_at AS "consumedAt",
  superseded_at AS "supersededAt"`;

export function createLoginLinks({ db, atomically }: TableDeps): LoginLinks {
  return {
    issue: ({ id, accountId, purpose, tokenDigest, next, expiresAt, now }) =>
      atomically(async (tx) => {
        // Two links issued at once queue here, so that only the later one stays open. Not on the account's row: who
        // signs in holds that one, and waits for what a sender holds.
        await tx.$executeRaw`
          SELECT pg_advisory_xact_lock(hashtextextended(${`login_link:${accountId}`}, 0))`;
        await tx.$executeRaw`
          WITH superseded AS (
            UPDATE login_link SET superseded_at = ${now}
            WHERE account_id = ${accountId}::uuid AND purpose = ${purpose}
              AND consumed_at IS NULL AND superseded_at IS NULL)
          INSERT INTO login_link
            (id, account_id, purpose, token_digest, next, created_at, expires_at)
          SELECT ${id}::uuid, a.id, ${purpose}::text, ${tokenDigest}::bytea, ${next}::text,
            ${now}::timestamptz, ${expiresAt}::timestamptz
          FROM account a WHERE a.id = ${accountId}::uuid`;
      }),
    find: async ({ tokenDigest, purpose }) => {
      const rows = await db.$queryRaw<LoginLink[]>`
        SELECT ${COLUMNS} FROM login_link
        WHERE token_digest = ${tokenDigest} AND purpose = ${purpose}`;
      return rows[0] ?? null;
    },
    consume: async ({ tokenDigest, purpose }, now) => {
      const rows = await db.$queryRaw<LoginLink[]>`
        UPDATE login_link SET consumed_at = ${now}
        WHERE token_digest = ${tokenDigest} AND purpose = ${purpose}
          AND consumed_at IS NULL AND superseded_at IS NULL AND expires_at > ${now}
        RETURNING ${COLUMNS}`;
      return rows[0] ?? null;
    },
    supersedeAll: async (accountId, now) => {
      await db.$executeRaw`
        UPDATE login_link SET superseded_at = ${now}
        WHERE account_id = ${accountId}::uuid AND consumed_at IS NULL AND superseded_at IS NULL`;
    },
    sweep: async (before) => {
      const { count } = await db.loginLink.deleteMany({ where: { expiresAt: { lt: before } } });
      return count;
    },
  };
}
