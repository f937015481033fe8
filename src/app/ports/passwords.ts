/** Passwords of accounts, as argon2id hashes that rest encrypted. An account without one is like no account. */
export interface Passwords {
  /**
   * Counts one try as wrong and gives the hash to compare with, in one statement: of any number of parallel guesses at
   * most `limit` in a row are compared, until a right one or a new password clears the count.
   * @returns null when there is none to compare with: no account, no password, or locked
   */
  takeAttempt(input: {
    readonly accountId: string;
    readonly limit: number;
  }): Promise<{ readonly hash: string; readonly setAt: Date } | null>;
  /**
   * The password that was set at `setAt` was right: failures start anew. Holds the account's row until the transaction
   * ends, so that a new password or a block either comes before this or sees what it led to.
   * @returns false when it was replaced in the meantime, or the account is blocked
   */
  accept(input: { readonly accountId: string; readonly setAt: Date }): Promise<boolean>;
  /** Sets or replaces the password; failures start anew. @returns false when there is no such account */
  set(input: {
    readonly accountId: string;
    readonly hash: string;
    readonly now: Date;
  }): Promise<boolean>;
  /** When it was set and how often it was wrong in a row; null when there is none. */
  find(accountId: string): Promise<{ readonly setAt: Date; readonly failures: number } | null>;
}
