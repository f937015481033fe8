import type { PasswordsInTx } from '#src/app/ports/tables/passwords.js';
import type { TableDeps } from './table-deps.js';

export function createPasswords({ db, cipher }: TableDeps): PasswordsInTx {
  return {
    accept: async ({ accountId, setAt }) => {
      const accepted = await db.$queryRaw<unknown[]>`
        SELECT 1 FROM account
        WHERE id = ${accountId}::uuid AND password_set_at = ${setAt} AND status = 'active'
        FOR NO KEY UPDATE`;
      return accepted.length === 1;
    },
    set: async ({ accountId, hash, now }) => {
      const ciphertext = cipher.encrypt(hash, hashContext(accountId));
      const rows = await db.$queryRaw<unknown[]>`
        WITH changed AS (
          UPDATE account SET password_box = ${ciphertext}, password_set_at = ${now}
          WHERE id = ${accountId}::uuid RETURNING tax_id_index),
        anew AS (
          UPDATE allowance l SET password_failures = 0, password_tries = '{}'
          FROM changed WHERE l.key = changed.tax_id_index)
        SELECT 1 FROM changed`;
      return rows.length === 1;
    },
    remove: async (accountId) => {
      const removed = await db.$executeRaw`
        UPDATE account SET password_box = NULL, password_set_at = NULL
        WHERE id = ${accountId}::uuid AND password_box IS NOT NULL`;
      return removed === 1;
    },
    find: async (accountId) => {
      const rows = await db.$queryRaw<{ setAt: Date; failures: number }[]>`
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
