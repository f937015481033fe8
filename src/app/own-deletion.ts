import { ok, type Result } from '#src/domain/result.js';
import { deletionDueAt } from './chat-data.js';
import { requireFreshProof, type FreshProofRefusal } from './fresh-proof.js';
import { tellOwner } from './owner-chat.js';
import type { AccessClaims } from './ports/access-tokens.js';
import type { Clock } from './ports/clock.js';
import type { AccessCopy } from './ports/dialogue.js';
import type { EventBus } from './ports/event-bus.js';
import type { Random } from './ports/random.js';
import type { Store } from './ports/store.js';

export type OwnDeletion = ReturnType<typeof createOwnDeletion>;

/** Deletion of the account by who is signed in (LGPD art. 18 VI): asked for after a fresh proof, called off without. */
export function createOwnDeletion(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly bus: EventBus;
  readonly copy: AccessCopy;
}) {
  const { store, clock, bus, copy } = deps;
  return {
    /** Asking again does not start the seven days anew. @returns when everything goes */
    async schedule(claims: AccessClaims): Promise<Result<Date, FreshProofRefusal>> {
      const now = clock.now();
      const { accountId } = claims;
      const scheduled = await store.transaction(
        async (tables): Promise<Result<Date, FreshProofRefusal>> => {
          const fresh = await requireFreshProof(tables, claims, now);
          if (!fresh.ok) return fresh;
          const account = await tables.accounts.findById(accountId);
          const known = account?.deletionDueAt ?? null;
          if (known !== null) return ok(known);
          const dueAt = deletionDueAt(now);
          await tables.accounts.scheduleDeletion(accountId, dueAt);
          const text = copy.deletionScheduled({ dueAt });
          await tellOwner(deps, tables, { accountId, text, now });
          return ok(dueAt);
        },
      );
      await bus.publish('outbox.queued', {});
      return scheduled;
    },
    async cancel({ accountId }: AccessClaims): Promise<void> {
      await store.accounts.scheduleDeletion(accountId, null);
    },
  };
}
