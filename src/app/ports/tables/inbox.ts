import type { Jid } from '#src/domain/jid.js';
import type { InboundMessage } from '../channel.js';

export interface WaitingMessage extends InboundMessage {
  /** Order of arrival. */
  readonly seq: bigint;
  readonly failures: number;
}

/** Messages that were received and wait for their turn: stored first, so that a crash loses none. */
export interface Inbox {
  /** @returns false when this message id of this chat is known already (security case 18) */
  accept(message: InboundMessage, now: Date): Promise<boolean>;
  /** The same for many at once, in this order: all are stored, or none. @returns the answer for each */
  acceptAll(messages: readonly InboundMessage[], now: Date): Promise<readonly boolean[]>;
  /** Chats with waiting messages, the longest waiting first; those whose last turn failed come after. */
  waitingChats(limit: number): Promise<readonly Jid[]>;
  /** The waiting messages of a chat in order of arrival. */
  waiting(chat: Jid, limit: number): Promise<readonly WaitingMessage[]>;
  /**
   * Whether a message with this WhatsApp id came to this chat since `since` and nothing came between it and `before`,
   * edits aside.
   */
  isLast(input: {
    readonly chat: Jid;
    readonly messageId: string;
    readonly before: bigint;
    readonly since: Date;
  }): Promise<boolean>;
  /**
   * Marks waiting messages as answered and forgets their content.
   * @returns how many were still waiting; fewer than given means another owner answered them
   */
  markTurned(chat: Jid, seqs: readonly bigint[], now: Date): Promise<number>;
  /** Counts a failed turn on a message. */
  countFailure(chat: Jid, seq: bigint): Promise<number>;
  /** Deletes answered messages received before `before` (ids are kept until then to find duplicates). */
  sweep(before: Date): Promise<number>;
}
