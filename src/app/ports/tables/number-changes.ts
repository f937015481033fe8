import type { Phone } from '#src/domain/phone.js';
import type { NewNumber, TrustedSender } from './accounts.js';

/** Requests to move an account to another number, each told to the old number first (security case 47). */
export interface NumberChanges {
  /**
   * Records a request. An account has one open request at a time: a second one is not recorded, because the old number
   * was told of the first, nor is one of a number that was refused in the last day. Without an account the row is a
   * decoy from the same statements.
   * @returns false when the account has an open one already, or said no
   */
  ask(input: {
    readonly id: string;
    readonly accountId: string | null;
    readonly phone: Phone;
    /** The sender that asks; the new number trusts only this one. */
    readonly from: TrustedSender;
    readonly expiresAt: Date;
    readonly now: Date;
  }): Promise<boolean>;
  /** Takes the account's open request, once. @returns the number it asks for, or null */
  take(accountId: string, now: Date): Promise<NewNumber | null>;
  /** Whether the account has an open request. */
  isAsked(accountId: string, now: Date): Promise<boolean>;
  /** The old number refuses. @returns whether there was an open request */
  refuse(accountId: string, now: Date): Promise<boolean>;
  /** Ends the account's open request, if there is one. */
  drop(accountId: string, now: Date): Promise<void>;
  /** Deletes requests that expired before `before`, and decoys made before `decoysBefore`. @returns how many */
  sweep(input: { readonly before: Date; readonly decoysBefore: Date }): Promise<number>;
}
