import type { Outcome } from '#src/app/chat/effects/all-effects.js';
import type { NumberWaitView } from '#src/app/ports/dialogue.js';
import type { PersonName } from '#src/domain/person-name.js';
import type { NoPhone } from '#src/domain/phone.js';
import type { TaxId } from '#src/domain/tax-id.js';
import type { Command } from './commands/command-words.js';
import type { Wish } from '../copy/wish.js';
import type { MediaGroup } from '../copy/parameters.js';

/** Why there is no CPF or CNPJ in a message (src/domain/find-tax-id.ts). */
export type TaxIdFault =
  'tax_id_missing' | 'tax_id_wrong_length' | 'tax_id_wrong_digit' | 'tax_id_several';

/** What a person's message means to the charts. */
export type PersonEvent =
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
  | {
      readonly type: 'taxId';
      readonly taxId: TaxId;
      readonly alone: boolean;
      /** Said with it: "meu nome é …". */
      readonly name: PersonName | null;
    }
  | {
      readonly type: 'faultyTaxId';
      readonly fault: Exclude<TaxIdFault, 'tax_id_missing'>;
      /** The valid ones, where there are several. */
      readonly several: readonly TaxId[];
    }
  | { readonly type: 'pastedCode' }
  /** Abuse; `wantsIn`: with a plain wish for access in it. */
  | { readonly type: 'insult'; readonly wantsIn: boolean }
  /** What may have been meant, and is not done on a guess. */
  | { readonly type: 'offer'; readonly wish: Wish }
  /** Somebody who is registering asks for what only an account has. */
  | { readonly type: 'notYet' }
  /** "Trocar o quê?": what another number asked for is said again, and not done. */
  | { readonly type: 'doubtsNumberChange' }
  /** "Apaga não", where that was not asked: it is not done. */
  | { readonly type: 'notWanted' }
  | { readonly type: 'text'; readonly text: string }
  /** "Meu nome é …", where a name was said back. */
  | { readonly type: 'correctName'; readonly text: string }
  | { readonly type: 'forwarded' }
  | { readonly type: 'late' }
  /** The last message was changed into something that is not taken from an edit. */
  | { readonly type: 'edited' }
  /** WhatsApp did not show the message. */
  | { readonly type: 'missing' }
  | { readonly type: 'media'; readonly group: MediaGroup };

/** What `identify` found, by what it leads to; a person who is known is never kept between two messages. */
export type IdentifiedEvent =
  | { readonly type: 'withoutNumber'; readonly reason: NoPhone }
  | {
      readonly type: 'personKnown';
      readonly name: PersonName;
      readonly deletionDueAt: Date | null;
      /** The account came to them by a claim, and they have not said their name. */
      readonly nameDue: boolean;
    }
  | { readonly type: 'personToProve'; readonly reason: 'identity_changed' | 'dormant' }
  /** Another WhatsApp account has the number of an account; the CPF begins a wait. */
  | { readonly type: 'numberElsewhere' }
  /** That wait has begun. */
  | { readonly type: 'numberWaits'; readonly wait: NumberWaitView }
  | { readonly type: 'personBlocked' | 'personBlockedByTeam' }
  | { readonly type: 'personUnknown'; readonly registration: 'open' | 'closed' };

/** An outcome of several kinds is one event for each: `accessSent.too_soon`, so that each is an arrow of its own. */
type ByKind<Became> = Became extends {
  readonly type: infer Type extends string;
  readonly outcome: infer Kind extends string;
}
  ? Kind extends string
    ? Omit<Became, 'type' | 'outcome'> & { readonly type: `${Type}.${Kind}` }
    : never
  : Became;

/** What became of an effect, as the charts read it (read-outcome.ts). */
export type OutcomeEvent =
  IdentifiedEvent | ByKind<Exclude<Outcome, { readonly type: 'identified' }>>;

/** What the charts tell themselves while they take one step. */
type OwnEvent =
  /** Nothing in this state knows what to do with what was said. */
  | { readonly type: 'notUnderstood' }
  /** The state is to repeat its question. */
  | { readonly type: 'askedAgain' }
  /** Something that was asked beside the question was answered. */
  | { readonly type: 'explained' };

export type ChartEvent = PersonEvent | OutcomeEvent | OwnEvent;
