import type { PersonName } from '#src/domain/person-name.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { THROTTLES } from '#src/domain/throttle.js';
import { requireFreshProof, type FreshProofRefusal } from '../proof/fresh-proof.js';
import type { TooManyRequests } from '../proof/limit-address.js';
import { tellOwner } from '../delivery/notify-owner.js';
import type { AccessCopy } from '../ports/access-copy.js';
import type { AccessClaims } from '../ports/crypto/access-tokens.js';
import type { Clock } from '../ports/clock.js';
import type { Random } from '../ports/random.js';
import type { RateLimiter } from '../ports/rate-limiter.js';
import type { Store, Tx } from '../ports/tables/store.js';

export type OwnName = ReturnType<typeof createOwnName>;

/** The name its owner goes by from now on, in pages, chat and export. The audit log says that it changed, not the name. */
export async function giveName(
  tx: Pick<Tx, 'accounts' | 'emit'>,
  { accountId, name }: { readonly accountId: string; readonly name: PersonName },
): Promise<void> {
  await tx.accounts.rename(accountId, name);
  tx.emit({ type: 'name.changed', accountId });
}

/**
 * Correction of the own name by who is signed in (LGPD art. 18 III). After a fresh proof, because pages show its
 * initials so that people know whose account they open (security case 60); five times an hour. The owner is told of it
 * in the chat, without the name, as of every change that another person in the browser could have made.
 */
export function createOwnName(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly limiter: RateLimiter;
  readonly copy: Pick<AccessCopy, 'nameChanged'>;
}) {
  const { store, clock, limiter, copy } = deps;
  return {
    async change(
      claims: AccessClaims,
      name: PersonName,
    ): Promise<Result<null, FreshProofRefusal | TooManyRequests>> {
      const { accountId } = claims;
      const { allowed, retryAfterS } = await limiter.hit(THROTTLES.namesPerAccount, accountId);
      if (!allowed) return fail({ code: 'too_many_requests', retryAfterS });
      return store.transaction(async (tx): Promise<Result<null, FreshProofRefusal>> => {
        const now = clock.now();
        const fresh = await requireFreshProof(tx, claims, now);
        if (!fresh.ok) return fresh;
        await giveName(tx, { accountId, name });
        const text = copy.nameChanged({ at: now });
        await tellOwner(deps, tx, { accountId, topic: 'name', text, now });
        return ok(null);
      });
    },
  };
}
