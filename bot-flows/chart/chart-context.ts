import type { AccessGreeting } from '#src/app/ports/access-copy.js';
import type { PersonName } from '#src/domain/person-name.js';
import type { TaxId } from '#src/domain/tax-id.js';
import { COMMAND_NAMES, type Command } from '../reading/commands/command-words.js';
import type { TaxIdFault } from '../reading/chart-event.js';

/** What to go on with once the app has said whose number this is: a command, or access, which a CPF asks for as well. */
export type Intent = 'access' | Command;

export const INTENTS: readonly Intent[] = ['access', ...COMMAND_NAMES];

/** What a chat remembers between two messages. A known person is never among it: each turn asks who it is. */
export interface ChatContext {
  readonly intent: Intent;
  readonly greeting: AccessGreeting;
  readonly taxId: TaxId | null;
  /** The number stood in a sentence and has to be confirmed. */
  readonly unconfirmed: boolean;
  readonly fault: TaxIdFault | null;
  /** A new person on an unknown number, where new people may register. */
  readonly mayRegister: boolean;
  readonly name: PersonName | null;
  /** The name that was given beside the CPF, or before a pause: it is said back and not asked again. */
  readonly givenName: PersonName | null;
  /** The valid numbers of a message that had several. */
  readonly several: readonly TaxId[];
  /** The request of a page that waits until it is known who this is; it comes before the intent. */
  readonly requestCode: string | null;
  /** The numbers that were offered for a page's request. */
  readonly choices: readonly [number, number, number] | null;
  /** How many sessions the list had that the person chooses from. */
  readonly listed: number;
  readonly wrongTaxIds: number;
  /** Answers in a row that led nowhere. */
  readonly misreadCount: number;
}

export const NEW_CHAT: ChatContext = {
  intent: 'menu',
  greeting: 'known',
  taxId: null,
  unconfirmed: false,
  fault: null,
  mayRegister: false,
  name: null,
  givenName: null,
  several: [],
  requestCode: null,
  choices: null,
  listed: 0,
  wrongTaxIds: 0,
  misreadCount: 0,
};
