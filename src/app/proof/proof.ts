import type { ChallengePurpose, Code } from '#src/domain/challenge.js';
import type { Result } from '#src/domain/result.js';
import type { TypedProofName } from '#src/domain/sign-in-method.js';
import type { TaxId } from '#src/domain/tax-id.js';
import type { CodeRefusal, Precheck } from './check-code.js';
import type { Account } from '../ports/tables/accounts.js';
import type { KnownSubject } from '../ports/tables/known-browsers.js';
import type { Store, Tx } from '../ports/tables/store.js';

/** Whose proof it has to be. */
export type ProofSubject = { readonly taxId: TaxId } | { readonly accountId: string };

/** What each proof consists of, under the name of its way in (`src/app/sign-in/methods.ts`). */
interface ProofFields {
  readonly password: { readonly password: string };
  readonly code: { readonly challengeId: string; readonly code: Code };
}
export type ProofOf<Type extends TypedProofName> = {
  [Name in Type]: { readonly type: Name } & ProofFields[Name];
}[Type];
export type Proof = ProofOf<TypedProofName>;

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
   * What takes its time and must not hold a transaction open: done for a right proof only, before it is used up. A
   * rejection leaves a code to be typed again.
   */
  readonly prepare: (accountId: string) => Promise<Result<Prepared, Rejection>>;
  readonly work: ProvenWork<Value, Prepared>;
  readonly precheck: Precheck<Rejection>;
}

/** What came of one proof, and whether its browser is known: the guesses of a known browser do not count against its address. */
export interface Judged<Value, Refusal> {
  readonly isKnown: boolean;
  readonly result: Result<Value, Refusal>;
}

/** Who proves, and what for. */
export interface ProofRequest extends Pick<ProofInput, 'subject' | 'purpose' | 'browserToken'> {
  /** Digests of what the browser is known by. */
  readonly known: readonly Uint8Array[];
}

/** How one kind of proof is checked: a file in this folder and a line in `check-proof.ts`. */
export interface ProofCheck<Type extends TypedProofName> {
  /** Whose the proof is by itself, where the request names no subject; null: it does not say. */
  about(proof: ProofOf<Type>): KnownSubject | null;
  check<Value, Rejection, Prepared>(
    proof: ProofOf<Type>,
    request: ProofRequest,
    steps: ProvenSteps<Value, Rejection, Prepared>,
  ): Promise<Judged<Value, ProofRefusal | Rejection>>;
}

export function accountOf(
  { accounts }: Pick<Store, 'accounts'>,
  subject: ProofSubject,
): Promise<Account | null> {
  if ('taxId' in subject) return accounts.findByTaxId(subject.taxId);
  return accounts.findById(subject.accountId);
}
