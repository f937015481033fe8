import { fail, ok, type Result } from '#src/domain/result.js';
import { THROTTLES } from '#src/domain/throttle.js';
import { isFirstPasswordContested } from '#src/app/account/has-open-claim.js';
import { requireFreshProof, type FreshProofRefusal } from '#src/app/proof/fresh-proof.js';
import type { TooManyRequests } from '#src/app/proof/limit-address.js';
import { choosePassword, storePassword, type WeakPassword } from './choose.js';
import type { AccessClaims } from '#src/app/ports/crypto/access-tokens.js';
import type { Clock } from '#src/app/ports/clock.js';
import type { AccessCopy } from '#src/app/ports/access-copy.js';
import type { PasswordHasher } from '#src/app/ports/crypto/password-hasher.js';
import type { Random } from '#src/app/ports/random.js';
import type { RateLimiter } from '#src/app/ports/rate-limiter.js';
import type { Store, Tables } from '#src/app/ports/tables/store.js';

export type ChangePasswordRefusal =
  FreshProofRefusal | WeakPassword | TooManyRequests | { readonly code: 'account_contested' };

export type ChangePassword = ReturnType<typeof createChangePassword>;

/**
 * Sets or changes the password of who is signed in, after a fresh proof. A change ends every other session; a first
 * password ends none. While there is an open claim on the account no first one is set (security cases 38 and 62).
 */
export function createChangePassword(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly limiter: RateLimiter;
  readonly passwords: PasswordHasher;
  readonly copy: AccessCopy;
}) {
  const { store, clock, limiter, passwords } = deps;

  async function mayChange(
    tables: Tables,
    claims: AccessClaims,
  ): Promise<Result<null, ChangePasswordRefusal>> {
    const fresh = await requireFreshProof(tables, claims, clock.now());
    if (!fresh.ok) return fresh;
    const contested = await isFirstPasswordContested(tables, claims.accountId);
    return contested ? fail({ code: 'account_contested' }) : ok(null);
  }

  return async function changePassword(input: {
    readonly claims: AccessClaims;
    readonly password: string;
  }): Promise<Result<null, ChangePasswordRefusal>> {
    const { claims, password } = input;
    const { accountId, sessionId } = claims;
    const allowed = await mayChange(store, claims);
    if (!allowed.ok) return allowed;
    const account = await store.accounts.findById(accountId);
    if (account?.status !== 'active') return fail({ code: 'session_expired' });
    const chosen = await choosePassword(store, { account, password });
    if (!chosen.ok) return chosen;
    const verdict = await limiter.hit(THROTTLES.passwordChangesPerAccount, accountId);
    const { allowed: isInTime, retryAfterS } = verdict;
    if (!isInTime) return fail({ code: 'too_many_requests', retryAfterS });
    const hash = await passwords.hash(chosen.value);
    return store.transaction(async (tx): Promise<Result<null, ChangePasswordRefusal>> => {
      // Asked again: hashing took its time, and a claim or a block may have come in between, or come now.
      await tx.accounts.lock(accountId);
      const still = await mayChange(tx, claims);
      if (!still.ok) return still;
      const isFirst = (await tx.passwords.find(accountId)) === null;
      const chosenHere = {
        ...{ accountId, hash, by: sessionId, now: clock.now() },
        ends: isFirst ? ('none' as const) : ('others' as const),
      };
      await storePassword(deps, tx, chosenHere);
      return ok(null);
    });
  };
}
