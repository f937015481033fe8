import sql from 'sql-template-tag';
import type { RefreshToken, Session, SessionsInTx } from '#src/app/ports/tables/sessions.js';
import { createRowTags } from './row-tags.js';
import type { Db, TableDeps } from './table-deps.js';

interface NewestRow {
  readonly parentId: string;
  readonly successorBox: Uint8Array;
  readonly madeAt: Date;
}

const COLUMNS = sql`
  s.id, s.account_id AS "accountId", s.way AS "method", s.browser, s.system, s.created_at AS "createdAt",
  s.last_seen_at AS "lastSeenAt", s.revoked_at AS "revokedAt",
  s.proven_at AS "provenAt"`;

/** What findRefreshToken reads to check the tags. */
interface TaggedToken extends RefreshToken {
  readonly tag: Uint8Array;
  readonly sessionTag: Uint8Array | null;
}

const meaningOf = {
  session: (id: string, accountId: string) => ['session', id, accountId],
  token: (digest: Uint8Array, sessionId: string) => ['refresh_token', digest, sessionId],
};

export function createSessions({ db, cipher, index, atomically }: TableDeps): SessionsInTx {
  const tags = createRowTags(index);

  /**
   * Locks the account's row, which a sign-in locks, too: its session exists when this lock is granted, or it begins
   * later and sees the change.
   */
  function withAccountLock<Value>(
    accountId: string,
    revoke: (tx: Db) => Promise<Value>,
  ): Promise<Value> {
    return atomically(async (tx) => {
      await tx.execute`SELECT 1 FROM account WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;
      return revoke(tx);
    });
  }

  return {
    // A statement does not see what it inserts: the session itself is no sign that its device was known.
    create: async ({ id, accountId, method, browser, system, refresh, ...more }) => {
      const { knownDigest, devicesSince, now } = more;
      const rows = await db.query<{ known: boolean }>`
        WITH opened AS (
          INSERT INTO session
            (id, account_id, way, browser, system, created_at, last_seen_at, proven_at, tag)
          VALUES (${id}::uuid, ${accountId}::uuid, ${method}, ${browser}, ${system}, ${now}, ${now},
            ${now}, ${tags.of(meaningOf.session(id, accountId))})),
        known AS (
          INSERT INTO known_browser (digest, account_id, session_id, created_at)
          SELECT ${knownDigest ?? null}::bytea, ${accountId}::uuid, ${id}::uuid, ${now}::timestamptz
          WHERE ${knownDigest ?? null}::bytea IS NOT NULL)
        INSERT INTO refresh_token (id, session_id, token_digest, created_at, expires_at, tag)
        VALUES (${refresh.id}::uuid, ${id}::uuid, ${refresh.digest}, ${now}, ${refresh.expiresAt},
          ${tags.of(meaningOf.token(refresh.digest, id))})
        RETURNING EXISTS (
          SELECT 1 FROM session WHERE account_id = ${accountId}::uuid
            AND last_seen_at >= ${devicesSince}::timestamptz
            AND browser IS NOT DISTINCT FROM ${browser}::text
            AND system IS NOT DISTINCT FROM ${system}::text
            AND created_at > COALESCE((SELECT ways_closed_at FROM account
              WHERE id = ${accountId}::uuid), '-infinity')) AS known`;
      return rows[0]?.known === true;
    },
    find: async (id) => {
      const rows = await db.query<Session>`
        SELECT ${COLUMNS} FROM session s WHERE s.id = ${id}::uuid`;
      return rows[0] ?? null;
    },
    findRefreshToken: async (digest) => {
      const rows = await db.query<TaggedToken>`
        SELECT t.id, t.session_id AS "sessionId", s.account_id AS "accountId",
          t.expires_at AS "expiresAt", t.used_at AS "usedAt", t.spent_at AS "spentAt",
          p.spent_at AS "parentSpentAt", s.created_at AS "sessionCreatedAt",
          s.revoked_at AS "sessionRevokedAt", t.tag, s.tag AS "sessionTag"
        FROM refresh_token t JOIN session s ON s.id = t.session_id
          LEFT JOIN refresh_token p ON p.id = t.parent_id
        WHERE t.token_digest = ${digest}`;
      if (rows[0] === undefined) return null;
      const { tag, sessionTag, ...token } = rows[0];
      // A token whose row was moved to another session, or whose session was moved to another account, is not accepted.
      const { sessionId, accountId } = token;
      const isWhole =
        tags.fits(tag, meaningOf.token(digest, sessionId)) &&
        tags.fits(sessionTag, meaningOf.session(sessionId, accountId));
      return isWhole ? token : null;
    },
    // A missing parent was swept; then no other successor of it can be in use any more.
    rotate: async ({ token: { id, sessionId, usedAt }, successor, next, now }) => {
      const successorBox = cipher.encrypt(successor, successorContext(id));
      const inserted = await db.execute`
        WITH alive AS (
          SELECT id FROM session WHERE id = ${sessionId}::uuid AND revoked_at IS NULL
          FOR NO KEY UPDATE),
        shown AS (
          SELECT t.id, t.parent_id, t.used_at FROM refresh_token t, alive
          WHERE t.id = ${id}::uuid AND t.session_id = alive.id AND t.expires_at > ${now}
            AND t.used_at IS NOT DISTINCT FROM ${usedAt}::timestamptz AND t.spent_at IS NULL
          FOR NO KEY UPDATE OF t),
        spent AS (
          UPDATE refresh_token p SET spent_at = ${now} FROM shown
          WHERE p.id = shown.parent_id AND shown.used_at IS NULL AND p.spent_at IS NULL
          RETURNING p.id),
        used AS (
          UPDATE refresh_token t SET used_at = ${now}, successor_box = ${successorBox} FROM shown
          WHERE t.id = shown.id AND (shown.used_at IS NOT NULL OR EXISTS (SELECT 1 FROM spent)
            OR NOT EXISTS (SELECT 1 FROM refresh_token p WHERE p.id = shown.parent_id))
          RETURNING t.session_id),
        seen AS (
          UPDATE session SET last_seen_at = ${now} WHERE id IN (SELECT session_id FROM used))
        INSERT INTO refresh_token
          (id, session_id, parent_id, token_digest, created_at, expires_at, tag)
        SELECT ${next.id}::uuid, session_id, ${id}::uuid, ${next.digest}::bytea,
          ${now}::timestamptz, ${next.expiresAt}::timestamptz,
          ${tags.of(meaningOf.token(next.digest, sessionId))}::bytea
        FROM used`;
      return inserted === 1;
    },
    lock: async (id) => {
      await db.execute`SELECT 1 FROM session WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    },
    newestRefreshToken: async (sessionId) => {
      const rows = await db.query<NewestRow>`
        SELECT id AS "parentId", successor_box AS "successorBox", used_at AS "madeAt"
        FROM refresh_token
        WHERE session_id = ${sessionId}::uuid AND used_at IS NOT NULL AND spent_at IS NULL
        ORDER BY used_at DESC LIMIT 1`;
      if (rows[0] === undefined) return null;
      const { parentId, successorBox, madeAt } = rows[0];
      return { plainText: cipher.decryptText(successorBox, successorContext(parentId)), madeAt };
    },
    revoke: async (id, reason, now) => {
      const revoked = await db.execute`
        UPDATE session SET revoked_at = ${now}, revoked_reason = ${reason}
        WHERE id = ${id}::uuid AND revoked_at IS NULL`;
      return revoked === 1;
    },
    revokeAll: (accountId, reason, now) =>
      withAccountLock(accountId, async (tx) => {
        const rows = await tx.query<{ id: string }>`
          UPDATE session SET revoked_at = ${now}, revoked_reason = ${reason}
          WHERE account_id = ${accountId}::uuid AND revoked_at IS NULL RETURNING id`;
        return rows.map(({ id }) => id);
      }),
    revokeOthers: ({ id: kept, accountId }, reason, now) =>
      withAccountLock(accountId, async (tx) => {
        const rows = await tx.query<{ id: string }>`
          UPDATE session SET revoked_at = ${now}, revoked_reason = ${reason}
          WHERE account_id = ${accountId}::uuid AND id <> ${kept}::uuid AND revoked_at IS NULL
          RETURNING id`;
        return rows.map(({ id }) => id);
      }),
    listActive: (accountId, now) => db.query<Session>`
      SELECT ${COLUMNS} FROM session s
      WHERE s.account_id = ${accountId}::uuid AND s.revoked_at IS NULL AND EXISTS (
        SELECT 1 FROM refresh_token t WHERE t.session_id = s.id AND t.expires_at > ${now})
      ORDER BY s.created_at DESC, s.id`,
    listAll: (accountId) => db.query<Session>`
      SELECT ${COLUMNS} FROM session s WHERE s.account_id = ${accountId}::uuid
      ORDER BY s.created_at DESC, s.id`,
    // One statement sees one state: tokens that go in it still count, so the time is asked for again.
    sweep: async ({ tokensBefore, sessionsBefore }) => {
      const rows = await db.inlined.query<{ tokens: bigint }>`
        WITH gone AS (DELETE FROM refresh_token WHERE expires_at < ${tokensBefore} RETURNING 1),
        ended AS (
          DELETE FROM session s WHERE s.last_seen_at < ${sessionsBefore} AND NOT EXISTS (
            SELECT 1 FROM refresh_token t
            WHERE t.session_id = s.id AND t.expires_at >= ${tokensBefore}))
        SELECT count(*) AS tokens FROM gone`;
      return Number(rows[0]?.tokens ?? 0);
    },
  };
}

function successorContext(tokenId: string): string {
  return `refresh_token.successor_box:${tokenId}`;
}
