import type { Phone } from '#src/domain/phone.js';
import type { NewNumber, TrustedSender } from './accounts.js';

/** Wishes to be reached by another number, each told to the old number first (security case 47). */
export interface NumberChanges {
  /**
   * Records a wish. An account has one open wish at a time: a second one is not recorded, because the
   * old number was told of the first, nor is one of a number that was refused in the last day. Without an account the row is a decoy from the same statements.
   * @returns false when the account has an open one already, or said no
   */
  ask(input: {
    readonly id: string;
    readonly accountId: string | null;
    readonly phone: Phone;
    /** Who asks: the new number trusts nobody else. */
    readonly from: TrustedSender;
    readonly expiresAt: Date;
    readonly now: Date;
  }): Promise<boolean>;
  /** Takes the account's open wish up, once. @returns the number it asks for, or null */
  take(accountId: string, now: Date): Promise<NewNumber | null>;
  /** The old number says no. @returns whether there was an open wish */
  refuse(accountId: string, now: Date): Promise<boolean>;
  /** The account's open wish ends, if there is one. */
  drop(accountId: string, now: Date): Promise<void>;
  /** Deletes wishes that expired before `before`, and decoys made before `decoysBefore`. @returns how many */
  sweep(input: { readonly before: Date; readonly decoysBefore: Date }): Promise<number>;
}
