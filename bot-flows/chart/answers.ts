import type { ChatContext } from './chart-context.js';
import type { ChartEvent, TaxIdFault } from '../reading/chart-event.js';
import type { PlainText, Saying } from '../copy/saying.js';

interface Args {
  readonly context: ChatContext;
  readonly event: ChartEvent;
}

/** Says a text that needs no parameters. */
export function say(key: PlainText) {
  return { type: 'say', params: { key, with: null } } as const;
}

/** Says a text made from context and event. */
export function sayWith(params: (args: Args) => Saying) {
  return { type: 'say', params } as const;
}

/** The event as the one that a transition is made for; another one is a bug in the chart. */
export function as<Type extends ChartEvent['type']>(
  type: Type,
  event: ChartEvent,
): Extract<ChartEvent, { readonly type: Type }> {
  if (!isOf(type, event)) throw new Error(`the chart took ${event.type} for ${type}`);
  return event;
}

/** The whole seconds until something may be asked for again, never too few. */
export function secondsOf({ retryAfterS }: { readonly retryAfterS: number }): number {
  return Math.ceil(retryAfterS);
}

function isOf<Type extends ChartEvent['type']>(
  type: Type,
  event: ChartEvent,
): event is Extract<ChartEvent, { readonly type: Type }> {
  return event.type === type;
}

const FAULT_TEXT: Readonly<Record<TaxIdFault, PlainText>> = {
  tax_id_missing: 'taxIdMissing',
  tax_id_wrong_length: 'taxIdWrongLength',
  tax_id_wrong_digit: 'taxIdWrongDigit',
  tax_id_several: 'taxIdSeveral',
};

export const sayFault = sayWith(({ context, event }) => {
  const fault = event.type === 'faultyTaxId' ? event.fault : context.fault;
  return { key: FAULT_TEXT[fault ?? 'tax_id_missing'], with: null };
});

/** For a person who is known and whose account is to be deleted. */
export const sayDeletionAhead = sayWith(({ event }) => ({
  key: 'deletionAhead',
  with: { dueAt: dueAt(event) },
}));

/** When the account of a known person is deleted. */
export function dueAt(event: ChartEvent): Date {
  const { deletionDueAt } = as('personKnown', event);
  if (deletionDueAt === null)
    throw new Error('the chart took an account that stays for one that is deleted');
  return deletionDueAt;
}

export const sayUnreadable = sayWith(({ event }) => ({
  key: 'media',
  with: { group: as('media', event).group },
}));

/**
 * A transition that is counted as leading nowhere, while there is patience left; afterwards the chart as a whole says
 * one last thing and is silent.
 */
export function patiently<const Last extends object>(last: Last) {
  return { guard: 'patient', ...last } as const;
}

/** One word that leads, by way of whose number this is, to what it asks for. */
export function leadingTo<const Wanted extends string>(intent: Wanted) {
  return {
    target: '#identifying',
    actions: ['startOver', { type: 'want', params: { intent } }],
    reenter: true,
  } as const;
}

/** The guard for what was wanted before it was known whose number this is. */
export function wants<const Wanted extends string>(intent: Wanted) {
  return { type: 'wants', params: { intent } } as const;
}

export function wantsWhileLeaving<const Wanted extends string>(intent: Wanted) {
  return { type: 'wantsWhileLeaving', params: { intent } } as const;
}

/** The guard for a number of a menu. */
export function chose<const Chosen extends number>(number: Chosen) {
  return { type: 'chose', params: { number } } as const;
}
