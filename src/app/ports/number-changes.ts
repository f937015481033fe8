import type { Phone } from '#src/domain/phone.js';

/** Wishes to be reached by another number, each told to the old number first (security case 47). */
export interface NumberChanges {
  /**
   * Records a wish. An account has one open wish at a time: a second one is not recorded, because the
   * old number was told of the first. Without an account the row is a decoy from the same statements.
   * @returns false when the account has an open one already
   */
  ask(input: {
    readonly id: string;
    readonly accountId: string | null;
    readonly phone: Phone;
    readonly expiresAt: Date;
    readonly now: Date;
  }): Promise<boolean>;
  /** Takes the account's open wish up, once. @returns the number it asks for, or null */
  take(accountId: string, now: Date): Promise<Phone | null>;
  /** The account's open wish ends, if there is one. */
  drop(accountId: string, now: Date): Promise<void>;
  /** Deletes wishes that expired before `before`. @returns how many */
  sweep(before: Date): Promise<number>;
}
