import { fail, ok, type Result } from '#src/domain/result.js';
import { createCheckCode } from './check-code.js';
import {
  accountOf,
  type Judged,
  type ProofCheck,
  type ProofOf,
  type ProofRefusal,
  type ProofRequest,
  type ProvenSteps,
} from './proof.js';
import type { Clock } from '../ports/clock.js';
import type { Digests } from '../ports/crypto/digests.js';
import type { Random } from '../ports/random.js';
import type { Store } from '../ports/tables/store.js';
import type { WarnOwner } from '../delivery/warn-owner.js';

/** Six digits from the chat, in the browser that asked for them. Without a subject the code says whose it is. */
export function createCodeProof(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly digests: Digests;
  readonly warnOwner: WarnOwner;
}): ProofCheck<'code'> {
  const { store, clock, digests, warnOwner } = deps;
  const codes = createCheckCode(deps);

  async function check<Value, Rejection, Prepared>(
    { challengeId, code }: ProofOf<'code'>,
    { subject, purpose, browserToken, known }: ProofRequest,
    { prepare, work, precheck }: ProvenSteps<Value, Rejection, Prepared>,
  ): Promise<Judged<Value, ProofRefusal | Rejection>> {
    if (browserToken === null)
      return { isKnown: false, result: fail({ code: 'challenge_expired' }) };
    const bindingDigest = digests.token('browser', browserToken);
    const account = subject === null ? null : await accountOf(store, subject);
    const owner = subject === null ? null : { accountId: account?.id ?? null };
    const now = clock.now();
    const asked = { challengeId, code, purpose, bindingDigest, known, owner, now };
    const { tried, result: checked } = await codes.check(asked);
    const isKnown = tried?.isKnown ?? false;
    if (!checked.ok) {
      const accountId = tried?.asked?.accountId ?? null;
      if (tried?.warn === true) await warnOwner({ accountId, now });
      return { isKnown, result: checked };
    }
    const right = checked.value;
    const prepared = await prepare(right.challenge.accountId);
    if (!prepared.ok) return { isKnown, result: prepared };
    const result = await store.transaction(
      async (tx): Promise<Result<Value, ProofRefusal | Rejection>> => {
        const consumed = await codes.consume(tx, { right, now: clock.now(), precheck });
        if (!consumed.ok) return consumed;
        return ok(
          await work(tx, {
            account: consumed.value,
            now: clock.now(),
            prepared: prepared.value,
          }),
        );
      },
    );
    return { isKnown, result };
  }

  return { about: ({ challengeId }) => ({ challengeId }), check };
}
