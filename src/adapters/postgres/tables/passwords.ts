import type { PasswordsInTx } from '#src/app/ports/tables/passwords.js';
import type { TableDeps } from './table-deps.js';

export function createPasswords({ db, cipher }: TableDeps): PasswordsInTx {
  return {
    accept: async ({ accountId, setAt }) => {
      const accepted = await db.query<unknown>`
        SELECT 1 FROM account
        WHERE id = ${accountId}::uuid AND password_set_at = ${setAt} AND status = 'active'
        FOR NO KEY UPDATE`;
      return accepted.length === 1;
    },
    set: async ({ accountId, hash, now }) => {
      const ciphertext = cipher.encrypt(hash, hashContext(accountId));
      const rows = await db.query<{ isFirst: boolean }>`
        WITH before AS (
          SELECT id, password_box IS NULL AS none FROM account
          WHERE id = ${accountId}::uuid FOR NO KEY UPDATE),
        changed AS (
          UPDATE account a SET password_box = ${ciphertext}, password_set_at = ${now}
          FROM before WHERE a.id = before.id RETURNING a.tax_id_index, before.none),
        anew AS (
          UPDATE allowance l SET password_failures = 0, password_tries = '{}'
          FROM changed WHERE l.key = changed.tax_id_index)
        SELECT none AS "isFirst" FROM changed`;
      return rows[0] ?? null;
    },
    remove: async (accountId) => {
      const removed = await db.execute`
        UPDATE account SET password_box = NULL, password_set_at = NULL
        WHERE id = ${accountId}::uuid AND password_box IS NOT NULL`;
      return removed === 1;
    },
    find: async (accountId) => {
      const rows = await db.query<{ setAt: Date; failures: number }>`
        SELECT a.password_set_at AS "setAt", COALESCE(l.password_failures, 0) AS failures
        FROM account a LEFT JOIN allowance l ON l.key = a.tax_id_index
        WHERE a.id = ${accountId}::uuid AND a.password_box IS NOT NULL`;
      return rows[0] ?? null;
    },
  };
}

/** A ciphertext that was moved to another account does not decrypt. */
export function hashContext(accountId: string): string {
  return `account.password_box:${accountId}`;
}
