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
}

/** "This CPF is mine" from chats that cannot prove it; the admin settles them. */
export interface Claims {
  /**
   * Records a claim. The same one again only moves its time and number; one that was settled is made
   * anew under the new id, so that a page that still shows the old one cannot settle it. At most three claims on a
   * CPF are open at once, whoever makes them, and after a rejection nobody claims it for thirty days. Nothing is said of
   * either: the person hears the same. Atomic per CPF.
   */
  record(claim: {
    readonly id: string;
    readonly accountId: string | null;
    readonly taxId: TaxId;
    readonly chat: Jid;
    readonly phone: Phone | null;
    readonly now: Date;
  }): Promise<void>;
  /** Whether somebody's claim on the account waits to be settled. */
  contests(accountId: string): Promise<boolean>;
  /** Unsettled claims on existing accounts, the oldest first. */
  open(limit: number): Promise<readonly Claim[]>;
  /** The claim while it is open, else null; held until the transaction ends. Call it inside a transaction only. */
  lockOpen(id: string): Promise<Claim | null>;
  /** Settles an open claim. Atomic: of several at once one gets it. @returns false when it was settled already */
  settle(input: {
    readonly id: string;
    readonly outcome: ClaimOutcome;
    readonly now: Date;
  }): Promise<boolean>;
  /** Deletes claims made before `before`. @returns how many */
  sweep(before: Date): Promise<number>;
}
