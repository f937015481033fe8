import type { NumberChanges } from '#src/app/ports/tables/number-changes.js';
import type { Phone } from '#src/domain/phone.js';
import { createSenderIndex } from './sender-index.js';
import type { TableDeps } from './table-deps.js';

/** A number that was refused cannot ask again for this long. */
const REFUSED_MS = 24 * 60 * 60_000;

interface TakenRow extends SenderMemoryRow {
  readonly id: string;
  readonly phoneBox: Uint8Array;
}

interface SenderMemoryRow {
  readonly chatIndex: Uint8Array | null;
  readonly lidIndex: Uint8Array | null;
  readonly identityDigest: Uint8Array | null;
}

export function createNumberChanges({ db, cipher, index, atomically }: TableDeps): NumberChanges {
  const senders = createSenderIndex(index);
  return {
    // The unique index on open requests allows one, however many are made at once.
    ask: ({ id, accountId, phone, from, expiresAt, now }) =>
      atomically(async (tx) => {
        await tx.execute`
          UPDATE number_change SET settled_at = ${now}
          WHERE account_id = ${accountId}::uuid AND settled_at IS NULL AND expires_at <= ${now}`;
        const { chatIndex, lidIndex, identityDigest } = senders.columns(from);
        const refusedSince = new Date(now.getTime() - REFUSED_MS);
        const asked = await tx.execute`
          INSERT INTO number_change (id, account_id, phone_index, phone_box, created_at, expires_at,
            chat_index, lid_index, identity_digest)
          SELECT ${id}::uuid, ${accountId}::uuid, ${index.index('phone', phone)}::bytea,
            ${cipher.encrypt(phone, phoneContext(id, accountId))}::bytea, ${now}::timestamptz,
            ${expiresAt}::timestamptz, ${chatIndex}::bytea, ${lidIndex}::bytea,
            ${identityDigest}::bytea
          WHERE NOT EXISTS (SELECT 1 FROM number_change
            WHERE account_id = ${accountId}::uuid AND refused_at > ${refusedSince}
              AND phone_index = ANY(${index.candidates('phone', phone)}::bytea[]))
          ON CONFLICT DO NOTHING`;
        return asked === 1;
      }),
    take: async (accountId, now) => {
      const rows = await db.query<TakenRow>`
        UPDATE number_change SET settled_at = ${now}
        WHERE account_id = ${accountId}::uuid AND settled_at IS NULL AND expires_at > ${now}
        RETURNING id, phone_box AS "phoneBox", chat_index AS "chatIndex", lid_index AS "lidIndex",
          identity_digest AS "identityDigest"`;
      const row = rows[0];
      if (row === undefined) return null;
      const { chatIndex, lidIndex, identityDigest } = row;
      const memory = chatIndex === null ? null : { chatIndex, lidIndex, identityDigest };
      return {
        phone: cipher.decryptText(row.phoneBox, phoneContext(row.id, accountId)) as Phone,
        memory,
      };
    },
    isAsked: async (accountId, now) => {
      const rows = await db.query<{ isAsked: boolean }>`
        SELECT EXISTS (SELECT 1 FROM number_change
          WHERE account_id = ${accountId}::uuid AND settled_at IS NULL AND expires_at > ${now})
          AS "isAsked"`;
      return rows[0]?.isAsked === true;
    },
    refuse: async (accountId, now) => {
      const refused = await db.execute`
        UPDATE number_change SET settled_at = ${now}, refused_at = ${now}
        WHERE account_id = ${accountId}::uuid AND settled_at IS NULL AND expires_at > ${now}`;
      return refused > 0;
    },
    drop: async (accountId, now) => {
      await db.execute`
        UPDATE number_change SET settled_at = ${now}
        WHERE account_id = ${accountId}::uuid AND settled_at IS NULL`;
    },
    // A decoy is never read, so it is deleted while a real request still waits for its answer.
    sweep: ({ before, decoysBefore }) => db.inlined.execute`
      DELETE FROM number_change WHERE expires_at < ${before}
        OR account_id IS NULL AND created_at < ${decoysBefore}`,
  };
}

/** Names the account whose number changes; without one it is a decoy. */
function phoneContext(id: string, accountId: string | null): string {
  return `number_change.phone_box:${id}:${accountId ?? ''}`;
}
