import type { Tables } from '../ports/tables/store.js';

/**
 * Whether there is a claim on the account's CPF that the admin has not settled. Until then the account gains
 * no way in (security case 38): a wrong holder cannot add one to stay in. What is there may be replaced, ended or taken
 * away at any time, or a claim by any stranger would protect the thief of a password (case 62).
 */
export function isContested(tables: Pick<Tables, 'claims'>, accountId: string): Promise<boolean> {
  return tables.claims.contests(accountId);
}

/** A first password adds a way in; replacing a password does not. */
export async function isFirstPasswordContested(
  tables: Pick<Tables, 'claims' | 'passwords'>,
  accountId: string,
): Promise<boolean> {
  if ((await tables.passwords.find(accountId)) !== null) return false;
  return isContested(tables, accountId);
}
