import type { SnapshotFrom, StateValue } from 'xstate';
import { z } from 'zod';

import type { DialogueSnapshot } from '#src/app/ports/dialogue.js';
import { parsePersonName, type PersonName } from '#src/domain/person-name.js';
import { parseTaxId, type TaxId } from '#src/domain/tax-id.js';
import { isWish } from '../copy/wish.js';
import { MANNER, NEW_MANNER, type Manner } from '../reading/manner.js';
import { INTENTS, type ChatContext } from './chart-context.js';
import { chatChart } from '../chat-chart.js';

export type ChatState = SnapshotFrom<typeof chatChart>;

/** Raise it whenever a state, or what a chat remembers, changes its name or meaning: stored chats then start over. */
const VERSION = 3;

const TAX_ID = z.custom<TaxId>((stored) => {
  const taxId = typeof stored === 'string' ? parseTaxId(stored) : null;
  return taxId?.ok === true && taxId.value === stored;
});
const NAME = z.custom<PersonName>((stored) => {
  const name = typeof stored === 'string' ? parsePersonName(stored) : null;
  return name?.ok === true && name.value === stored;
});
const COUNT = z.int().min(0).max(1_000);

const NUMBER = z.int().min(0).max(99);
/** As many as a message of a person has (read-message.ts). */
const SEVERAL = 3;

/** `linkGoogle` is the stored name of the intent `google`. */
const INTENT = z
  .enum([...INTENTS.filter((intent) => intent !== 'google'), 'linkGoogle'])
  .transform((stored) => (stored === 'linkGoogle' ? 'google' : stored));

/** As it is stored. `stumbles` is the stored name of `misreadCount`. */
const CONTEXT = z.strictObject({
  intent: INTENT,
  greeting: z.enum(['known', 'registered', 'again']),
  taxId: TAX_ID.nullable(),
  unconfirmed: z.boolean(),
  fault: z
    .enum(['tax_id_missing', 'tax_id_wrong_length', 'tax_id_wrong_digit', 'tax_id_several'])
    .nullable(),
  mayRegister: z.boolean(),
  name: NAME.nullable(),
  // Chats that an earlier version stored have neither.
  givenName: NAME.nullable().default(null),
  several: z.array(TAX_ID).max(SEVERAL).readonly().default([]),
  requestCode: z.string().max(16).nullable(),
  choices: z.tuple([NUMBER, NUMBER, NUMBER]).readonly().nullable(),
  listed: COUNT,
  wrongTaxIds: COUNT,
  stumbles: COUNT,
});

const VALUE: z.ZodType<StateValue> = z.lazy(() =>
  z.union([z.string(), z.record(z.string(), VALUE)]),
);
const STORED = z.strictObject({
  value: VALUE,
  context: CONTEXT,
  // Chats that an earlier version stored have none.
  manner: MANNER.default(NEW_MANNER),
});

/** What is stored between two messages: plain JSON, a few hundred bytes. */
export function store(state: ChatState, manner: Manner): DialogueSnapshot {
  const { misreadCount: stumbles, intent: current, ...context } = state.context;
  const intent = current === 'google' ? 'linkGoogle' : current;
  const stored = { ...context, ...stillNeeded(state), intent, stumbles };
  return { version: VERSION, state: { value: state.value, context: stored, manner } };
}

/**
 * A name that was given is for a person who is not registered, and the numbers of a message for the question which one it
 * is: elsewhere neither is stored.
 */
function stillNeeded(state: ChatState): Pick<ChatContext, 'givenName' | 'several'> {
  const { givenName, mayRegister, several } = state.context;
  const isAsking = state.hasTag('asking');
  return {
    givenName: mayRegister || isAsking ? givenName : null,
    several: isAsking || state.hasTag('holdsSeveral') ? several : [],
  };
}

/** @returns null when this version of the charts cannot go on from the snapshot */
export function restore(
  snapshot: DialogueSnapshot,
): { readonly state: ChatState; readonly manner: Manner } | null {
  if (snapshot.version !== VERSION) return null;
  const stored = STORED.safeParse(snapshot.state);
  if (!stored.success) return null;
  const { value, manner } = stored.data;
  const { stumbles: misreadCount, ...kept } = stored.data.context;
  const context: ChatContext = { ...kept, misreadCount };
  if (!isState(value, chatChart.root.states)) return null;
  const state = chatChart.resolveState({ value, context });
  if (state.hasTag('holdsTaxId') && context.taxId === null) return null;
  if (state.hasTag('holdsSeveral') && context.several.length < 2) return null;
  if (state.hasTag('holdsName') && context.name === null) return null;
  if (state.hasTag('holdsChoices') && context.choices === null) return null;
  if (state.hasTag('holdsWish') && !isWish(context.intent)) return null;
  return { state, manner };
}

interface Node {
  readonly states: Nodes;
}
type Nodes = Readonly<Record<string, Node>>;

/** Whether the value names one state of the chart all the way down. */
function isState(value: StateValue | undefined, nodes: Nodes): boolean {
  const names = Object.keys(nodes);
  if (value === undefined) return names.length === 0;
  if (typeof value === 'string') {
    return names.includes(value) && Object.keys(nodes[value]?.states ?? {}).length === 0;
  }
  const [name, ...more] = Object.keys(value);
  if (name === undefined || more.length > 0 || !names.includes(name)) return false;
  return isState(value[name], nodes[name]?.states ?? {});
}
