/**
 * Passwords of accounts, as argon2id hashes that rest encrypted. An account without one is treated like an unknown
 * account.
 */
export interface Passwords {
  /**
   * Sets or replaces the password; strangers' guesses are counted anew. Atomic: of two at once one is the first.
   * @returns `isFirst`: whether there was none before; null when there is no such account
   */
  set(input: {
    readonly accountId: string;
    readonly hash: string;
    readonly now: Date;
  }): Promise<{ readonly isFirst: boolean } | null>;
  /** Forgets the password. @returns false when there was none */
  remove(accountId: string): Promise<boolean>;
  /** When it was set and how often strangers got it wrong in a row; null when there is none. */
  find(accountId: string): Promise<{ readonly setAt: Date; readonly failures: number } | null>;
}

export interface PasswordsInTx extends Passwords {
  /**
   * The password that was set at `setAt` was right. Holds the account's row until the transaction ends, so that a new
   * password or a block either comes before this or sees what it led to.
   * @returns false when it was replaced in the meantime, or the account is blocked
   */
  accept(input: { readonly accountId: string; readonly setAt: Date }): Promise<boolean>;
}
