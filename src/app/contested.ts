import type { Tables } from './ports/store.js';

/**
 * Whether somebody says that the account's CPF is theirs and the admin has not settled it. Until then
 * the account can neither gain nor lose a way in (security case 38): whoever holds it wrongly cannot
 * dig in, and the owner is not locked out by a claim either, because the ways there are go on working.
 */
export function isContested(tables: Pick<Tables, 'claims'>, accountId: string): Promise<boolean> {
  return tables.claims.contests(accountId);
}
