import type { TaxId } from '#src/domain/tax-id.js';
import type { PersonName } from '#src/domain/person-name.js';
import type { InboundMedia } from './channel.js';

/**
 * The bot's dialogue as pure functions: state and event in, state and effects out. `bot-flows`
 * implements it; the chat turn carries the effects out inside its transaction and feeds their
 * outcome back as the next event.
 */
export interface Dialogue {
  /**
   * @param snapshot what an earlier step returned, or null in a new chat. One of an unknown version
   *   starts over politely.
   */
  step(snapshot: DialogueSnapshot | null, event: DialogueEvent): DialogueStep;
}

export interface DialogueSnapshot {
  readonly version: number;
  readonly state: unknown;
}

export interface DialogueStep {
  readonly snapshot: DialogueSnapshot;
  readonly effects: readonly DialogueEffect[];
}

export type DialogueEvent =
  | {
      readonly type: 'message';
      readonly text: string;
      readonly forwarded: boolean;
      /** Milliseconds since the last message of this chat, or null for the first. */
      readonly silenceMs: number | null;
      /** The message waited longer than the bot may act on it; answer it, do not execute it. */
      readonly late: boolean;
    }
  | { readonly type: 'media'; readonly media: InboundMedia | 'unsupported' }
  /** Answer to `identify`. `registration` says whether new people may register. */
  | {
      readonly type: 'identified';
      readonly person: { readonly name: PersonName } | null;
      readonly hasPhone: boolean;
      readonly registration: 'open' | 'closed';
    }
  /** Answer to `checkTaxId`; `elsewhere` is not told apart from `unknown` (security case 12). */
  | { readonly type: 'taxIdChecked'; readonly outcome: 'yours' | 'not_yours' | 'too_many_tries' }
  /** Answer to `register`. */
  | { readonly type: 'registered'; readonly outcome: 'registered' | 'refused' }
  /** Answer to `sendAccess`. */
  | {
      readonly type: 'accessSent';
      readonly outcome: 'sent' | 'too_soon' | 'too_many' | 'blocked';
      /** Seconds until it may be asked again; 0 when sent. */
      readonly retryAfterS: number;
    }
  /** Answer to `killCode`. */
  | { readonly type: 'codeKilled' };

export type DialogueEffect =
  /** Say something: `key` of the copy catalogue, already rendered in the person's language. */
  | { readonly type: 'say'; readonly text: string }
  /** Who owns this chat's number? Answered by `identified`. */
  | { readonly type: 'identify' }
  | { readonly type: 'checkTaxId'; readonly taxId: TaxId }
  | { readonly type: 'register'; readonly taxId: TaxId; readonly name: PersonName }
  /** Issue a magic link and a code and send both. Answered by `accessSent`. */
  | { readonly type: 'sendAccess'; readonly greeting: AccessGreeting }
  /** A code was pasted into the chat: the chat's open codes die. */
  | { readonly type: 'killCode' };

export type AccessGreeting = 'known' | 'registered' | 'again';

/** The two messages that carry access; their words belong to `bot-flows`. */
export interface AccessCopy {
  /** The message with the magic link. Never the code. */
  link(input: {
    readonly greeting: AccessGreeting;
    readonly name: PersonName;
    readonly url: string;
  }): string;
  /** The message with the code alone. Never a link. */
  code(code: string): string;
  /** A code that a page asked for, sent to an open chat. */
  pageCode(): string;
  /** Said when the bot could not answer after several tries; asks to write again. */
  trouble(): string;
}
