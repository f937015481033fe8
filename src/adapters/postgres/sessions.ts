import type { RefreshToken, Session, Sessions } from '#src/app/ports/sessions.js';
import type { TableDeps } from './table-deps.js';

interface RefreshTokenRow extends Omit<RefreshToken, 'successor'> {
  readonly successorBox: Uint8Array | null;
}

export function createSessions({ db, cipher }: TableDeps): Sessions {
  return {
    create: async ({ id, accountId, way, browser, system, refresh, now }) => {
      await db.$executeRaw`
        WITH opened AS (
          INSERT INTO session (id, account_id, way, browser, system, created_at, last_seen_at)
          VALUES (${id}::uuid, ${accountId}::uuid, ${way}, ${browser}, ${system}, ${now}, ${now}))
        INSERT INTO refresh_token (id, session_id, token_digest, created_at, expires_at)
        VALUES (${refresh.id}::uuid, ${id}::uuid, ${refresh.digest}, ${now}, ${refresh.expiresAt})`;
    },
    find: async (id) => {
      const rows = await db.$queryRaw<Session[]>`
        SELECT id, account_id AS "accountId", way, browser, system, created_at AS "createdAt",
          last_seen_at AS "lastSeenAt", revoked_at AS "revokedAt"
        FROM session WHERE id = ${id}::uuid`;
      return rows[0] ?? null;
    },
    findRefreshToken: async (digest) => {
      const rows = await db.$queryRaw<RefreshTokenRow[]>`
        SELECT t.id, t.session_id AS "sessionId", s.account_id AS "accountId",
          t.expires_at AS "expiresAt", t.used_at AS "usedAt", t.successor_box AS "successorBox",
          s.revoked_at AS "sessionRevokedAt"
        FROM refresh_token t JOIN session s ON s.id = t.session_id
        WHERE t.token_digest = ${digest}`;
      const row = rows[0];
      if (row === undefined) return null;
      const { successorBox, ...token } = row;
      const successor =
        successorBox === null ? null : cipher.decryptText(successorBox, successorContext(token.id));
      return { ...token, successor };
    },
    rotate: async ({ tokenId, sessionId, successor, next, now }) => {
      const successorBox = cipher.encrypt(successor, successorContext(tokenId));
      const inserted = await db.$executeRaw`
        WITH used AS (
          UPDATE refresh_token t SET used_at = ${now}, successor_box = ${successorBox}
          FROM session s
          WHERE t.id = ${tokenId}::uuid AND t.session_id = ${sessionId}::uuid
            AND t.used_at IS NULL AND t.expires_at > ${now}
            AND s.id = t.session_id AND s.revoked_at IS NULL
          RETURNING t.session_id),
        seen AS (
          UPDATE session SET last_seen_at = ${now} WHERE id IN (SELECT session_id FROM used))
        INSERT INTO refresh_token (id, session_id, token_digest, created_at, expires_at)
        SELECT ${next.id}::uuid, session_id, ${next.digest}::bytea, ${now}::timestamptz,
          ${next.expiresAt}::timestamptz
        FROM used`;
      return inserted === 1;
    },
    revoke: async (id, reason, now) => {
      const revoked = await db.$executeRaw`
        UPDATE session SET revoked_at = ${now}, revoked_reason = ${reason}
        WHERE id = ${id}::uuid AND revoked_at IS NULL`;
      return revoked === 1;
    },
    // One statement sees one state: tokens that go in it still count, so the time is asked for again.
    sweep: async (before) => {
      const rows = await db.$queryRaw<{ tokens: bigint }[]>`
        WITH gone AS (DELETE FROM refresh_token WHERE expires_at < ${before} RETURNING 1),
        ended AS (
          DELETE FROM session s WHERE NOT EXISTS (
            SELECT 1 FROM refresh_token t WHERE t.session_id = s.id AND t.expires_at >= ${before}))
        SELECT count(*) AS tokens FROM gone`;
      return Number(rows[0]?.tokens ?? 0);
    },
  };
}

function successorContext(tokenId: string): string {
  return `refresh_token.successor_box:${tokenId}`;
}
