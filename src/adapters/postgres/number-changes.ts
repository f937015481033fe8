import type { NumberChanges } from '#src/app/ports/number-changes.js';
import type { Phone } from '#src/domain/phone.js';
import type { TableDeps } from './table-deps.js';

export function createNumberChanges({ db, cipher, index, atomically }: TableDeps): NumberChanges {
  return {
    // The index of open wishes lets one in, however many ask at once.
    ask: ({ id, accountId, phone, expiresAt, now }) =>
      atomically(async (tx) => {
        await tx.$executeRaw`
          UPDATE number_change SET settled_at = ${now}
          WHERE account_id = ${accountId}::uuid AND settled_at IS NULL AND expires_at <= ${now}`;
        const asked = await tx.$executeRaw`
          INSERT INTO number_change (id, account_id, phone_index, phone_box, created_at, expires_at)
          VALUES (${id}::uuid, ${accountId}::uuid, ${index.index('phone', phone)},
            ${cipher.encrypt(phone, phoneContext(id))}, ${now}, ${expiresAt})
          ON CONFLICT DO NOTHING`;
        return asked === 1;
      }),
    take: async (accountId, now) => {
      const rows = await db.$queryRaw<{ id: string; phoneBox: Uint8Array }[]>`
        UPDATE number_change SET settled_at = ${now}
        WHERE account_id = ${accountId}::uuid AND settled_at IS NULL AND expires_at > ${now}
        RETURNING id, phone_box AS "phoneBox"`;
      const row = rows[0];
      if (row === undefined) return null;
      return cipher.decryptText(row.phoneBox, phoneContext(row.id)) as Phone;
    },
    drop: async (accountId, now) => {
      await db.$executeRaw`
        UPDATE number_change SET settled_at = ${now}
        WHERE account_id = ${accountId}::uuid AND settled_at IS NULL`;
    },
    sweep: async (before) => {
      const { count } = await db.numberChange.deleteMany({ where: { expiresAt: { lt: before } } });
      return count;
    },
  };
}

function phoneContext(id: string): string {
  return `number_change.phone_box:${id}`;
}
