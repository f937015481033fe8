import type { TaxId } from '#src/domain/tax-id.js';
import type { LocalMoment } from '#src/domain/time-zone.js';
import type { PersonName } from '#src/domain/person-name.js';
import type { NoPhone } from '#src/domain/phone.js';
import type { AccessGreeting } from './access-copy.js';
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
  /** Only that there was a message is known. */
  | { readonly type: 'missing' }
  /**
   * What the chat's last message says now (`edit`; null where it cannot be read), or really said (`resent`). Never
   * executed: no command, no code, no agreement comes this way (security case 17).
   */
  | { readonly type: 'later'; readonly by: 'edit' | 'resent'; readonly text: string | null }
  /** Answer to `identify`. `registration` says whether new people may register. */
  | {
      readonly type: 'identified';
      readonly person: {
        readonly name: PersonName;
        /**
         * Why the number alone opens nothing (security cases 21 and 48), else null: the person proves
         * knowledge of the account's CPF before anything else.
         */
        readonly stepUp: 'new_account' | 'identity_changed' | 'dormant' | null;
        /** How the wait stands that a right CPF began where `stepUp` is `new_account`; null while there is none. */
        readonly wait: NumberWaitView | null;
        /** Who can end the block: whoever writes, after naming the CPF, or the team only. Null: it is not blocked. */
        readonly blocked: 'owner' | 'team' | null;
        /** The account came to this person, who has not said their name yet. */
        readonly nameDue: boolean;
        /** Deletion was asked for and is due then; entering again can call it off. */
        readonly deletionDueAt: Date | null;
      } | null;
      /** Why whoever writes has no number that may open an account; null: they have one. */
      readonly noPhone: NoPhone | null;
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
  /**
   * Answer to `sendGoogleLink`. `not_offered`: nobody signs in with Google here. `contested`: somebody claims the CPF, so
   * the account gains no way in (security case 38).
   */
  | {
      readonly type: 'googleLinkSent';
      readonly outcome: 'sent' | 'not_offered' | 'contested' | 'already_linked';
    }
  /** Answer to `sendGoogleUnlink`; a claim does not keep a way in from being taken (security case 38). */
  | {
      readonly type: 'googleUnlinkSent';
      readonly outcome: 'sent' | 'not_offered' | 'not_linked';
    }
  /** Answer to `sendPasswordReset`. */
  | {
      readonly type: 'passwordResetSent';
      readonly outcome: 'sent' | 'contested' | 'too_soon' | 'too_many';
      /** Seconds until it may be asked again; 0 when that does not matter. */
      readonly retryAfterS: number;
    }
  /** Answer to `killCode`. */
  | { readonly type: 'codeKilled' }
  /** Answer to `proveTaxId`, the step-up: the CPF typed is the one of this number's account, or not. */
  | {
      readonly type: 'taxIdProven';
      /** `not_enough`: it is right, and one more proof is needed (docs/decisions/0011). */
      readonly outcome: 'right' | 'not_enough' | 'wrong' | 'too_many_tries';
    }
  /**
   * Answer to `answerNotMe`. `alert`: the last thing the bot said was an alert, which this answers. `refused`: a wish of
   * another WhatsApp was refused by it. `nothing`: it is not clear what it is about.
   */
  | { readonly type: 'notMeAnswered'; readonly outcome: 'alert' | 'refused' | 'nothing' }
  | { readonly type: 'numberChangeRefused'; readonly outcome: 'refused' | 'nothing_asked' }
  /** Answer to `rename`. */
  | { readonly type: 'renamed' }
  /** Answer to `openRequest`: a page waits, and shows one of three numbers. */
  | {
      readonly type: 'requestOpened';
      readonly outcome: 'shown';
      /** Names from closed lists, or null when the browser did not say. */
      readonly browser: string | null;
      readonly system: string | null;
      readonly askedAt: Date;
      /** Three different two-digit numbers in the order to offer them; one is on the screen. */
      readonly choices: readonly [number, number, number];
    }
  | { readonly type: 'requestOpened'; readonly outcome: 'not_found' | 'too_many_tries' }
  /** Answer to `answerRequest`. One try only. */
  | { readonly type: 'requestAnswered'; readonly outcome: 'approved' | 'wrong_number' | 'expired' }
  /** Answer to `denyRequest`. */
  | { readonly type: 'requestDenied' }
  /** Answer to `listSessions`, newest first; `n` counts from 1. */
  | {
      readonly type: 'sessionsListed';
      readonly sessions: readonly {
        readonly n: number;
        readonly browser: string | null;
        readonly system: string | null;
        readonly lastSeenAt: Date;
      }[];
    }
  /** Answer to `endSession` and `endAllSessions`. */
  | { readonly type: 'sessionsEnded'; readonly count: number }
  /** Answer to `block`. `mayUndo`: whether this chat can unblock it again, or only the team. */
  | { readonly type: 'blocked'; readonly mayUndo: boolean }
  /** Answer to `unblock`. */
  | { readonly type: 'unblocked' }
  /** Answer to `describeData`: what is stored, masked. */
  | {
      readonly type: 'dataDescribed';
      readonly name: PersonName;
      readonly taxIdMasked: string;
      readonly phones: readonly string[];
      readonly since: Date;
      readonly sessions: number;
      /** A one-time address where the signed-in person downloads everything. */
      readonly exportUrl: string;
    }
  /** Answer to `scheduleDeletion` and `cancelDeletion`. */
  | { readonly type: 'deletionScheduled'; readonly dueAt: Date }
  | { readonly type: 'deletionCancelled' }
  /**
   * Answer to `askNumberChange`: always the same, whether the CPF exists or not. The old number is
   * asked when there is one with an open chat.
   */
  | { readonly type: 'numberChangeAsked'; readonly outcome: 'asked' | 'too_many_tries' }
  /** Answer to `confirmNumberChange`, said on the old number. */
  | { readonly type: 'numberChanged'; readonly outcome: 'changed' | 'nothing_asked' }
  /** Answer to `claimTaxId`: recorded for the admin; the same whether the CPF exists or not. */
  | { readonly type: 'claimRecorded' }
  /** Answer to `callHuman`: the bot is silent in this chat until then, or until the admin resumes it. */
  | {
      readonly type: 'humanCalled';
      readonly until: Date;
      /** Whether somebody is at work now; when not, when they come next where they are (null: not known). */
      readonly open: boolean;
      readonly opens: LocalMoment | null;
    };

export type DialogueEffect =
  /** Say something: `key` of the copy catalogue, already rendered in the person's language. */
  | { readonly type: 'say'; readonly text: string }
  /** Who owns this chat's number? Answered by `identified`. */
  | { readonly type: 'identify' }
  | { readonly type: 'checkTaxId'; readonly taxId: TaxId }
  | { readonly type: 'register'; readonly taxId: TaxId; readonly name: PersonName }
  /** Issue a magic link and a code and send both. Answered by `accessSent`. */
  | { readonly type: 'sendAccess'; readonly greeting: AccessGreeting }
  /** "google": send a link to where this account's owner links a Google account. Answered by `googleLinkSent`. */
  | { readonly type: 'sendGoogleLink' }
  /** "desvincular google": send a link to the page that does it against a code. Answered by `googleUnlinkSent`. */
  | { readonly type: 'sendGoogleUnlink' }
  /** "senha": send a link to where a new password is chosen. Answered by `passwordResetSent`. */
  | { readonly type: 'sendPasswordReset' }
  /** A code was pasted into the chat: the chat's open codes die. */
  | { readonly type: 'killCode' }
  /** Step-up by knowledge of the account's CPF; right clears the reason for it. */
  | { readonly type: 'proveTaxId'; readonly taxId: TaxId }
  /** The text of a page's `wa.me` button was sent: `code` as it stood there, normalized to upper case. */
  | { readonly type: 'openRequest'; readonly code: string }
  /** The number the person sees on the screen. */
  | { readonly type: 'answerRequest'; readonly number: number }
  | { readonly type: 'denyRequest' }
  | { readonly type: 'listSessions' }
  | { readonly type: 'endSession'; readonly n: number }
  | { readonly type: 'endAllSessions' }
  /** Sessions, links and codes die; the account waits for its owner. */
  | { readonly type: 'block' }
  /** After `proveTaxId` was right. */
  | { readonly type: 'unblock' }
  | { readonly type: 'describeData' }
  /** Everything is deleted after seven days. */
  | { readonly type: 'scheduleDeletion' }
  | { readonly type: 'cancelDeletion' }
  /** "Mudei de número": the account of this CPF should be reached by this chat's number from now on. */
  | { readonly type: 'askNumberChange'; readonly taxId: TaxId }
  /** Said on the old number. */
  | { readonly type: 'confirmNumberChange' }
  /** Said where the account is known: no to whoever wants its number changed or waits on its number. */
  | { readonly type: 'refuseNumberChange' }
  /** "Não fui eu": what is it about? */
  | { readonly type: 'answerNotMe' }
  /** The name of whoever the account came to. */
  | { readonly type: 'rename'; readonly name: PersonName }
  | { readonly type: 'claimTaxId'; readonly taxId: TaxId }
  | { readonly type: 'callHuman' };

/**
 * What a WhatsApp account waits for that named the CPF of an account whose number it has (docs/decisions/0011).
 * `proof`: a password, Google, or TROCAR from the old WhatsApp. `unconfirmed`: somebody uses the account and has not
 * said yes, there or by TROCAR. `crowded`: too many others asked in the last days.
 * `team`: TROCAR, or the admin.
 */
export type NumberWaitView =
  | { readonly state: 'waits'; readonly opensAt: Date }
  | { readonly state: 'proof' | 'unconfirmed' | 'crowded' | 'team' | 'refused' };
