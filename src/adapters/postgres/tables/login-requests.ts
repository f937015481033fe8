import sql from 'sql-template-tag';
import type { LoginRequest, LoginRequestsInTx } from '#src/app/ports/tables/login-requests.js';
import type { LoginRequestStanding } from '#src/domain/login-request.js';
import type { TableDeps } from './table-deps.js';

interface RequestRow extends Omit<LoginRequest, 'number'> {
  readonly numberBox: Uint8Array;
  readonly bindingDigest: Uint8Array;
}

interface Asked {
  /** Counted from 1. */
  readonly n: bigint;
}

const COLUMNS = sql`
  id, status, browser, system, number_box AS "numberBox", binding_digest AS "bindingDigest", next, account_id AS "accountId",
  chat_index IS NOT NULL AS "isAsked", created_at AS "createdAt", expires_at AS "expiresAt", consumed_at AS "consumedAt"`;

export function createLoginRequests({
  db,
  cipher,
  index,
  atomically,
}: TableDeps): LoginRequestsInTx {
  /** @throws when the row was moved to another browser or account, or forged (docs/decisions/0014) */
  function decryptRow({ numberBox, bindingDigest, ...row }: RequestRow): LoginRequest {
    const context = numberContext({ ...row, bindingDigest });
    return { ...row, number: Number(cipher.decryptText(numberBox, context)) };
  }

  function first(rows: readonly RequestRow[]): LoginRequest | null {
    return rows[0] === undefined ? null : decryptRow(rows[0]);
  }

  return {
    create: async ({ id, code, bindingDigest, browser, system, number, next, expiresAt, now }) => {
      await db.execute`
        INSERT INTO login_request (id, code_index, binding_digest, number_box, browser, system,
          next, created_at, expires_at)
        VALUES (${id}::uuid, ${index.index('request-code', code)}, ${bindingDigest},
          ${cipher.encrypt(String(number), numberContext({ id, bindingDigest, accountId: null }))}, ${browser}, ${system}, ${next},
          ${now}, ${expiresAt})`;
    },
    find: async (id, bindingDigest) =>
      first(
        await db.query<RequestRow>`
          SELECT ${COLUMNS} FROM login_request
          WHERE id = ${id}::uuid AND binding_digest = ${bindingDigest}`,
      ),
    standings: async (asked) => {
      const rows = await db.query<LoginRequestStanding & Asked>`
        SELECT asked.n, request.status, request.chat_index IS NOT NULL AS "isAsked",
          request.expires_at AS "expiresAt"
        FROM unnest(${asked.map(({ id }) => id)}::uuid[],
          ${asked.map(({ bindingDigest }) => bindingDigest)}::bytea[])
          WITH ORDINALITY AS asked(id, binding_digest, n)
        JOIN login_request request
          ON request.id = asked.id AND request.binding_digest = asked.binding_digest`;
      const found = new Map(rows.map(({ n, ...standing }) => [Number(n), standing]));
      return asked.map((_, at) => found.get(at + 1) ?? null);
    },
    claim: ({ code, chat, now }) =>
      atomically(async (tx) => {
        const chats = index.candidates('jid', chat);
        const claimed = first(
          await tx.query<RequestRow>`
            UPDATE login_request SET chat_index = ${index.index('jid', chat)}
            WHERE code_index = ANY(${index.candidates('request-code', code)}::bytea[])
              AND status = 'pending' AND expires_at > ${now}
              AND (chat_index IS NULL OR chat_index = ANY(${chats}::bytea[]))
            RETURNING ${COLUMNS}`,
        );
        if (claimed === null) return null;
        // The request is ended, not freed: this chat has seen its choices, so no other chat may answer it.
        await tx.execute`
          UPDATE login_request SET status = 'denied', answered_at = ${now}
          WHERE chat_index = ANY(${chats}::bytea[]) AND status = 'pending'
            AND id <> ${claimed.id}::uuid`;
        return claimed;
      }),
    // The number of a request never changes, so that it may be read before the statement that decides.
    answer: ({ chat, accountId, number, now, completeUntil }) =>
      atomically(async (tx) => {
        const rows = await tx.query<RequestRow>`
          SELECT ${COLUMNS} FROM login_request
          WHERE chat_index = ANY(${index.candidates('jid', chat)}::bytea[])
            AND status = 'pending' AND expires_at > ${now}`;
        if (rows[0] === undefined) return null;
        const [{ id, bindingDigest }, asked] = [rows[0], decryptRow(rows[0])];
        const right = asked.number === number;
        const opens = right ? accountId : null;
        const ciphertext = cipher.encrypt(
          String(asked.number),
          numberContext({ id, bindingDigest, accountId: opens }),
        );
        return first(
          await tx.query<RequestRow>`
            UPDATE login_request
            SET status = ${right ? 'approved' : 'denied'}, answered_at = ${now},
              account_id = ${opens}::uuid, number_box = ${ciphertext},
              expires_at = GREATEST(expires_at, ${completeUntil}::timestamptz)
            WHERE id = ${id}::uuid AND status = 'pending' AND expires_at > ${now}
            RETURNING ${COLUMNS}`,
        );
      }),
    deny: async (chat, now) => {
      const rows = await db.query<{ id: string }>`
        UPDATE login_request SET status = 'denied', answered_at = ${now}
        WHERE chat_index = ANY(${index.candidates('jid', chat)}::bytea[]) AND status = 'pending'
        RETURNING id`;
      return rows[0]?.id ?? null;
    },
    consume: async ({ id, bindingDigest, now }) =>
      first(
        await db.query<RequestRow>`
          UPDATE login_request SET consumed_at = ${now}
          WHERE id = ${id}::uuid AND binding_digest = ${bindingDigest}
            AND status = 'approved' AND consumed_at IS NULL AND expires_at > ${now}
          RETURNING ${COLUMNS}`,
      ),
    denyApproved: async (accountId, now) => {
      const rows = await db.query<{ id: string }>`
        UPDATE login_request SET status = 'denied', answered_at = ${now}
        WHERE account_id = ${accountId}::uuid AND status = 'approved' AND consumed_at IS NULL
        RETURNING id`;
      return rows.map(({ id }) => id);
    },
    erase: async (chats) => {
      const indexes = chats.flatMap((chat) => index.candidates('jid', chat));
      await db.execute`DELETE FROM login_request WHERE chat_index = ANY(${indexes}::bytea[])`;
    },
    sweep: (before) => db.inlined.execute`DELETE FROM login_request WHERE expires_at < ${before}`,
  };
}

/**
 * Names the browser that waits and the account that it will be signed in to, so that the ciphertext decrypts in no
 * other row.
 */
function numberContext(row: {
  readonly id: string;
  readonly bindingDigest: Uint8Array;
  readonly accountId: string | null;
}): string {
  const binding = Buffer.from(row.bindingDigest).toString('hex');
  return `login_request.number_box:${row.id}:${binding}:${row.accountId ?? ''}`;
}
