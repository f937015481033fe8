import type { ChallengePurpose } from '#src/domain/challenge.js';
import type { TaxId } from '#src/domain/tax-id.js';

export interface Challenge {
  readonly id: string;
  /** null: a decoy for an unknown CPF. */
  readonly accountId: string | null;
  readonly purpose: ChallengePurpose;
  readonly codeDigest: Uint8Array;
  readonly bindingDigest: Uint8Array | null;
  /** Whether its own code went out. */
  readonly sent: boolean;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly consumedAt: Date | null;
  readonly supersededAt: Date | null;
  /** Its account has ended it: it is never accepted, and answers as a decoy. */
  readonly disarmedAt: Date | null;
}

export interface Challenges {
  /**
   * Stores a challenge. Earlier open ones of the same CPF, purpose and browser (or chat) are superseded, decoys alike;
   * those of other browsers stay, so that a stranger's request ends no code of another browser.
   */
  open(challenge: {
    readonly id: string;
    readonly accountId: string | null;
    /** The CPF that was typed, or the account's. */
    readonly taxId: TaxId;
    readonly purpose: ChallengePurpose;
    readonly codeDigest: Uint8Array;
    readonly bindingDigest: Uint8Array | null;
    /** Whether the code was put into the outbox. */
    readonly sent: boolean;
    readonly expiresAt: Date;
    readonly now: Date;
  }): Promise<void>;
  find(id: string): Promise<Challenge | null>;
  /** Whether this browser still has a challenge of this CPF and purpose that can be answered, or a decoy like it. */
  isWaiting(input: {
    readonly taxId: TaxId;
    readonly purpose: ChallengePurpose;
    readonly bindingDigest: Uint8Array;
    /** Wrong answers that use one up. */
    readonly limit: number;
    readonly now: Date;
  }): Promise<boolean>;
  /**
   * Disarms every open challenge of the account. A guess at it gets the same answers as before: strangers must not
   * learn from their own challenge that the owner was here. @returns how many
   */
  supersedeAll(accountId: string, now: Date): Promise<number>;
  /**
   * Deletes challenges that expired before `before`, and those of no account, which strangers make, that expired before
   * `decoysBefore`. Once expired, a deleted challenge gets the same answer as one that is still stored. @returns how
   * many
   */
  sweep(before: Date, decoysBefore: Date): Promise<number>;
}

/** What only a transaction offers: it hands an account over or erases it. */
export interface ChallengesInTx extends Challenges {
  /** Deletes every challenge of the account, used or not. */
  removeAll(accountId: string): Promise<void>;
  /** Deletes every challenge of a CPF, decoys included. */
  erase(taxId: TaxId): Promise<void>;
}
