import { fail, ok, type Result } from '#src/domain/result.js';
import { requireFreshProof, type FreshProofRefusal } from '../proof/fresh-proof.js';
import { acceptNumberWait } from './number-wait.js';
import { newsChat } from '../delivery/notify-owner.js';
import type { AccessClaims } from '../ports/crypto/access-tokens.js';
import type { Clock } from '../ports/clock.js';
import type { AccessCopy } from '../ports/access-copy.js';
import type { Random } from '../ports/random.js';
import type { Store } from '../ports/tables/store.js';

export type OwnNumberWait = ReturnType<typeof createOwnNumberWait>;

/**
 * What the owner, signed in, says about another WhatsApp account that waits on the account's number
 * (docs/decisions/0011): a yes after a fresh proof, a no without, for it takes away and gives nothing.
 */
export function createOwnNumberWait(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly copy: AccessCopy;
}) {
  const { store, clock } = deps;
  return {
    /**
     * The yes to the wait that the page showed, and to no later one. The WhatsApp that was known until now is told.
     * Atomic: of a yes, a no and the time at the same moment one counts.
     * @returns `not_found` when that wait has ended, or a claim or a block stops it; nothing has changed then
     */
    async confirm(input: {
      readonly claims: AccessClaims;
      readonly waitId: string;
    }): Promise<Result<null, FreshProofRefusal | { readonly code: 'not_found' }>> {
      const { claims, waitId } = input;
      const { accountId, sessionId } = claims;
      const now = clock.now();
      return store.transaction(async (tx) => {
        await tx.accounts.lock(accountId);
        const fresh = await requireFreshProof(tx, claims, now);
        if (!fresh.ok) return fresh;
        const known = await newsChat(tx, { accountId, now });
        const yes = { accountId, waitId, known, keeps: { sessionId }, now };
        const chat = await acceptNumberWait(deps, tx, yes);
        return chat === null ? fail({ code: 'not_found' }) : ok(null);
      });
    },
    /** Refuses the open wait, for thirty days. @returns whether there was one */
    refuse: ({ accountId }: AccessClaims): Promise<boolean> =>
      store.transaction(async (tx) => {
        await tx.ownerNotices.drop(accountId, 'number_wait');
        return tx.numberWaits.refuse(accountId, clock.now());
      }),
  };
}
