import type { Jid } from '#src/domain/jid.js';
import type { Phone } from '#src/domain/phone.js';
import type { TaxId } from '#src/domain/tax-id.js';

export type ClaimOutcome = 'upheld' | 'rejected';

/** A claim on an existing account, as it waits for the admin. */
export interface Claim {
  readonly id: string;
  readonly accountId: string;
  readonly chat: Jid;
  /** The number it was made from; null when WhatsApp did not say, so that it cannot be upheld. */
  readonly phone: Phone | null;
  readonly askedAt: Date;
  /** Has no effect until the admin allows it. */
  readonly held: boolean;
}

/** "This CPF is mine" from chats that cannot prove it; the admin settles them. */
export interface Claims {
  /**
   * Records a claim. The same one again only moves its time and number; one that was settled is made anew under the new
   * id, so that a page that still shows the old one cannot settle it. At most three claims on a CPF contest the account
   * at once, from all chats together, and none that is made in the thirty days after a rejection: the others are held,
   * ten at most, and wait for the admin to allow them. The person gets the same answer in every case. Atomic per CPF.
   */
  record(claim: {
    readonly id: string;
    readonly accountId: string | null;
    readonly taxId: TaxId;
    readonly chat: Jid;
    readonly phone: Phone | null;
    readonly now: Date;
  }): Promise<void>;
  /** Whether a claim on the account that is not held waits to be settled. */
  contests(accountId: string): Promise<boolean>;
  /** Unsettled claims on existing accounts: those that contest them first, then the held ones, the oldest first. */
  open(limit: number): Promise<readonly Claim[]>;
  /** Settles an open claim. Atomic: of several at once one gets it. @returns false when it was settled already */
  settle(input: {
    readonly id: string;
    readonly outcome: ClaimOutcome;
    readonly now: Date;
  }): Promise<boolean>;
  /** Lets a held claim contest its account. @returns false when it was not held, or settled already */
  allow(id: string): Promise<boolean>;
  /** Deletes claims made before `before`. @returns how many */
  sweep(before: Date): Promise<number>;
}

export interface ClaimsInTx extends Claims {
  /** The claim while it is open, else null; held until the transaction ends. */
  lockOpen(id: string): Promise<Claim | null>;
}
