import { secondsUntil } from '#src/domain/allowance.js';
import { fail, ok, type Result } from '#src/domain/result.js';
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
import type { PasswordHasher } from '../ports/crypto/password-hasher.js';
import type { Random } from '../ports/random.js';
import type { Store } from '../ports/tables/store.js';
import type { PasswordTry } from '../ports/tables/try-limits.js';
import type { WarnOwner } from '../delivery/warn-owner.js';

/** A CPF with a password. Without a subject every password is wrong. */
export function createPasswordProof(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly passwords: PasswordHasher;
  readonly warnOwner: WarnOwner;
}): ProofCheck<'password'> {
  const { store, clock, random, passwords, warnOwner } = deps;

  /** Outside of a transaction: it would hold a connection for as long as the hash takes. */
  async function compare(tried: PasswordTry, password: string): Promise<boolean> {
    try {
      return await passwords.verify(tried.present?.hash ?? null, password);
    } catch (error) {
      await store.tryLimits.returnPassword(tried.key);
      throw error;
    }
  }

  async function check<Value, Rejection, Prepared>(
    { password }: ProofOf<'password'>,
    { subject, known }: ProofRequest,
    { prepare, work, precheck }: ProvenSteps<Value, Rejection, Prepared>,
  ): Promise<Judged<Value, ProofRefusal | Rejection>> {
    const wrong = fail({ code: 'wrong_password' } as const);
    const account = subject === null ? null : await accountOf(store, subject);
    const taxId = subject !== null && 'taxId' in subject ? subject.taxId : account?.taxId;
    if (taxId === undefined) return { isKnown: false, result: wrong };
    const now = clock.now();
    const tried = await store.tryLimits.takePassword({ id: random.id(), taxId, known, now });
    const { isKnown, key, present } = tried;
    if (!tried.granted) {
      const retryAfterS = secondsUntil(tried.nextAt, now);
      return { isKnown, result: fail({ code: 'too_many_requests', retryAfterS }) };
    }
    const isRight = await compare(tried, password);
    if (!isRight || account === null || present === null) {
      if (tried.warn) await warnOwner({ accountId: account?.id ?? null, now });
      return { isKnown, result: wrong };
    }
    const prepared = await prepare(account.id);
    if (!prepared.ok) return { isKnown, result: prepared };
    const accepted = { accountId: account.id, setAt: present.setAt };
    const result = await store.transaction(
      async (tx): Promise<Result<Value, ProofRefusal | Rejection>> => {
        if (!(await tx.passwords.accept(accepted))) return wrong;
        const rejection = await precheck(tx, account);
        if (rejection !== null) return fail(rejection);
        await tx.tryLimits.passwordWasRight({ accountId: account.id, key });
        return ok(await work(tx, { account, now: clock.now(), prepared: prepared.value }));
      },
    );
    return { isKnown, result };
  }

  return { about: () => null, check };
}
