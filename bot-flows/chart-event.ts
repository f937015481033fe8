import type { PersonName } from '#src/domain/person-name.js';
import type { TaxId } from '#src/domain/tax-id.js';
import type { MediaGroup } from './copy.js';

/** Why there is no CPF or CNPJ in a message (src/domain/find-tax-id.ts). */
export type TaxIdFault =
  'tax_id_missing' | 'tax_id_wrong_length' | 'tax_id_wrong_digit' | 'tax_id_several';

/** What a person's message means to the charts. */
export type SaidEvent =
  | { readonly type: 'menu' | 'enter' | 'help' | 'cancel' | 'greet' | 'thanks' | 'yes' | 'no' }
  /** A menu number that is no word as well. */
  | { readonly type: 'choice'; readonly number: number }
  | { readonly type: 'taxId'; readonly taxId: TaxId; readonly alone: boolean }
  | { readonly type: 'faultyTaxId'; readonly fault: Exclude<TaxIdFault, 'tax_id_missing'> }
  | { readonly type: 'pastedCode' }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'forwarded' }
  | { readonly type: 'late' }
  | { readonly type: 'media'; readonly group: MediaGroup };

/** What the app answered to an effect, one event for each outcome that leads elsewhere. */
export type AnsweredEvent =
  | { readonly type: 'numberHidden' }
  | { readonly type: 'personKnown'; readonly name: PersonName }
  | { readonly type: 'personUnknown'; readonly registration: 'open' | 'closed' }
  | { readonly type: 'taxIdYours' | 'taxIdNotYours' | 'taxIdTooManyTries' }
  | { readonly type: 'registered' | 'registrationRefused' }
  | { readonly type: 'accessSent' | 'accessBlocked' }
  | { readonly type: 'accessTooSoon' | 'accessTooMany'; readonly seconds: number }
  | { readonly type: 'codeKilled' };

export type ChartEvent = SaidEvent | AnsweredEvent;
