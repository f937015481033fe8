/** What a notice to an account's owner is about; those of one topic are joined. */
export type NoticeTopic =
  | ('sign_in' | 'copied_session' | 'password' | 'google' | 'google_unlinked' | 'deletion')
  | ('name' | 'number_wait');

/** Notices that were held back, as one. */
export interface HeldNotice {
  readonly accountId: string;
  readonly topic: NoticeTopic;
  readonly count: number;
  /** The text of the last one. */
  readonly text: string;
}

/** Which notices go out at once and which wait to go out together. */
export interface OwnerNotices {
  /**
   * Whether a notice goes out now: the first of its topic in `windowMs` does, each further one is held back and only
   * counted, with its text in the place of the one before. One statement: of several at once one goes out.
   * @returns false when it was held back
   */
  goesOutNow(input: {
    readonly accountId: string;
    readonly topic: NoticeTopic;
    readonly text: string;
    /** Milliseconds. */
    readonly windowMs: number;
    readonly now: Date;
  }): Promise<boolean>;
  /** What was held back of a topic is no longer true, and is not told. */
  drop(accountId: string, topic: NoticeTopic): Promise<void>;
  /** The account is reached in another chat from now on: notices that were held back are not sent there. */
  forget(accountId: string): Promise<void>;
  /**
   * Takes what was held back and is due, at most `limit`, and opens a new window for each. Call it in the transaction
   * that puts the summaries into the outbox: of several instances one gets each.
   */
  takeDue(input: { readonly limit: number; readonly now: Date }): Promise<readonly HeldNotice[]>;
  /** Forgets windows that opened before `before` and hold nothing back. @returns how many */
  sweep(before: Date): Promise<number>;
}
