import { fail, ok, type Result } from '#src/domain/result.js';
import type { TypedProofName } from '#src/domain/sign-in-method.js';
import { THROTTLES } from '#src/domain/throttle.js';
import type { Precheck } from './check-code.js';
import { createCodeProof } from './code-proof.js';
import { limitAddress, lookAtAddress } from './limit-address.js';
import { createPasswordProof } from './password-proof.js';
import type {
  ProofCheck,
  ProofInput,
  ProofOf,
  ProofRefusal,
  ProofRequest,
  ProvenSteps,
  ProvenWork,
} from './proof.js';
import type { Account } from '../ports/tables/accounts.js';
import type { Clock } from '../ports/clock.js';
import type { Digests } from '../ports/crypto/digests.js';
import type { PasswordHasher } from '../ports/crypto/password-hasher.js';
import type { Random } from '../ports/random.js';
import type { RateLimiter } from '../ports/rate-limiter.js';
import type { Store } from '../ports/tables/store.js';
import type { WarnOwner } from '../delivery/warn-owner.js';

export type CheckProof = ReturnType<typeof createCheckProof>;

/**
 * Checks the identity of a person, by password or code: the one mechanism behind login, linking, unlinking, reset and
 * step-up, so that all of them share their counters (security case 41).
 *
 * A CPF that is unknown, blocked or without a password, and a password that is locked, all answer like a wrong
 * password, from the same statements and the same work (case 11). After too many wrong passwords in a row the password
 * is locked for strangers until a new one is set; codes, links and browsers that were in before go on working, and the
 * owner is told (case 65). A right proof clears what speaks against codes.
 */
export function createCheckProof(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly digests: Digests;
  readonly limiter: RateLimiter;
  readonly passwords: PasswordHasher;
  readonly warnOwner: WarnOwner;
}) {
  const { store, digests, limiter } = deps;
  const checks: { readonly [Type in TypedProofName]: ProofCheck<Type> } = {
    password: createPasswordProof(deps),
    code: createCodeProof(deps),
  };

  /** The check of this kind of proof, for this one. */
  function checkOf<Type extends TypedProofName>(type: Type, proof: ProofOf<Type>) {
    return {
      about: () => checks[type].about(proof),
      check: <Value, Rejection, Prepared>(
        request: ProofRequest,
        steps: ProvenSteps<Value, Rejection, Prepared>,
      ) => checks[type].check(proof, request, steps),
    };
  }

  /** Past the address's limit only a browser goes on that was in this very account before (case 66). */
  async function mayGoOn(
    { subject, proof }: ProofInput,
    known: readonly Uint8Array[],
  ): Promise<boolean> {
    if (known.length === 0) return false;
    const about = subject ?? checkOf(proof.type, proof).about();
    return about !== null && (await store.knownBrowsers.isKnown(known, about));
  }

  async function proveWith<Value, Rejection, Prepared>(
    input: ProofInput,
    steps: ProvenSteps<Value, Rejection, Prepared>,
  ): Promise<Result<Value, ProofRefusal | Rejection>> {
    const { proof, address } = input;
    const known = input.known.map((token) => digests.token('known-browser', token));
    const verdict = await lookAtAddress(limiter, THROTTLES.verifyPerIp, address);
    if (!verdict.allowed && !(await mayGoOn(input, known))) {
      return fail({ code: 'too_many_requests', retryAfterS: verdict.retryAfterS });
    }
    const request = { ...input, known };
    const { isKnown, result } = await checkOf(proof.type, proof).check(request, steps);
    if (!isKnown && isWrong(result)) await limitAddress(limiter, THROTTLES.verifyPerIp, address);
    return result;
  }

  return {
    /**
     * Does the work with a right proof, in one transaction with its consumption. What `precheck` rejects leaves a code
     * to be typed again, while its five tries last.
     */
    prove<Value, Rejection = never>(
      input: ProofInput,
      work: ProvenWork<Value, null>,
      precheck: Precheck<Rejection> = () => Promise.resolve(null),
    ): Promise<Result<Value, ProofRefusal | Rejection>> {
      return proveWith(input, { prepare: nothing, work, precheck });
    },
    /** The same with work that needs something that takes its time, such as a hash. */
    proveWith,
    /** Only checks: a right code is used up. @returns the account that was proven */
    checkProof: (input: ProofInput): Promise<Result<Account, ProofRefusal>> =>
      proveWith(input, {
        prepare: nothing,
        work: (_tx, { account }) => Promise.resolve(account),
        precheck: () => Promise.resolve(null),
      }),
  };
}

function nothing(): Promise<Result<null, never>> {
  return Promise.resolve(ok(null));
}

const WRONG = new Set(['wrong_password', 'wrong_code', 'challenge_expired', 'challenge_exhausted']);

/** Whether the proof itself was wrong. A right proof that the precheck rejected does not count as wrong. */
function isWrong(result: Result<unknown, unknown>): boolean {
  if (result.ok) return false;
  const { error } = result;
  return (
    typeof error === 'object' && error !== null && 'code' in error && WRONG.has(String(error.code))
  );
}
