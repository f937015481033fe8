import type { Ownership } from '#src/app/ports/ownership.js';
import { numberContexts } from './row-tags.js';
import type { TableDeps } from './table-deps.js';

export function createOwnership({ db, cipher, index }: TableDeps): Ownership {
  return {
    handOver: async ({ accountId, numberId, phone, now }) => {
      // Whoever is signing in right now has a row that refers to this one, and comes before or after.
      await db.$executeRaw`SELECT 1 FROM account WHERE id = ${accountId}::uuid FOR UPDATE`;
      const inserted = await db.$executeRaw`
        INSERT INTO whatsapp_number
          (id, account_id, phone_index, phone_box, last_seen_at, created_at)
        SELECT ${numberId}::uuid, ${accountId}::uuid, ${index.index('phone', phone)}::bytea,
          ${cipher.encrypt(phone, numberContexts(numberId, accountId).bound)}::bytea,
          ${now}::timestamptz, ${now}::timestamptz
        WHERE NOT EXISTS (SELECT 1 FROM whatsapp_number
          WHERE phone_index = ANY(${index.candidates('phone', phone)}::bytea[]))
        ON CONFLICT (phone_index) DO NOTHING`;
      if (inserted !== 1) return null;
      await db.$executeRaw`
        DELETE FROM whatsapp_number
        WHERE account_id = ${accountId}::uuid AND id <> ${numberId}::uuid`;
      await db.googleIdentity.deleteMany({ where: { accountId } });
      await db.googleSignIn.deleteMany({ where: { accountId } });
      await db.loginLink.deleteMany({ where: { accountId } });
      await db.challenge.deleteMany({ where: { accountId } });
      await db.numberChange.deleteMany({ where: { accountId } });
      const ended = await db.$queryRaw<{ id: string; revokedAt: Date | null }[]>`
        DELETE FROM session WHERE account_id = ${accountId}::uuid
        RETURNING id, revoked_at AS "revokedAt"`;
      await db.$executeRaw`
        UPDATE account
        SET status = 'active', deletion_due_at = NULL, password_box = NULL, password_set_at = NULL
        WHERE id = ${accountId}::uuid`;
      await db.$executeRaw`
        UPDATE allowance SET code_failures = 0, password_failures = 0, chat_live_since = NULL
        WHERE key = (SELECT tax_id_index FROM account WHERE id = ${accountId}::uuid)`;
      const alive = ended.filter(({ revokedAt }) => revokedAt === null);
      return { sessionIds: alive.map(({ id }) => id) };
    },
  };
}
