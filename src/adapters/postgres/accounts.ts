import type { Account, AccountNumber, Accounts } from '#src/app/ports/accounts.js';
import type { PersonName } from '#src/domain/person-name.js';
import type { Phone } from '#src/domain/phone.js';
import { fail, ok } from '#src/domain/result.js';
import type { TaxId } from '#src/domain/tax-id.js';
import { Prisma } from './generated/client.js';
import { numberContexts, openBound } from './row-tags.js';
import type { TableDeps } from './table-deps.js';

interface AccountRow extends Omit<Account, 'taxId' | 'name'> {
  readonly taxIdBox: Uint8Array;
  readonly nameBox: Uint8Array;
}

interface NumberRow extends Omit<AccountNumber, 'phone'> {
  readonly numberId: string;
  readonly accountId: string;
  readonly phoneBox: Uint8Array;
}

const COLUMNS = Prisma.sql`
  a.id, a.tax_id_box AS "taxIdBox", a.name_box AS "nameBox", a.status,
  COALESCE((SELECT l.code_failures FROM allowance l WHERE l.key = a.tax_id_index), 0)
    AS "consecutiveFailures", a.created_at AS "createdAt",
  a.consented_at AS "consentedAt", a.deletion_due_at AS "deletionDueAt"`;

const NUMBER_COLUMNS = Prisma.sql`
  n.id AS "numberId", n.account_id AS "accountId", n.phone_box AS "phoneBox", n.identity_changed_at AS "identityChangedAt",
  n.last_seen_at AS "lastSeenAt", n.proven_at AS "provenAt", n.created_at AS "addedAt"`;

const contextOf = {
  taxId: (id: string) => `account.tax_id_box:${id}`,
  name: (id: string) => `account.name_box:${id}`,
};

export function createAccounts({ db, cipher, index, atomically }: TableDeps): Accounts {
  function opened(row: AccountRow): Account {
    const { id, status, consecutiveFailures, createdAt, consentedAt, deletionDueAt } = row;
    const taxId = cipher.decryptText(row.taxIdBox, contextOf.taxId(id)) as TaxId;
    const name = cipher.decryptText(row.nameBox, contextOf.name(id)) as PersonName;
    const facts = { status, consecutiveFailures, createdAt, consentedAt, deletionDueAt };
    return { id, taxId, name, ...facts };
  }

  function openedNumber(row: NumberRow): AccountNumber {
    const { addedAt, identityChangedAt, lastSeenAt, provenAt } = row;
    const phone = openBound(
      cipher,
      row.phoneBox,
      numberContexts(row.numberId, row.accountId),
    ) as Phone;
    return { phone, addedAt, identityChangedAt, lastSeenAt, provenAt };
  }

  return {
    exist: async () => (await db.account.count({ take: 1 })) > 0,
    findById: async (id) => {
      const rows = await db.$queryRaw<AccountRow[]>`
        SELECT ${COLUMNS} FROM account a WHERE a.id = ${id}::uuid`;
      return rows[0] === undefined ? null : opened(rows[0]);
    },
    lock: async (id) => {
      const rows = await db.$queryRaw<AccountRow[]>`
        SELECT ${COLUMNS} FROM account a WHERE a.id = ${id}::uuid FOR NO KEY UPDATE`;
      return rows[0] === undefined ? null : opened(rows[0]);
    },
    findByTaxId: async (taxId) => {
      const rows = await db.$queryRaw<AccountRow[]>`
        SELECT ${COLUMNS} FROM account a
        WHERE a.tax_id_index = ANY(${index.candidates('tax-id', taxId)}::bytea[])`;
      return rows[0] === undefined ? null : opened(rows[0]);
    },
    findByPhone: async (phone) => {
      const rows = await db.$queryRaw<(AccountRow & NumberRow)[]>`
        SELECT ${COLUMNS}, ${NUMBER_COLUMNS}
        FROM whatsapp_number n JOIN account a ON a.id = n.account_id
        WHERE n.phone_index = ANY(${index.candidates('phone', phone)}::bytea[])`;
      const row = rows[0];
      if (row === undefined) return null;
      const number = openedNumber(row);
      if (number.phone !== phone) throw new Error('a number stands under the index of another');
      return { account: opened(row), ...number };
    },
    numbersOf: async (accountId) => {
      const rows = await db.$queryRaw<NumberRow[]>`
        SELECT ${NUMBER_COLUMNS} FROM whatsapp_number n WHERE n.account_id = ${accountId}::uuid
        ORDER BY n.created_at DESC, n.id`;
      return rows.map(openedNumber);
    },
    create: (input) => {
      const { id, numberId, taxId, name, phone, consentedAt, now } = input;
      return atomically(async (tx) => {
        const rows = await tx.$queryRaw<{ account: boolean; number: boolean }[]>`
          WITH made AS (
            INSERT INTO account (id, tax_id_index, tax_id_box, name_box, consented_at, created_at)
            SELECT ${id}::uuid, ${index.index('tax-id', taxId)}::bytea,
              ${cipher.encrypt(taxId, contextOf.taxId(id))}::bytea,
              ${cipher.encrypt(name, contextOf.name(id))}::bytea,
              ${consentedAt}::timestamptz, ${now}::timestamptz
            WHERE NOT EXISTS (SELECT 1 FROM account
              WHERE tax_id_index = ANY(${index.candidates('tax-id', taxId)}::bytea[]))
            ON CONFLICT (tax_id_index) DO NOTHING RETURNING id),
          numbered AS (
            INSERT INTO whatsapp_number
              (id, account_id, phone_index, phone_box, last_seen_at, created_at)
            SELECT ${numberId}::uuid, made.id, ${index.index('phone', phone)}::bytea,
              ${cipher.encrypt(phone, numberContexts(numberId, id).bound)}::bytea,
              ${now}::timestamptz, ${now}::timestamptz
            FROM made
            WHERE NOT EXISTS (SELECT 1 FROM whatsapp_number
              WHERE phone_index = ANY(${index.candidates('phone', phone)}::bytea[]))
            ON CONFLICT (phone_index) DO NOTHING RETURNING id)
          SELECT EXISTS (SELECT 1 FROM made) AS account,
            EXISTS (SELECT 1 FROM numbered) AS number`;
        if (rows[0]?.account !== true) return fail({ code: 'tax_id_taken' });
        if (rows[0].number) return ok(null);
        // Nobody has seen the account yet: it goes before the transaction ends.
        await tx.$executeRaw`DELETE FROM account WHERE id = ${id}::uuid`;
        return fail({ code: 'phone_taken' });
      });
    },
    clearFailures: async (accountId) => {
      await db.$executeRaw`
        UPDATE allowance SET code_failures = 0, chat_live_since = NULL
        WHERE key = (SELECT tax_id_index FROM account WHERE id = ${accountId}::uuid)
          AND (code_failures > 0 OR chat_live_since IS NOT NULL)`;
    },
    setStatus: async (accountId, status) => {
      await db.$executeRaw`UPDATE account SET status = ${status} WHERE id = ${accountId}::uuid`;
    },
    scheduleDeletion: async (accountId, dueAt) => {
      await db.$executeRaw`
        UPDATE account SET deletion_due_at = ${dueAt} WHERE id = ${accountId}::uuid`;
    },
    // The row stays and so does its id, which the box is bound to.
    replacePhone: ({ from, to, now }) =>
      atomically(async (tx) => {
        const rows = await tx.$queryRaw<{ id: string; accountId: string }[]>`
          SELECT id, account_id AS "accountId" FROM whatsapp_number
          WHERE phone_index = ANY(${index.candidates('phone', from)}::bytea[])
            AND NOT EXISTS (SELECT 1 FROM whatsapp_number
              WHERE phone_index = ANY(${index.candidates('phone', to)}::bytea[]))
          FOR UPDATE`;
        if (rows[0] === undefined) return false;
        const { id, accountId } = rows[0];
        await tx.$executeRaw`
          UPDATE whatsapp_number
          SET phone_index = ${index.index('phone', to)},
            phone_box = ${cipher.encrypt(to, numberContexts(id, accountId).bound)}, identity_changed_at = NULL,
            proven_at = NULL, last_seen_at = ${now}
          WHERE id = ${id}::uuid`;
        return true;
      }),
    markProven: async (phone, now) => {
      await db.$executeRaw`
        UPDATE whatsapp_number
        SET identity_changed_at = NULL, last_seen_at = ${now}, proven_at = ${now}
        WHERE phone_index = ANY(${index.candidates('phone', phone)}::bytea[])`;
    },
    markSeen: async (phone, now) => {
      await db.$executeRaw`
        UPDATE whatsapp_number SET last_seen_at = ${now}
        WHERE phone_index = ANY(${index.candidates('phone', phone)}::bytea[])`;
    },
    markIdentityChanged: async (phone, now) => {
      await db.$executeRaw`
        UPDATE whatsapp_number SET identity_changed_at = ${now}
        WHERE phone_index = ANY(${index.candidates('phone', phone)}::bytea[])`;
    },
  };
}
