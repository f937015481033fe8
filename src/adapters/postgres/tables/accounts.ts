import sql from 'sql-template-tag';
import type { Account, AccountsInTx } from '#src/app/ports/tables/accounts.js';
import type { PersonName } from '#src/domain/person-name.js';
import { fail, ok } from '#src/domain/result.js';
import type { TaxId } from '#src/domain/tax-id.js';
import { createAccountNumbers, type AccountRow } from './account-numbers.js';
import { numberContexts } from './row-tags.js';
import { createSenderIndex } from './sender-index.js';
import type { TableDeps } from './table-deps.js';

const COLUMNS = sql`
  a.id, a.tax_id_box AS "taxIdBox", a.name_box AS "nameBox", a.status, a.blocked_by AS "blockedBy",
  a.ways_closed_at AS "waysClosedAt", a.name_due AS "nameDue",
  COALESCE((SELECT l.code_failures FROM allowance l WHERE l.key = a.tax_id_index), 0)
    AS "consecutiveFailures", a.created_at AS "createdAt",
  a.consented_at AS "consentedAt", a.deletion_due_at AS "deletionDueAt"`;

const contextOf = {
  taxId: (id: string) => `account.tax_id_box:${id}`,
  name: (id: string) => `account.name_box:${id}`,
};

export function createAccounts(deps: TableDeps): AccountsInTx {
  const { db, cipher, index, atomically } = deps;

  function decryptRow(row: AccountRow): Account {
    const { taxIdBox, nameBox, ...facts } = row;
    const taxId = cipher.decryptText(taxIdBox, contextOf.taxId(row.id)) as TaxId;
    const name = cipher.decryptText(nameBox, contextOf.name(row.id)) as PersonName;
    return { ...accountFacts(facts), taxId, name };
  }

  const senders = createSenderIndex(index);

  return {
    exist: async () => (await db.query`SELECT 1 FROM account LIMIT 1`).length === 1,
    ...createAccountNumbers(deps, { columns: COLUMNS, decryptRow }),
    findById: async (id) => {
      const rows = await db.query<AccountRow>`
        SELECT ${COLUMNS} FROM account a WHERE a.id = ${id}::uuid`;
      return rows[0] === undefined ? null : decryptRow(rows[0]);
    },
    lock: async (id) => {
      const rows = await db.query<AccountRow>`
        SELECT ${COLUMNS} FROM account a WHERE a.id = ${id}::uuid FOR NO KEY UPDATE`;
      return rows[0] === undefined ? null : decryptRow(rows[0]);
    },
    findByTaxId: async (taxId) => {
      const rows = await db.query<AccountRow>`
        SELECT ${COLUMNS} FROM account a
        WHERE a.tax_id_index = ANY(${index.candidates('tax-id', taxId)}::bytea[])`;
      return rows[0] === undefined ? null : decryptRow(rows[0]);
    },
    create: (input) => {
      const { id, numberId, taxId, name, phone, consentedAt, from, now } = input;
      const memory = from === undefined ? null : senders.columns(from);
      return atomically(async (tx) => {
        const rows = await tx.query<{ account: boolean; number: boolean }>`
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
              (id, account_id, phone_index, phone_box, last_seen_at, created_at,
                chat_index, lid_index, identity_digest)
            SELECT ${numberId}::uuid, made.id, ${index.index('phone', phone)}::bytea,
              ${cipher.encrypt(phone, numberContexts(numberId, id).bound)}::bytea,
              ${now}::timestamptz, ${now}::timestamptz, ${memory?.chatIndex ?? null}::bytea,
              ${memory?.lidIndex ?? null}::bytea, ${memory?.identityDigest ?? null}::bytea
            FROM made
            WHERE NOT EXISTS (SELECT 1 FROM whatsapp_number
              WHERE phone_index = ANY(${index.candidates('phone', phone)}::bytea[]))
            ON CONFLICT (phone_index) DO NOTHING RETURNING id)
          SELECT EXISTS (SELECT 1 FROM made) AS account,
            EXISTS (SELECT 1 FROM numbered) AS number`;
        if (rows[0]?.account !== true) return fail({ code: 'tax_id_taken' });
        if (rows[0].number) return ok(null);
        // The account is deleted before the transaction ends, so no other transaction has seen it.
        await tx.execute`DELETE FROM account WHERE id = ${id}::uuid`;
        return fail({ code: 'phone_taken' });
      });
    },
    clearFailures: async (accountId) => {
      await db.execute`
        UPDATE allowance SET code_failures = 0, chat_live_since = NULL
        WHERE key = (SELECT tax_id_index FROM account WHERE id = ${accountId}::uuid)
          AND (code_failures > 0 OR chat_live_since IS NOT NULL)`;
    },
    block: async (accountId, by) => {
      const rows = await db.query<{ changed: boolean }>`
        WITH before AS (
          SELECT id AS account, status AS stood, blocked_by AS held FROM account
          WHERE id = ${accountId}::uuid FOR NO KEY UPDATE)
        UPDATE account SET status = 'blocked',
          blocked_by = CASE WHEN blocked_by = 'admin' THEN 'admin' ELSE ${by} END
        FROM before WHERE id = before.account
        RETURNING stood <> 'blocked' OR held IS DISTINCT FROM blocked_by AS changed`;
      return rows[0]?.changed === true;
    },
    unblock: async (accountId, by) => {
      const unblocked = await db.execute`
        UPDATE account SET status = 'active', blocked_by = NULL
        WHERE id = ${accountId}::uuid AND status = 'blocked' AND blocked_by = ${by}`;
      return unblocked === 1;
    },
    markWaysClosed: async (accountId, now) => {
      await db.execute`
        UPDATE account SET ways_closed_at = ${now} WHERE id = ${accountId}::uuid`;
    },
    rename: async (accountId, name) => {
      await db.execute`
        UPDATE account SET name_due = false,
          name_box = ${cipher.encrypt(name, contextOf.name(accountId))}
        WHERE id = ${accountId}::uuid`;
    },
    scheduleDeletion: async (accountId, dueAt) => {
      await db.execute`
        UPDATE account SET deletion_due_at = ${dueAt} WHERE id = ${accountId}::uuid`;
    },
  };
}

/** Rows of a join carry more than the account. */
function accountFacts(row: Omit<Account, 'taxId' | 'name'>): Omit<Account, 'taxId' | 'name'> {
  const { id, status, blockedBy, waysClosedAt, nameDue } = row;
  const { consecutiveFailures, createdAt, consentedAt, deletionDueAt } = row;
  const standing = { status, blockedBy, waysClosedAt, nameDue, consecutiveFailures };
  return { id, ...standing, createdAt, consentedAt, deletionDueAt };
}
