import type { Tx } from '../ports/tables/store.js';
import { SIGN_IN_METHODS } from '../sign-in/methods.js';

/**
 * Ends what was begun to sign in and not ended: codes, links, approved pages, browsers at Google (security case 32).
 * Browsers that were in before are strangers again. `keeps` is the session that goes on, with its browser and what it
 * has begun. In the caller's transaction.
 * @returns how much ended, browsers that are strangers now included
 */
export async function revokePendingSignIns(
  { tx, now }: { readonly tx: Tx; readonly now: Date },
  accountId: string,
  keeps: { readonly sessionId: string } | null = null,
): Promise<number> {
  let ended = 0;
  for (const method of SIGN_IN_METHODS) ended += await method.revoke(tx, { accountId, keeps, now });
  return ended + (await tx.knownBrowsers.forget(accountId, keeps));
}
