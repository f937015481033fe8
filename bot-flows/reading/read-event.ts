import { initialTransition, type StateValue } from 'xstate';

import type { Outcome } from '#src/app/chat/effects/all-effects.js';
import type { DialogueEvent, DialogueSnapshot } from '#src/app/ports/dialogue.js';
import type { ChartEvent } from './chart-event.js';
import { NEW_CHAT } from '../chart/chart-context.js';
import { chatChart } from '../chat-chart.js';
import { readLater, readMedia, readMessage } from './read-message.js';
import { NEW_MANNER, type Manner } from './manner.js';
import type { Reading } from './reading.js';
import { isAtRest } from './sure/surely.js';
import { readOutcome } from './read-outcome.js';
import type { PlainText } from '../copy/saying.js';
import { situationOf } from '../understanding/situation.js';
import { restore, type ChatState } from '../chart/snapshot.js';

/** After so long a question is forgotten, and what comes next is taken for itself. */
const SILENCE_MS = 10 * 60_000;

/** Where every chat begins. A state is never changed in place, so that all steps share this one. */
const [START] = initialTransition(chatChart);

/** What was asked is forgotten, and not what the person is called: it is said back before it is kept. */
function startWith(givenName: ChatState['context']['givenName']): ChatState {
  if (givenName === null) return START;
  return chatChart.resolveState({ value: START.value, context: { ...NEW_CHAT, givenName } });
}

/** Where a step starts from, what has to be said about that first, and the event of the charts. */
interface ReadEvent {
  readonly manner: Manner;
  readonly state: ChatState;
  readonly notice: PlainText | null;
  readonly event: ChartEvent;
  /** A question of the bot stands there. */
  readonly isAsked: boolean;
}

/** Reads an event in the light of what was stored; the chart takes its step from there. */
export function readEvent(
  snapshot: DialogueSnapshot | null,
  event: DialogueEvent | Outcome,
): ReadEvent {
  const { state, notice, manner } = startState(snapshot, event);
  const reading = readingOf(state);
  const isAsked = !isAtRest(reading.situation);
  return { state, notice, manner, isAsked, event: interpretation(event, reading) };
}

function startState(
  snapshot: DialogueSnapshot | null,
  event: DialogueEvent | Outcome,
): Omit<ReadEvent, 'event' | 'isAsked'> {
  if (snapshot === null) return { state: START, notice: null, manner: NEW_MANNER };
  const restored = restore(snapshot);
  const state = restored?.state ?? null;
  const manner = restored?.manner ?? NEW_MANNER;
  // The outcome of an effect comes in the same turn; a person who finds the chat waiting for one found a lost turn.
  const lost = state === null || (isDialogueEvent(event) && state.hasTag('asking'));
  const late = event.type === 'message' && event.late;
  if (lost) return { state: START, notice: late ? null : 'restarted', manner };
  if (late || event.type !== 'message' || (event.silenceMs ?? 0) < SILENCE_MS) {
    return { state, notice: null, manner };
  }
  return {
    state: startWith(state.context.givenName),
    notice: state.hasTag('midway') ? 'timePassed' : null,
    manner,
  };
}

function readingOf({ value, context }: ChatState): Reading {
  const path = pathOf(value);
  return {
    situation: situationOf(path, context.intent),
    isRegistering: isRegistering(path, context),
  };
}

function interpretation(event: DialogueEvent | Outcome, reading: Reading): ChartEvent {
  if (!isDialogueEvent(event)) return readOutcome(event);
  switch (event.type) {
    case 'message':
      return readMessage(event, reading);
    case 'later':
      return readLater(event, reading);
    case 'media':
      return readMedia(event.media);
    case 'missing':
      return { type: 'missing' };
  }
}

/** Where somebody has no account yet. */
const REGISTERING: ReadonlySet<string> = new Set([
  ...['taxId.asking', 'taxId.choosing', 'registration.name', 'registration.consent'],
]);

/** A number in a sentence is also confirmed by who has an account; a new person may register. */
function isRegistering(path: string, context: ChatState['context']): boolean {
  return REGISTERING.has(path) || (path === 'taxId.confirming' && context.mayRegister);
}

/** `{ registration: 'name' }` as `registration.name`. */
function pathOf(value: StateValue): string {
  if (typeof value === 'string') return value;
  return Object.entries(value)
    .map(([name, inner]) => `${name}.${inner === undefined ? '' : pathOf(inner)}`)
    .join(' ');
}

const DIALOGUE_EVENTS: Readonly<Record<DialogueEvent['type'], true>> = {
  message: true,
  media: true,
  missing: true,
  later: true,
};

/** Whether it comes from the person, and is not the outcome of an effect. */
function isDialogueEvent(event: DialogueEvent | Outcome): event is DialogueEvent {
  return Object.hasOwn(DIALOGUE_EVENTS, event.type);
}
