import type { TooManyRequests } from '#src/app/proof/limit-address.js';
import type { AccessClaims } from '#src/app/ports/crypto/access-tokens.js';
import type { Google, GoogleFault } from '#src/app/ports/google.js';
import type { Clock } from '#src/app/ports/clock.js';
import type { Digests } from '#src/app/ports/crypto/digests.js';
import type { Random } from '#src/app/ports/random.js';
import type { RateLimiter } from '#src/app/ports/rate-limiter.js';
import type { Store } from '#src/app/ports/tables/store.js';
import type { StartSession } from '#src/app/session/start-session.js';

/** What the ways through Google stand on. */
export interface GoogleDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly digests: Digests;
  readonly limiter: RateLimiter;
  readonly google: Google;
  readonly startSession: StartSession;
}

/**
 * Why a person whom Google identified is not signed in or linked. `conflict`: the Google account is linked with another
 * account here, whose name is not told (security case 36), the account has another Google account, or another account
 * is signed in in this browser (case 28).
 */
export type GoogleRefusal =
  | GoogleFault
  | TooManyRequests
  | { readonly code: 'account_blocked' }
  | { readonly code: 'account_contested' }
  | {
      readonly code: 'conflict';
      readonly of: 'sub_taken' | 'account_has_another' | 'other_account_here';
    };

/** A link from a chat goes with the account of that chat: it never takes another one's place (security case 28). */
export function otherAccountHere(
  viewer: AccessClaims | null,
  accountId: string,
): Extract<GoogleRefusal, { code: 'conflict' }> | null {
  const isOther = viewer !== null && viewer.accountId !== accountId;
  return isOther ? { code: 'conflict', of: 'other_account_here' } : null;
}
