/** The end of an account: LGPD art. 18 VI. */
export interface Erasure {
  /** Accounts whose deletion is due at `now`, the longest due first. */
  due(now: Date, limit: number): Promise<readonly string[]>;
  /**
   * Deletes an account that is due and everything that names its person: numbers, sessions, codes,
   * links, requests, and the messages and state of its chats. Call it inside a transaction only.
   * @returns the sessions that ended with it, or null when it is not due (any more)
   */
  erase(accountId: string, now: Date): Promise<{ readonly sessionIds: readonly string[] } | null>;
}
