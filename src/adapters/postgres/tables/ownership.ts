import type { Ownership } from '#src/app/ports/tables/ownership.js';
import { lidOf } from '#src/domain/sender.js';
import { numberContexts } from './row-tags.js';
import { createSenderIndex } from './sender-index.js';
import type { TableDeps } from './table-deps.js';

export function createOwnership({ db, cipher, index }: TableDeps): Ownership {
  const senders = createSenderIndex(index);
  return {
    handOver: async ({ accountId, numberId, phone, chat, now }) => {
      // A sign-in inserts a row that refers to this one, so the lock makes it finish before or wait until after.
      await db.execute`SELECT 1 FROM account WHERE id = ${accountId}::uuid FOR UPDATE`;
      const sender = { lid: lidOf(chat), identityKey: null };
      const { chatIndex, lidIndex } = senders.columns({ chat, sender });
      const phones = index.candidates('phone', phone);
      const taken = await db.query<unknown>`
        SELECT 1 FROM whatsapp_number
        WHERE phone_index = ANY(${phones}::bytea[]) AND account_id <> ${accountId}::uuid`;
      if (taken.length > 0) return null;
      // It may be the account's own number, which another WhatsApp account has now.
      await db.execute`DELETE FROM whatsapp_number WHERE account_id = ${accountId}::uuid`;
      const inserted = await db.execute`
        INSERT INTO whatsapp_number
          (id, account_id, phone_index, phone_box, last_seen_at, created_at, renewed_at,
            chat_index, lid_index)
        SELECT ${numberId}::uuid, ${accountId}::uuid, ${index.index('phone', phone)}::bytea,
          ${cipher.encrypt(phone, numberContexts(numberId, accountId).bound)}::bytea,
          ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz, ${chatIndex}::bytea,
          ${lidIndex}::bytea
        ON CONFLICT (phone_index) DO NOTHING`;
      if (inserted !== 1) throw new Error('the number was taken at the same moment');
      await db.prisma((prisma) => prisma.numberChange.deleteMany({ where: { accountId } }));
      await db.prisma((prisma) => prisma.ownerNotice.deleteMany({ where: { accountId } }));
      const ended = await db.query<{ id: string; revokedAt: Date | null }>`
        DELETE FROM session WHERE account_id = ${accountId}::uuid
        RETURNING id, revoked_at AS "revokedAt"`;
      await db.execute`
        UPDATE account
        SET status = 'active', blocked_by = NULL, name_due = true, deletion_due_at = NULL
        WHERE id = ${accountId}::uuid`;
      await db.execute`
        UPDATE allowance SET code_failures = 0, password_failures = 0, chat_live_since = NULL
        WHERE key = (SELECT tax_id_index FROM account WHERE id = ${accountId}::uuid)`;
      const alive = ended.filter(({ revokedAt }) => revokedAt === null);
      return { sessionIds: alive.map(({ id }) => id) };
    },
  };
}
