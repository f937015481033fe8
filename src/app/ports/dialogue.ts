import type { InboundMedia } from './channel.js';

/**
 * The bot's dialogue as a pure function: what the person did comes in, what the chart decides goes out. `bot-flows`
 * implements it over the effects of `src/app/chat/effects`; the chat's turn applies each effect inside its transaction
 * and feeds its outcome back as the next event.
 */
export interface Dialogue<Effect, Outcome> {
  /**
   * @param snapshot what an earlier step returned, or null in a new chat; one of an unknown version starts over
   *   politely
   * @param event what the person did, or what became of the effect of the step before
   */
  step(snapshot: DialogueSnapshot | null, event: DialogueEvent | Outcome): DialogueStep<Effect>;
}

export interface DialogueSnapshot {
  readonly version: number;
  readonly state: unknown;
}

export interface DialogueStep<Effect> {
  readonly snapshot: DialogueSnapshot;
  readonly effects: readonly Effect[];
  /** The language in which the person is answered, where it is not the operator's own. */
  readonly language: 'en' | null;
}

/** What the person did. */
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
  /** Only that there was a message is known. */
  | { readonly type: 'missing' }
  /**
   * What the chat's last message says now (`edit`; null where it cannot be read), or really said (`resent`). Never
   * executed: no command, no code, no agreement comes this way (security case 17).
   */
  | { readonly type: 'later'; readonly by: 'edit' | 'resent'; readonly text: string | null };

/**
 * What a WhatsApp account waits for that named the CPF of an account whose number it has (docs/decisions/0011).
 * `proof`: a password, Google, or TROCAR from the old WhatsApp. `unconfirmed`: the account is in use, and its user has
 * not said yes, there or by TROCAR. `crowded`: too many others asked in the last days. `team`: TROCAR, or the admin.
 */
export type NumberWaitView =
  | { readonly state: 'waits'; readonly opensAt: Date }
  | { readonly state: 'proof' | 'unconfirmed' | 'crowded' | 'team' | 'refused' };
