import type { Tables } from '../ports/tables/store.js';

/** How an account can be entered, in numbers that name nobody. */
export interface WaysInCount {
  readonly numbers: number;
  readonly hasPassword: boolean;
  /** Linked now: 0 or 1. */
  readonly googleLinked: number;
  /** Unlinked, and kept for this account until they are released. */
  readonly googleKept: number;
}

export async function countWaysIn(tables: Tables, accountId: string): Promise<WaysInCount> {
  const numbers = await tables.accounts.numbersOf(accountId);
  const password = await tables.passwords.find(accountId);
  const identities = await tables.googleIdentities.allOf(accountId);
  const linked = identities.filter(({ unlinkedAt }) => unlinkedAt === null);
  return {
    numbers: numbers.length,
    hasPassword: password !== null,
    googleLinked: linked.length,
    googleKept: identities.length - linked.length,
  };
}
