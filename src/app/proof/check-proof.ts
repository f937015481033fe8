import type { ChallengePurpose, Code } from '#src/domain/challenge.js';
import { secondsUntil } from '#src/domain/allowance.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import type { TaxId } from '#src/domain/tax-id.js';
import { THROTTLES } from '#src/domain/throttle.js';
import { createCheckCode, type CodeRefusal, type Precheck } from './check-code.js';
import { limitAddress, lookAtAddress } from './limit-address.js';
import type { Account } from '../ports/tables/accounts.js';
import type { Clock } from '../ports/clock.js';
import type { Digests } from '../ports/crypto/digests.js';
import type { KnownSubject } from '../ports/tables/known-browsers.js';
import type { PasswordHasher } from '../ports/crypto/password-hasher.js';
import type { Random } from '../ports/random.js';
import type { RateLimiter } from '../ports/rate-limiter.js';
import type { Store, Tx } from '../ports/tables/store.js';
import type { PasswordTry } from '../ports/tables/try-limits.js';
import type { WarnOwner } from '../delivery/warn-owner.js';

/** Whose proof it has to be. */
export type ProofSubject = { readonly taxId: TaxId } | { readonly accountId: string };

export type Proof =
  | { readonly type: 'password'; readonly password: string }
  | { readonly type: 'code'; readonly challengeId: string; readonly code: Code };

export type ProofRefusal = CodeRefusal | { readonly code: 'wrong_password' };

/** Where a request comes from. */
export interface Origin {
  /** The browser's cookie, or null when it has none: then no code can be its own. */
  readonly browserToken: string | null;
  /** What earlier sign-ins left in this browser (known-browsers.ts). */
  readonly known: readonly string[];
  /** The client's address, after trusted proxies. */
  readonly address: string;
}

export interface ProofInput extends Origin {
  /** null: the account of the code. A password without a subject is wrong. */
  readonly subject: ProofSubject | null;
  readonly proof: Proof;
  /** What the proof is for; a code asked for something else is refused (security case 4). */
  readonly purpose: ChallengePurpose;
}

/** What a right proof is for: runs in the transaction that consumes the proof, so that both happen or neither. */
export type ProvenWork<Value, Prepared> = (
  tx: Tx,
  proven: { readonly account: Account; readonly now: Date; readonly prepared: Prepared },
) => Promise<Value>;

export interface ProvenSteps<Value, Rejection, Prepared> {
  /**
   * What takes its time and must not hold a transaction open: done for a right proof only, before it is used up. An
   * rejection leaves a code to be typed again.
   */
  readonly prepare: (accountId: string) => Promise<Result<Prepared, Rejection>>;
  readonly work: ProvenWork<Value, Prepared>;
  readonly precheck: Precheck<Rejection>;
}

/** Whose guesses count against the address: a known browser's do not. */
interface Judged<Value, Refusal> {
  readonly isKnown: boolean;
  readonly result: Result<Value, Refusal>;
}

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
  const { store, clock, random, digests, limiter, passwords, warnOwner } = deps;
  const codes = createCheckCode({ digests, random, store });

  function accountOf(subject: ProofSubject): Promise<Account | null> {
    if ('taxId' in subject) return store.accounts.findByTaxId(subject.taxId);
    return store.accounts.findById(subject.accountId);
  }

  /** Outside of a transaction: it would hold a connection for as long as the hash takes. */
  async function compare(tried: PasswordTry, password: string): Promise<boolean> {
    try {
      return await passwords.verify(tried.present?.hash ?? null, password);
    } catch (error) {
      await store.tryLimits.returnPassword(tried.key);
      throw error;
    }
  }

  async function byPassword<Value, Rejection, Prepared>(
    input: { subject: ProofSubject | null; password: string; known: readonly Uint8Array[] },
    { prepare, work, precheck }: ProvenSteps<Value, Rejection, Prepared>,
  ): Promise<Judged<Value, ProofRefusal | Rejection>> {
    const { subject, password, known } = input;
    const wrong = fail({ code: 'wrong_password' } as const);
    const account = subject === null ? null : await accountOf(subject);
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

  async function byCode<Value, Rejection, Prepared>(
    input: ProofInput & { readonly proof: Extract<Proof, { type: 'code' }> },
    known: readonly Uint8Array[],
    { prepare, work, precheck }: ProvenSteps<Value, Rejection, Prepared>,
  ): Promise<Judged<Value, ProofRefusal | Rejection>> {
    const { subject, proof, purpose, browserToken } = input;
    if (browserToken === null)
      return { isKnown: false, result: fail({ code: 'challenge_expired' }) };
    const { challengeId, code } = proof;
    const bindingDigest = digests.token('browser', browserToken);
    const account = subject === null ? null : await accountOf(subject);
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

  /** Past the address's limit only a browser goes on that was in this very account before (case 66). */
  async function mayGoOn(
    { subject, proof }: ProofInput,
    known: readonly Uint8Array[],
  ): Promise<boolean> {
    if (known.length === 0) return false;
    const about: KnownSubject | null =
      subject ?? (proof.type === 'code' ? { challengeId: proof.challengeId } : null);
    return about !== null && (await store.knownBrowsers.isKnown(known, about));
  }

  async function proveWith<Value, Rejection, Prepared>(
    input: ProofInput,
    steps: ProvenSteps<Value, Rejection, Prepared>,
  ): Promise<Result<Value, ProofRefusal | Rejection>> {
    const { subject, proof, address } = input;
    const known = input.known.map((token) => digests.token('known-browser', token));
    const verdict = await lookAtAddress(limiter, THROTTLES.verifyPerIp, address);
    if (!verdict.allowed && !(await mayGoOn(input, known))) {
      return fail({ code: 'too_many_requests', retryAfterS: verdict.retryAfterS });
    }
    const { isKnown, result } =
      proof.type === 'code'
        ? await byCode({ ...input, proof }, known, steps)
        : await byPassword({ subject, password: proof.password, known }, steps);
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

/** A failure of the proof itself; a success and a rejection by the precheck are none. */
function isWrong(result: Result<unknown, unknown>): boolean {
  if (result.ok) return false;
  const { error } = result;
  return (
    typeof error === 'object' && error !== null && 'code' in error && WRONG.has(String(error.code))
  );
}
