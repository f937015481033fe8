import type { BotNumber } from '#src/domain/bot-number.js';
import type { Jid } from '#src/domain/jid.js';
import type { NoPhone, Phone } from '#src/domain/phone.js';
import type { Result } from '#src/domain/result.js';
import type { Sender } from '#src/domain/sender.js';

/** The state of the bot's connection. `cause` says why, in a word an operator can look up. */
export interface ChannelStatus {
  readonly state:
    | 'stopped'
    | 'connecting'
    | 'pairing'
    | 'open'
    | 'waiting'
    | 'replaced'
    | 'logged_out'
    | 'passkey'
    | 'banned'
    | 'outdated';
  readonly cause: ChannelCause | null;
  readonly since: Date;
  /** The bot's own number once paired: any number that WhatsApp gives an account. */
  readonly phone: BotNumber | null;
  /** Raw QR payload while pairing by QR; it rotates. A secret: the phone that scans it gets the bot. */
  readonly qr: string | null;
  /** Shown only once WhatsApp has accepted it. */
  readonly pairingCode: string | null;
  /** When the next try follows by itself; absent or null: at once, or only when an admin asks. */
  readonly nextTryAt?: Date | null;
  /** Milliseconds that this server's clock is ahead (below zero: behind) of WhatsApp's; absent while it is right. */
  readonly clockSkewMs?: number | null;
}

export type ChannelCause =
  | 'first_pairing'
  | 'restart_required'
  | 'connection_lost'
  | 'service_unavailable'
  | 'qr_expired'
  /** WhatsApp wants a passkey before it links a device (notification `passkey_prologue_request`). */
  | 'passkey_demanded'
  /** The phone began to link the bot, and the linking did not finish. */
  | 'pairing_failed'
  /** WhatsApp refused to make a pairing code for the number, or said nothing. */
  | 'code_refused'
  | 'another_connection'
  | 'unlinked'
  | 'account_banned'
  | 'client_outdated'
  | 'bad_session'
  | 'multi_device_mismatch'
  | 'not_owner'
  | 'asked_to_stop';

/** The connection's status together with whether people who did not just write may be written to. */
export interface BoardStatus extends ChannelStatus {
  /** Until when the 463 breaker holds unsolicited messages back; null while it is closed. */
  readonly heldUntil: Date | null;
}

/** The latest status, seen by every instance. */
export interface ChannelBoard {
  post(status: BoardStatus): Promise<void>;
  /** `stopped` when no owner has posted lately. */
  current(): Promise<BoardStatus>;
}

/** Sends to chats that wrote to the bot; never to a number built from digits. */
export interface MessageChannel {
  /**
   * @returns ok when WhatsApp has taken it. `not_connected`: it may or may not have arrived; try again later under the
   *   same id, by which a phone knows what it has already. `refused`: WhatsApp will not take it, do not retry.
   */
  send(message: {
    readonly chat: Jid;
    readonly messageId: string;
    readonly text: string;
    /** Seconds that messages of this chat live; 0 or absent: they stay. */
    readonly expiration?: number;
  }): Promise<
    Result<null, { readonly code: 'not_connected' | 'refused'; readonly reason: string }>
  >;
  /**
   * Does the work of `send` and sends nothing, so that the response times of other requests do not show whether a
   * message is sent (security case 64).
   * @returns `not_connected` while nothing could be sent
   */
  sendDecoy(message: {
    readonly text: string;
  }): Promise<Result<null, { readonly code: 'not_connected'; readonly reason: string }>>;
  /** Shows "typing…" in the chat; best effort. */
  showTyping(chat: Jid): Promise<void>;
}

/** A message to the bot, as far as the conversation needs it. */
export interface InboundMessage {
  readonly chat: Jid;
  readonly messageId: string;
  /** The sender's number, or null when there is none that may open an account: then it is no way to log in. */
  readonly phone: Phone | null;
  /** Why `phone` is null. Absent where it is not, and in messages that an older version stored: then `hidden`. */
  readonly noPhone?: NoPhone;
  /** The WhatsApp account and phone it came from, so that a later turn judges who sent this message. */
  readonly sender: Sender;
  readonly content: InboundContent;
  /** Seconds that messages of this chat live ("disappearing messages"); 0 or absent: they stay. */
  readonly expiration?: number;
  /** When the sender sent it, as WhatsApp says, in terms of this server's clock. */
  readonly sentAt: Date;
}

export type InboundContent =
  | { readonly kind: 'text'; readonly text: string; readonly forwarded: boolean }
  | { readonly kind: 'media'; readonly media: InboundMedia }
  | { readonly kind: 'unsupported' }
  /** WhatsApp gave only that there was a message: the first one of an ad's button. */
  | { readonly kind: 'missing' }
  /**
   * The text of an earlier message of this chat, as it is now or as it really was: an edit, or what the bot's own phone
   * sent again because it was missing here (the sender's key did not vouch for it to us). Neither executes anything.
   */
  | {
      readonly kind: 'later';
      /** WhatsApp's id of the earlier message. */
      readonly of: string;
      readonly by: 'edit' | 'resent';
      /** null: encrypted with a key that the bot does not have. */
      readonly text: string | null;
    };

export type InboundMedia =
  'audio' | 'image' | 'video' | 'sticker' | 'document' | 'location' | 'contact' | 'view_once';

/** Written by hand to a person, on the bot's own phone or on another device that is linked to it. */
export interface HandWritten {
  readonly chat: Jid;
  /** The same person's other address, if WhatsApp named it. */
  readonly alsoKnownAs: Jid | null;
  readonly messageId: string;
  readonly sentAt: Date;
}

/** What became of a message of ours. */
export interface Receipt {
  readonly messageId: string;
  readonly status: 'sent' | 'delivered' | 'read' | 'failed';
  /** WhatsApp's error code for `failed`, such as `463`. */
  readonly failure: string | null;
}
