import type { ChallengePurpose } from '#src/domain/challenge.js';

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
}

export interface Challenges {
  /**
   * Stores a challenge. Earlier open ones of the same account, purpose and browser (or chat) are
   * superseded; those of other browsers stay, so that a stranger's request kills nobody's code.
   */
  open(challenge: {
    readonly id: string;
    readonly accountId: string | null;
    readonly purpose: ChallengePurpose;
    readonly codeDigest: Uint8Array;
    readonly bindingDigest: Uint8Array | null;
    /** Whether the code was put into the outbox. */
    readonly sent: boolean;
    readonly expiresAt: Date;
    readonly now: Date;
  }): Promise<void>;
  find(id: string): Promise<Challenge | null>;
  /**
   * Counts one attempt and returns the challenge to compare with, in one statement: of a hundred
   * parallel calls at most `limit` get it (security case 1).
   * @returns null when it is not open: unknown, consumed, superseded, expired, exhausted, or asked
   *   for by another browser
   */
  takeAttempt(input: {
    readonly id: string;
    readonly bindingDigest: Uint8Array;
    readonly limit: number;
    readonly now: Date;
  }): Promise<Challenge | null>;
  /** The same for the account's open code that was asked for in chat. */
  takeChatAttempt(input: {
    readonly accountId: string;
    readonly purpose: ChallengePurpose;
    readonly limit: number;
    readonly now: Date;
  }): Promise<Challenge | null>;
  /** Consumes an open challenge, once. @returns false when somebody else was first */
  consume(id: string, now: Date): Promise<boolean>;
  /** Every open challenge of the account dies. @returns how many */
  supersedeAll(accountId: string, now: Date): Promise<number>;
  /** When the account's newest codes were sent, since `since`: those asked for in chat, or all; newest first. */
  issuedSince(
    accountId: string,
    purpose: ChallengePurpose,
    window: {
      readonly since: Date;
      readonly askedIn: 'chat' | 'anywhere';
      readonly limit: number;
    },
  ): Promise<readonly Date[]>;
  /** Deletes challenges that expired before `before`. @returns how many */
  sweep(before: Date): Promise<number>;
}
