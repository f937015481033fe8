import type { CredentialCount } from '../sign-in/method.js';
import { CREDENTIALS } from '../sign-in/methods.js';
import type { Tables } from '../ports/tables/store.js';

/** How an account can be entered, in numbers that identify no person. */
export type WaysInCount = readonly CredentialCount[];

/** Whether it has a Google account that it unlinked and that only an admin can release. */
export function keepsGoogle(ways: WaysInCount): boolean {
  return ways.some(({ what, count }) => what === 'google_kept' && count > 0);
}

export async function countWaysIn(tables: Tables, accountId: string): Promise<WaysInCount> {
  const counts: CredentialCount[] = [];
  for (const credential of CREDENTIALS) counts.push(...(await credential.count(tables, accountId)));
  return counts;
}
