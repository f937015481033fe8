import type { Passwords } from '#src/app/ports/passwords.js';
import type { TableDeps } from './table-deps.js';

export function createPasswords({ db, cipher }: TableDeps): Passwords {
  return {
    takeAttempt: async ({ accountId, limit }) => {
      const rows = await db.$queryRaw<{ box: Uint8Array; setAt: Date }[]>`
        UPDATE account SET password_failures = password_failures + 1
        WHERE id = ${accountId}::uuid AND password_box IS NOT NULL AND password_failures < ${limit}
        RETURNING password_box AS box, password_set_at AS "setAt"`;
      const row = rows[0];
      if (row === undefined) return null;
      return { hash: cipher.decryptText(row.box, contextOf(accountId)), setAt: row.setAt };
    },
    accept: async ({ accountId, setAt }) => {
      const accepted = await db.$executeRaw`
        UPDATE account SET password_failures = 0
        WHERE id = ${accountId}::uuid AND password_set_at = ${setAt} AND status = 'active'`;
      return accepted === 1;
    },
    set: async ({ accountId, hash, now }) => {
      const box = cipher.encrypt(hash, contextOf(accountId));
      const set = await db.$executeRaw`
        UPDATE account SET password_box = ${box}, password_set_at = ${now}, password_failures = 0
        WHERE id = ${accountId}::uuid`;
      return set === 1;
    },
    find: async (accountId) => {
      const rows = await db.$queryRaw<{ setAt: Date; failures: number }[]>`
        SELECT password_set_at AS "setAt", password_failures AS failures FROM account
        WHERE id = ${accountId}::uuid AND password_box IS NOT NULL`;
      return rows[0] ?? null;
    },
  };
}

/** A box moved to another account does not open. */
function contextOf(accountId: string): string {
  return `account.password_box:${accountId}`;
}
