import type { Jid } from '#src/domain/jid.js';
import type { RequestCode } from '#src/domain/login-request.js';
import type { Phone } from '#src/domain/phone.js';
import type { TaxId } from '#src/domain/tax-id.js';
import type { DialogueSnapshot } from '../dialogue.js';

export interface Conversation {
  readonly chat: Jid;
  readonly snapshot: DialogueSnapshot | null;
  readonly lastInboundAt: Date | null;
  /** A person answers in the bot's place until then; null when no person was called. */
  readonly pausedUntil: Date | null;
  /** Another number wrote in this chat before: WhatsApp's mapping of the chat changed (security case 16). */
  readonly phoneChanged: boolean;
}

/** A chat in which the bot is silent so that a person can answer. */
export interface PausedChat {
  /** Names the chat to an admin; tells nothing. */
  readonly id: string;
  readonly chat: Jid;
  /** The number of the account that writes there, if one does. */
  readonly phone: Phone | null;
  readonly until: Date;
  readonly lastInboundAt: Date | null;
}

export interface Conversations {
  save(input: {
    readonly chat: Jid;
    readonly snapshot: DialogueSnapshot;
    readonly lastInboundAt: Date;
    readonly now: Date;
  }): Promise<void>;
  /**
   * Forgets the state of the conversations whose person wrote last before `before`. Their chats stay open; those whose
   * number opens no account are deleted, so that a person who writes again is treated as new.
   * @returns how many
   */
  forgetSilent(before: Date): Promise<number>;
  /**
   * Silences the bot in a chat it knows until `until`; null gives the chat back. @returns whether that changed anything
   */
  pause(chat: Jid, until: Date | null): Promise<boolean>;
  /** Chats that are silenced at `now`, the first to come back first. */
  paused(now: Date, limit: number): Promise<readonly PausedChat[]>;
  /** Keeps the sessions as the person reads them, by line. */
  keepListedSessions(chat: Jid, ids: readonly string[]): Promise<void>;
  /** @returns the sessions as they were last listed, first line first */
  listedSessions(chat: Jid): Promise<readonly string[]>;
  /**
   * The chat in which this number wrote to the bot last, if it ever did since `since`. Of a number that opens an
   * account only the chat that it was last trusted in: another one may be a stranger's.
   */
  openChat(phone: Phone, since: Date): Promise<Jid | null>;
  /**
   * Records a try of a CPF, by the phone where it is known, since one phone may write from two chats (by number and by
   * LID), else by the chat.
   * @returns how many different CPFs the chat and the phone tried since `since`, this one included
   */
  countTaxIdTry(input: {
    readonly chat: Jid;
    readonly phone: Phone | null;
    readonly taxId: TaxId;
    readonly since: Date;
    readonly now: Date;
  }): Promise<number>;
  /** The same for request codes (security case 22). */
  countRequestTry(input: {
    readonly chat: Jid;
    readonly code: RequestCode;
    readonly since: Date;
    readonly now: Date;
  }): Promise<number>;
  /** Deletes tries of CPFs and request codes older than `before`. @returns how many */
  sweepTries(before: Date): Promise<number>;
}

export interface ConversationsInTx extends Conversations {
  /**
   * Loads a chat's conversation and locks it until the transaction ends, so that turns of one chat never overlap; makes
   * an empty one in a new chat.
   */
  lock(input: {
    readonly chat: Jid;
    readonly phone: Phone | null;
    /** Seconds that messages of this chat live; what is stored stays unless given. */
    readonly expiration?: number | undefined;
    readonly now: Date;
  }): Promise<Conversation>;
}
