import type { Tables } from '../ports/tables/store.js';

/**
 * Whether somebody says that the account's CPF is theirs and the admin has not settled it. Until then the account gains
 * no way in (security case 38): whoever holds it wrongly cannot dig in. What is there may be replaced, ended or taken
 * away at any time, or a claim by any stranger would protect whoever stole the password (case 62).
 */
export function isContested(tables: Pick<Tables, 'claims'>, accountId: string): Promise<boolean> {
  return tables.claims.contests(accountId);
}

/** A first password is a new way in; another one in its place is none. */
export async function isFirstPasswordContested(
  tables: Pick<Tables, 'claims' | 'passwords'>,
  accountId: string,
): Promise<boolean> {
  if ((await tables.passwords.find(accountId)) !== null) return false;
  return isContested(tables, accountId);
}
