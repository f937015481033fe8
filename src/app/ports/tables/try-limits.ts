import type { ChallengePurpose } from '#src/domain/challenge.js';
import type { TaxId } from '#src/domain/tax-id.js';
import type { Challenge } from './challenges.js';

interface Counted {
  /** Whether the guess may be compared. When not, nothing was counted. */
  readonly granted: boolean;
  /** When another one may be; meaningful when this one was not granted. */
  readonly nextAt: Date;
  /** What it was counted under: the CPF, or the known browser. */
  readonly key: Uint8Array;
  /** Whether this browser has been in this account before. */
  readonly isKnown: boolean;
  /** Wrong ones in a row under this key, this one included: it counts as wrong until it proves right. */
  readonly failures: number;
  /** Strangers have guessed often, and the owner was not told within a day: tell now. */
  readonly warn: boolean;
}

export interface PasswordTry extends Counted {
  /** null: there is nothing to compare with, since there is no account, no password, or it is locked. */
  readonly present: { readonly hash: string; readonly setAt: Date } | null;
}

export interface CodeTry extends Counted {
  /** The challenge it is about, its attempt counted; null when another request used up its last attempt meanwhile. */
  readonly asked: Challenge | null;
  /** The account's open code from the chat, its attempt counted, where the challenge's own code was not sent. */
  readonly fromChat: Challenge | null;
}

/**
 * Who may guess how often at codes and passwords (security cases 1, 41, 59, 65). Strangers share one count per CPF,
 * known or not, over all browsers and instances; a browser that was in the account before has a count of its own
 * (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"). One statement finds what to compare with, counts
 * the guess as wrong and decides: of any number of parallel guesses no more than the limit are compared.
 */
export interface TryLimits {
  /** @param input.known digests of the browser's tokens, however many */
  takePassword(input: {
    readonly id: string;
    readonly taxId: TaxId;
    readonly known: readonly Uint8Array[];
    readonly now: Date;
  }): Promise<PasswordTry>;
  /** The guess was right: forgets what was counted under its key, and the failures that count against codes. */
  passwordWasRight(input: { readonly accountId: string; readonly key: Uint8Array }): Promise<void>;
  /** The guess was never compared. */
  returnPassword(key: Uint8Array): Promise<void>;
  /**
   * The same for a code, together with the attempt at its challenge.
   * @returns null when the challenge is not open to guesses: unknown, consumed, superseded, expired, exhausted, for
   *   another purpose, or of another browser
   */
  takeCode(input: {
    readonly id: string;
    readonly challengeId: string;
    readonly bindingDigest: Uint8Array;
    readonly purpose: ChallengePurpose;
    readonly known: readonly Uint8Array[];
    readonly now: Date;
  }): Promise<CodeTry | null>;
  /**
   * Uses a right code up, once: its guess is not counted, the counts of failures are reset, and every other open code
   * of the account is no longer accepted. @returns false when another request was first, or it is over
   */
  useCode(input: {
    readonly challengeId: string;
    readonly accountId: string;
    readonly key: Uint8Array;
    readonly now: Date;
  }): Promise<boolean>;
  /** Deletes rows that are no longer needed: untouched since `before` and without failures in a row. */
  sweep(before: Date): Promise<number>;
}
