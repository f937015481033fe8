import type { Jid } from '#src/domain/jid.js';
import type { Receipt } from '../channel.js';

/**
 * `alert`: something happened to the account that its owner may not have done; "não fui eu" answers it. `farewell`: the
 * last message to a person whose data is deleted; its row goes as soon as it is settled.
 */
export type OutboxKind = 'reply' | 'link' | 'code' | 'notice' | 'alert' | 'farewell';

export interface OutboxItem {
  readonly seq: bigint;
  readonly chat: Jid;
  readonly kind: OutboxKind;
  readonly messageId: string;
  readonly text: string;
  /** An answer to a person who just wrote; the others wait while the breaker is open. */
  readonly solicited: boolean;
  readonly attempts: number;
  /** Seconds that messages of this chat live; 0: they stay. */
  readonly expiration: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** It costs as much as a message and is never sent. */
  readonly decoy: boolean;
  /** Another message of its chat waited behind it when it was claimed. */
  readonly more: boolean;
}

/** What became of a message that WhatsApp refused with 463. */
export interface Refusal {
  /** It answered a person who had just written. */
  readonly solicited: boolean;
  /** It goes out once more. */
  readonly again: boolean;
  /** Distinguishes chats without identifying them. */
  readonly chat: string;
}

/** Answers to people who just wrote, and all other messages. */
export type MessageGroup = 'solicited' | 'unsolicited';

export interface RecentText {
  readonly text: string;
  /** Seconds that messages of its chat live; 0: they stay. */
  readonly expiration: number;
}

/** A message before it is in the outbox. */
export interface NewMessage {
  readonly chat: Jid;
  readonly kind: OutboxKind;
  readonly messageId: string;
  readonly text: string;
  readonly solicited: boolean;
  readonly expiresAt: Date;
  readonly decoy?: boolean;
  /** It goes out, and what follows in its chat, so many milliseconds after `now`; at once when left out. */
  readonly delayMs?: number;
}

/** Who sends a message, and for how long nobody else does. */
export interface Claim {
  readonly worker: string;
  readonly leaseMs: number;
}

export interface Outbox {
  /**
   * Appends messages in this order. A `decoy` is stored, claimed and settled like the others and is never sent; its
   * chat is one of `decoyChat`.
   */
  enqueue(messages: readonly NewMessage[], now: Date): Promise<void>;
  /**
   * Claims the head of each chat that is due: never a message with an earlier one of its chat still
   * on the way, nor one that has expired. A claim that is not settled within `leaseMs` may be claimed
   * again. `attempts` of an item counts this claim.
   * @param input.only while a breaker is open: messages of the other group are neither claimed nor waited for, so that
   *   those of this one overtake them in the same chat and keep their own order
   */
  claim(
    input: Claim & {
      readonly limit: number;
      readonly now: Date;
      readonly only?: MessageGroup | null;
    },
  ): Promise<readonly OutboxItem[]>;
  /** Releases every claim that a dead owner held, at take-over. @returns how many */
  releaseClaims(now: Date): Promise<number>;
  markSent(messageId: string, now: Date): Promise<void>;
  /** Back into the queue until `runAt`. */
  retry(messageId: string, runAt: Date, reason: string): Promise<void>;
  markFailed(messageId: string, reason: string, now: Date): Promise<void>;
  /**
   * WhatsApp refused it with 463. An answer goes back into the queue until `again`, once in its life; anything else has
   * failed. One statement: of two reports of the same refusal one counts.
   * @returns null when it counted already, or the message is not under way
   */
  refuse(input: {
    readonly messageId: string;
    readonly again: Date;
    readonly now: Date;
  }): Promise<Refusal | null>;
  /** Whatever has expired and is not sent leaves the queue. @returns how many, decoys aside */
  expire(now: Date): Promise<number>;
  /** Records receipts, in any order; no message moves backwards (read does not become delivered). */
  record(receipts: readonly Receipt[], now: Date): Promise<void>;
  /** Whether this is the id of a message of the bot's own. */
  isOwn(messageId: string): Promise<boolean>;
  /**
   * A message sent lately, for the phone that asks for it again; null once forgotten or expired. It disappears as
   * others of its chat do.
   */
  recentText(input: {
    readonly messageId: string;
    /** The chat that asks: it gets only the text of its own messages. */
    readonly chat: Jid;
    readonly now: Date;
  }): Promise<RecentText | null>;
  /** What kind the last message was that went into this chat or waits to; null when there is none. */
  lastKind(chat: Jid): Promise<OutboxKind | null>;
  /**
   * When the next claim can find something, or null: what waits behind its chat's head does not
   * count. Call `expire` first: an expired head keeps its due time.
   */
  nextDueAt(options?: { readonly only?: MessageGroup }): Promise<Date | null>;
  /**
   * Forgets the text of messages settled before `textBefore`. Deletes rows older than `rowBefore`, and decoys older than
   * `decoyBefore` that were settled or have expired by `now`: until then a decoy waits as a message does.
   */
  sweep(input: {
    readonly textBefore: Date;
    readonly decoyBefore: Date;
    readonly now: Date;
    readonly rowBefore: Date;
  }): Promise<number>;
}
