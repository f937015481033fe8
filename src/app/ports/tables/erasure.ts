/** The end of an account: LGPD art. 18 VI. */
export interface Erasure {
  /** Accounts whose deletion is due at `now`: those that failed least often first, then the longest due. */
  due(now: Date, limit: number): Promise<readonly string[]>;
  /**
   * Deletes an account that is due and everything that names its person: numbers, sessions, codes,
   * links, requests, and the messages and state of its chats; the Signal keys that name it are planned for deletion
   * (`SignalErasures`). Call it inside a transaction only.
   * @returns the sessions that ended with it, or null when it is not due (any more)
   */
  erase(accountId: string, now: Date): Promise<{ readonly sessionIds: readonly string[] } | null>;
  /** Counts a deletion that failed, so that the account comes after the others. @returns how often it has failed */
  countFailure(accountId: string): Promise<number>;
}
