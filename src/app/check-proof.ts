import type { ChallengePurpose, Code } from '#src/domain/challenge.js';
import { MAX_PASSWORD_FAILURES } from '#src/domain/password.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import type { TaxId } from '#src/domain/tax-id.js';
import { THROTTLES } from '#src/domain/throttle.js';
import { createCheckCode, type CodeRefusal, type Vet } from './check-code.js';
import { limitAddress } from './limit-address.js';
import { NOBODY } from './nobody.js';
import type { Account } from './ports/accounts.js';
import type { Clock } from './ports/clock.js';
import type { Digests } from './ports/digests.js';
import type { KeyedIndex } from './ports/field-cipher.js';
import type { PasswordHasher } from './ports/password-hasher.js';
import type { RateLimiter } from './ports/rate-limiter.js';
import type { Store, Tables } from './ports/store.js';

/** Whose proof it has to be. */
export type ProofSubject = { readonly taxId: TaxId } | { readonly accountId: string };

export type Proof =
  | { readonly type: 'password'; readonly password: string }
  | { readonly type: 'code'; readonly challengeId: string; readonly code: Code };

export type ProofRefusal =
  | CodeRefusal
  | { readonly code: 'wrong_password' }
  | { readonly code: 'too_many_requests'; readonly retryAfterS: number };

export interface ProofInput {
  /** null: whoever's the code is. A password without a subject is wrong. */
  readonly subject: ProofSubject | null;
  readonly proof: Proof;
  /** What the proof is for; a code asked for something else is refused (security case 4). */
  readonly purpose: ChallengePurpose;
  /** The browser's cookie, or null when it has none: then no code can be its own. */
  readonly browserToken: string | null;
  /** The client's address, after trusted proxies. */
  readonly address: string;
}

/** What a right proof is for: runs in the transaction that consumes the proof, so that both happen or neither. */
export type ProvenWork<Value> = (
  tables: Tables,
  proven: { readonly account: Account; readonly now: Date },
) => Promise<Value>;

interface ProvenSteps<Value, Objection> {
  readonly work: ProvenWork<Value>;
  readonly vet: Vet<Objection>;
}

export type CheckProof = ReturnType<typeof createCheckProof>;

/**
 * Checks who somebody is, by password or code: the one mechanism behind login, linking, unlinking, reset and step-up,
 * so that all of them share their counters (security case 41).
 *
 * A CPF that is unknown, blocked or without a password, and a password that is locked, all answer like a wrong
 * password, from the same statements and the same work (case 11). After too many wrong passwords in a row the password
 * is locked until a new one is set; codes and links go on working. A right proof clears what speaks against codes.
 */
export function createCheckProof(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly digests: Digests;
  readonly index: KeyedIndex;
  readonly limiter: RateLimiter;
  readonly passwords: PasswordHasher;
}) {
  const { store, clock, digests, index, limiter, passwords } = deps;
  const checkCode = createCheckCode({ digests });

  function accountOf(tables: Tables, subject: ProofSubject | null): Promise<Account | null> {
    if (subject === null) return Promise.resolve(null);
    if ('taxId' in subject) return tables.accounts.findByTaxId(subject.taxId);
    return tables.accounts.findById(subject.accountId);
  }

  /** By CPF whether an account has it or not, so that the limit tells nothing. */
  function passwordKey(subject: ProofSubject | null, account: Account | null): string {
    const taxId = subject !== null && 'taxId' in subject ? subject.taxId : account?.taxId;
    if (taxId === undefined) return NOBODY;
    return Buffer.from(index.index('tax-id', taxId)).toString('hex');
  }

  async function byPassword<Value, Objection>(
    { subject, password }: { subject: ProofSubject | null; password: string },
    { work, vet }: ProvenSteps<Value, Objection>,
  ): Promise<Result<Value, ProofRefusal | Objection>> {
    const account = await accountOf(store, subject);
    const key = passwordKey(subject, account);
    const verdict = await limiter.hit(THROTTLES.passwordPerAccount, key);
    if (!verdict.allowed) {
      return fail({ code: 'too_many_requests', retryAfterS: verdict.retryAfterS });
    }
    const accountId = account?.id ?? NOBODY;
    const attempt = { accountId, limit: MAX_PASSWORD_FAILURES };
    const present = await store.passwords.takeAttempt(attempt);
    // Outside of a transaction: it would hold a connection for as long as the hash takes.
    const isRight = await passwords.verify(present?.hash ?? null, password);
    if (!isRight || account === null || present === null) return fail({ code: 'wrong_password' });
    const { setAt } = present;
    const proven = await store.transaction(
      async (tables): Promise<Result<Value, ProofRefusal | Objection>> => {
        if (!(await tables.passwords.accept({ accountId, setAt }))) {
          return fail({ code: 'wrong_password' });
        }
        const objection = await vet(tables, account);
        if (objection !== null) return fail(objection);
        await tables.accounts.clearFailures(accountId);
        return ok(await work(tables, { account, now: clock.now() }));
      },
    );
    if (proven.ok) await limiter.clear(THROTTLES.passwordPerAccount, key);
    return proven;
  }

  async function byCode<Value, Objection>(
    input: ProofInput & { readonly proof: Extract<Proof, { type: 'code' }> },
    { work, vet }: ProvenSteps<Value, Objection>,
  ): Promise<Result<Value, ProofRefusal | Objection>> {
    const { subject, proof, purpose, browserToken } = input;
    if (browserToken === null) return fail({ code: 'challenge_expired' });
    const { challengeId, code } = proof;
    const bindingDigest = digests.token('browser', browserToken);
    return store.transaction(async (tables): Promise<Result<Value, ProofRefusal | Objection>> => {
      const now = clock.now();
      const account = await accountOf(tables, subject);
      const owner = subject === null ? null : { accountId: account?.id ?? null };
      const asked = { challengeId, code, purpose, bindingDigest, owner, now, vet };
      const checked = await checkCode(tables, asked);
      if (!checked.ok) return checked;
      return ok(await work(tables, { account: checked.value, now }));
    });
  }

  async function prove<Value, Objection = never>(
    input: ProofInput,
    work: ProvenWork<Value>,
    vet: Vet<Objection> = () => Promise.resolve(null),
  ): Promise<Result<Value, ProofRefusal | Objection>> {
    const { subject, proof, address } = input;
    const verdict = await limitAddress(limiter, THROTTLES.verifyPerIp, address);
    if (!verdict.allowed) {
      return fail({ code: 'too_many_requests', retryAfterS: verdict.retryAfterS });
    }
    if (proof.type === 'code') return byCode({ ...input, proof }, { work, vet });
    return byPassword({ subject, password: proof.password }, { work, vet });
  }

  return {
    /**
     * Does the work with a right proof, in one transaction with its consumption. What `vet` objects to leaves a code to
     * be typed again, while its five tries last.
     */
    prove,
    /** Only checks: a right code is used up. @returns the account that was proven */
    checkProof: (input: ProofInput): Promise<Result<Account, ProofRefusal>> =>
      prove(input, (_tables, { account }) => Promise.resolve(account)),
  };
}
