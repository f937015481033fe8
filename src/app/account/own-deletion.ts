import { deletionDueAt } from '#src/domain/deletion.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { THROTTLES } from '#src/domain/throttle.js';
import { requireFreshProof, type FreshProofRefusal } from '../proof/fresh-proof.js';
import type { TooManyRequests } from '../proof/limit-address.js';
import { tellOwner } from '../delivery/notify-owner.js';
import type { AccessClaims } from '../ports/crypto/access-tokens.js';
import type { Clock } from '../ports/clock.js';
import type { AccessCopy } from '../ports/access-copy.js';
import type { Random } from '../ports/random.js';
import type { RateLimiter } from '../ports/rate-limiter.js';
import type { Store } from '../ports/tables/store.js';

export type OwnDeletion = ReturnType<typeof createOwnDeletion>;

/** Deletion of the account by who is signed in (LGPD art. 18 VI): asked for after a fresh proof, called off without. */
export function createOwnDeletion(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly limiter: RateLimiter;
  readonly copy: AccessCopy;
}) {
  const { store, clock, limiter, copy } = deps;
  return {
    /** Asking again does not start the seven days anew; five times an hour. @returns when everything goes */
    async schedule(
      claims: AccessClaims,
    ): Promise<Result<Date, FreshProofRefusal | TooManyRequests>> {
      const now = clock.now();
      const { accountId } = claims;
      const verdict = await limiter.hit(THROTTLES.deletionsPerAccount, accountId);
      const { allowed, retryAfterS } = verdict;
      if (!allowed) return fail({ code: 'too_many_requests', retryAfterS });
      return store.transaction(async (tx): Promise<Result<Date, FreshProofRefusal>> => {
        const fresh = await requireFreshProof(tx, claims, now);
        if (!fresh.ok) return fresh;
        const account = await tx.accounts.lock(accountId);
        const known = account?.deletionDueAt ?? null;
        if (known !== null) return ok(known);
        const dueAt = deletionDueAt(now);
        await tx.accounts.scheduleDeletion(accountId, dueAt);
        const text = copy.deletionScheduled({ dueAt });
        await tellOwner(deps, tx, { accountId, topic: 'deletion', text, now });
        tx.emit({ type: 'deletion.asked', accountId });
        return ok(dueAt);
      });
    },
    async cancel({ accountId }: AccessClaims): Promise<void> {
      await store.transaction(async (tx) => {
        const account = await tx.accounts.lock(accountId);
        await tx.accounts.scheduleDeletion(accountId, null);
        if (account !== null && account.deletionDueAt !== null) {
          tx.emit({ type: 'deletion.called_off', accountId });
        }
        await tx.ownerNotices.drop(accountId, 'deletion');
      });
    },
  };
}
