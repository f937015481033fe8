import { assign, setup } from 'xstate';

import type { AccessGreeting } from '#src/app/ports/dialogue.js';
import type { PersonName } from '#src/domain/person-name.js';
import type { TaxId } from '#src/domain/tax-id.js';
import type { ChartEvent, TaxIdFault } from './chart-event.js';
import { nameInAnswer } from './name-in-answer.js';
import type { Saying } from './saying.js';

/** After so many answers in a row that led nowhere the bot waits in silence: it may be talking to another bot. */
const PATIENCE = 5;
/** Wrong numbers in a row before the question is put off. */
const TAX_ID_TRIES = 3;

/** What a chat remembers between two messages. A known person is never among it: each turn asks who it is. */
export interface ChatContext {
  /** What to go on with once the app has said whose number this is. */
  readonly intent: 'menu' | 'access';
  readonly greeting: AccessGreeting;
  readonly taxId: TaxId | null;
  /** The number stood in a sentence and has to be confirmed. */
  readonly unconfirmed: boolean;
  readonly fault: TaxIdFault | null;
  /** A new person on an unknown number, where new people may register. */
  readonly mayRegister: boolean;
  readonly name: PersonName | null;
  readonly wrongTaxIds: number;
  /** Answers in a row that led nowhere. */
  readonly stumbles: number;
}

export const NEW_CHAT: ChatContext = {
  intent: 'menu',
  greeting: 'known',
  taxId: null,
  unconfirmed: false,
  fault: null,
  mayRegister: false,
  name: null,
  wrongTaxIds: 0,
  stumbles: 0,
};

/**
 * - `asking`: an effect waits for the app's answer; a chat is never left there between two messages.
 * - `freeText`: any words may be the answer.
 * - `midway`: something the person already said would be lost by starting over.
 * - `holdsTaxId`, `holdsName`: makes no sense without that part of the context.
 */
type ChartTag = 'asking' | 'freeText' | 'midway' | 'holdsTaxId' | 'holdsName';

/** The effects of the charts by name, with their parameters. */
interface Effects {
  readonly say: Saying;
  readonly identify: undefined;
  readonly checkTaxId: { readonly taxId: TaxId };
  readonly register: { readonly taxId: TaxId; readonly name: PersonName };
  readonly sendAccess: { readonly greeting: AccessGreeting };
  readonly killCode: undefined;
}

export type ChartEffect = {
  [Name in keyof Effects]: { readonly type: Name; readonly params: Effects[Name] };
}[keyof Effects];

/** An effect is data: the pure transition lists it and the app carries it out, so there is nothing to run here. */
const EFFECTS: { readonly [Name in keyof Effects]: (_: unknown, params: Effects[Name]) => void } = {
  say: () => undefined,
  identify: () => undefined,
  checkTaxId: () => undefined,
  register: () => undefined,
  sendAccess: () => undefined,
  killCode: () => undefined,
};

/** Tells effects from what the charts do to their own context, which the transition has done already. */
export function isEffect(action: {
  readonly type: string;
  readonly params: unknown;
}): action is ChartEffect {
  return action.type in EFFECTS;
}

/** Context, events, effects and guards that all charts share; each flow makes its states with it. */
export const chat = setup({
  types: {
    context: {} as ChatContext,
    events: {} as ChartEvent,
    tags: {} as ChartTag,
  },
  actions: {
    ...EFFECTS,

    startOver: assign(NEW_CHAT),
    startOverStumbling: assign(({ context }) => ({ ...NEW_CHAT, stumbles: context.stumbles })),
    stumble: assign({ stumbles: ({ context }) => context.stumbles + 1 }),
    goOn: assign({ stumbles: 0 }),
    wantAccess: assign((_, params: { greeting: AccessGreeting }) => ({
      intent: 'access' as const,
      ...params,
    })),
    keepTaxId: assign(({ event }) =>
      event.type === 'taxId' ? { taxId: event.taxId, unconfirmed: !event.alone } : {},
    ),
    dropTaxId: assign({ taxId: null, unconfirmed: false }),
    keepFault: assign(({ event }) => (event.type === 'faultyTaxId' ? { fault: event.fault } : {})),
    countWrongTaxId: assign({ wrongTaxIds: ({ context }) => context.wrongTaxIds + 1 }),
    keepRegistration: assign(({ event }) =>
      event.type === 'personUnknown' ? { mayRegister: event.registration === 'open' } : {},
    ),
    keepName: assign(({ event }) =>
      event.type === 'text' ? { name: nameInAnswer(event.text) } : {},
    ),
  },
  guards: {
    silent: ({ context }) => context.stumbles >= PATIENCE,
    lastPatience: ({ context }) => context.stumbles === PATIENCE - 1,
    stumbledBefore: ({ context }) => context.stumbles > 0,
    chose: ({ event }, params: { number: number }) =>
      event.type === 'choice' && event.number === params.number,
    gaveTaxId: ({ context }) => context.taxId !== null,
    gaveTaxIdInSentence: ({ context }) => context.taxId !== null && context.unconfirmed,
    gaveFaultyTaxId: ({ context }) => context.fault !== null,
    wantsAccess: ({ context }) => context.intent === 'access',
    lastWrongTaxId: ({ context }) => context.wrongTaxIds >= TAX_ID_TRIES - 1,
    mayRegister: ({ context }) => context.mayRegister,
    gaveName: ({ event }) => event.type === 'text' && nameInAnswer(event.text) !== null,
  },
});
