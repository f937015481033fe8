import type { TaxId } from '#src/domain/tax-id.js';

/** What a link or code in the chat is for; the same one twice within a minute is refused, another one is not. */
export type ChatMessagePurpose = 'access' | 'password_reset' | 'google_link' | 'google_unlink';

export interface PageMessage {
  /** Whether this call is one of those that a message may follow: the same for every CPF, known or not. */
  readonly granted: boolean;
  /** Whether a message goes out now. Never shown: it depends on what only the account's owner does. */
  readonly sent: boolean;
  /** When the next call can be granted; the same for every CPF. */
  readonly nextAt: Date;
}

export type ChatMessage =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'too_soon' | 'too_many'; readonly nextAt: Date };

/**
 * Whether a code or link goes out to an account: one a minute, five an hour, fifteen a day, over all purposes, browsers
 * and instances (security cases 8 and 63). Each call decides and counts in one statement, on a row that unknown CPFs
 * have as well; inside a transaction the row stays locked until its end, so that what follows has no rival.
 */
export interface MessageLimits {
  /**
   * A page asks. Granted or not depends on what pages asked before for this CPF and on nothing else. What is granted is
   * sent when it can be (`sendable`) and neither the last minute's code from the chat, if it still lives, nor what went
   * out before speaks against it. Only what is sent counts for the chat's sake.
   * @param input.id names this call, once
   */
  askFromPage(input: {
    readonly id: string;
    readonly taxId: TaxId;
    readonly sendable: boolean;
    readonly now: Date;
  }): Promise<PageMessage>;
  /**
   * The account's owner asks in the chat: an allowance of its own, which strangers on pages do not use up.
   * @param input.countOnly true: never refused
   */
  askInChat(input: {
    readonly id: string;
    readonly taxId: TaxId;
    readonly purpose: ChatMessagePurpose;
    readonly countOnly: boolean;
    readonly now: Date;
  }): Promise<ChatMessage>;
  /** The code that went into the chat last can be used no more: the next one need not wait for its minute to pass. */
  chatCodeDied(accountId: string): Promise<void>;
}
