import type { NumberWaitView } from '#src/app/ports/dialogue.js';
import type { PersonName } from '#src/domain/person-name.js';
import type { NoPhone } from '#src/domain/phone.js';
import type { TaxId } from '#src/domain/tax-id.js';
import type { LocalMoment } from '#src/domain/time-zone.js';
import type { Command } from './command-words.js';
import type { MediaGroup } from '../copy/copy.js';

/** Why there is no CPF or CNPJ in a message (src/domain/find-tax-id.ts). */
export type TaxIdFault =
  'tax_id_missing' | 'tax_id_wrong_length' | 'tax_id_wrong_digit' | 'tax_id_several';

/** What a person's message means to the charts. */
export type SaidEvent =
  | { readonly type: Exclude<Command, 'claim'> }
  /** "Este CPF é meu", with the number when it stood in the same message. */
  | { readonly type: 'claim'; readonly taxId: TaxId | null }
  /** A menu number that is no word as well. */
  | { readonly type: 'choice'; readonly number: number }
  /** A two-digit number alone, as a page shows it. */
  | { readonly type: 'number'; readonly number: number }
  /** "Encerrar 2". */
  | { readonly type: 'endSession'; readonly number: number }
  /** The text of a page's `wa.me` button. */
  | { readonly type: 'requestCode'; readonly code: string }
  | { readonly type: 'taxId'; readonly taxId: TaxId; readonly alone: boolean }
  | { readonly type: 'faultyTaxId'; readonly fault: Exclude<TaxIdFault, 'tax_id_missing'> }
  | { readonly type: 'pastedCode' }
  | { readonly type: 'insult' }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'forwarded' }
  | { readonly type: 'late' }
  /** The last message was changed into something that is not taken from an edit. */
  | { readonly type: 'edited' }
  /** WhatsApp did not show the message. */
  | { readonly type: 'missing' }
  | { readonly type: 'media'; readonly group: MediaGroup };

export interface ListedSession {
  readonly n: number;
  readonly browser: string | null;
  readonly system: string | null;
  readonly lastSeenAt: Date;
}

/** What the app answered to an effect, one event for each outcome that leads elsewhere. */
export type AnsweredEvent =
  | { readonly type: 'withoutNumber'; readonly reason: NoPhone }
  | {
      readonly type: 'personKnown';
      readonly name: PersonName;
      readonly deletionDueAt: Date | null;
      /** The account came to them, and they have not said their name. */
      readonly nameDue: boolean;
    }
  | { readonly type: 'personToProve'; readonly reason: 'identity_changed' | 'dormant' }
  /** Another WhatsApp account has the number of an account; the CPF begins a wait, and it has begun. */
  | { readonly type: 'numberElsewhere' }
  | { readonly type: 'numberWaits'; readonly wait: NumberWaitView }
  | { readonly type: 'personBlocked' | 'personBlockedByTeam' }
  | { readonly type: 'personUnknown'; readonly registration: 'open' | 'closed' }
  | { readonly type: 'taxIdYours' | 'taxIdNotYours' | 'taxIdTooManyTries' }
  | { readonly type: 'registered' | 'registrationRefused' }
  | { readonly type: 'accessSent' | 'accessBlocked' }
  | { readonly type: 'accessTooSoon'; readonly seconds: number }
  | { readonly type: 'accessTooMany'; readonly seconds: number }
  /** The app said it, in the message with the link. */
  | { readonly type: 'linkSent' }
  | { readonly type: 'linkTooSoon'; readonly seconds: number }
  | { readonly type: 'linkTooMany'; readonly seconds: number }
  | { readonly type: 'googleNotOffered' | 'googleLinked' | 'googleNotLinked' }
  | { readonly type: 'accountContested' }
  | { readonly type: 'codeKilled' }
  | { readonly type: 'proofRight' | 'proofNotEnough' | 'proofWrong' | 'proofTooManyTries' }
  | { readonly type: 'notMeAfterAlert' | 'notMeRefused' | 'notMeUnclear' }
  | { readonly type: 'numberChangeRefused' | 'nothingToRefuse' }
  | { readonly type: 'renamed' }
  | {
      readonly type: 'requestShown';
      readonly browser: string | null;
      readonly system: string | null;
      readonly askedAt: Date;
      readonly choices: readonly [number, number, number];
    }
  | { readonly type: 'requestNotFound' | 'requestTooManyTries' }
  | { readonly type: 'requestApproved' | 'requestWrongNumber' | 'requestExpired' }
  | { readonly type: 'requestDenied' }
  | { readonly type: 'sessionsListed'; readonly sessions: readonly ListedSession[] }
  | { readonly type: 'noSessions' }
  | { readonly type: 'sessionsEnded'; readonly count: number }
  | { readonly type: 'blocked' | 'blockedForTeam' | 'unblocked' }
  | {
      readonly type: 'dataDescribed';
      readonly name: PersonName;
      readonly taxIdMasked: string;
      readonly phones: readonly string[];
      readonly since: Date;
      readonly sessions: number;
      readonly exportUrl: string;
    }
  | { readonly type: 'deletionScheduled'; readonly dueAt: Date }
  | { readonly type: 'deletionCancelled' }
  | { readonly type: 'numberChangeAsked' | 'numberChangeTooManyTries' }
  | { readonly type: 'numberChanged' | 'numberChangeNotAsked' }
  | { readonly type: 'claimRecorded' }
  | {
      readonly type: 'humanCalled';
      readonly until: Date;
      readonly open: boolean;
      readonly opens: LocalMoment | null;
    };

/** What the charts tell themselves while they take one step. */
type OwnEvent =
  /** Nothing in this state knows what to do with what was said. */
  | { readonly type: 'notUnderstood' }
  /** The state is to repeat its question. */
  | { readonly type: 'askedAgain' };

export type ChartEvent = SaidEvent | AnsweredEvent | OwnEvent;
