import { initialTransition } from 'xstate';

import type { DialogueEvent, DialogueSnapshot } from '#src/app/ports/dialogue.js';
import type { ChartEvent } from './chart-event.js';
import { chatChart } from '../chat-chart.js';
import { readAnswer } from './read-answer.js';
import { readLater, readMedia, readMessage } from './read-message.js';
import type { PlainText } from '../copy/saying.js';
import { restore, type ChatState } from '../chart/snapshot.js';

/** After so long a question is forgotten, and what comes next is taken for itself. */
const SILENCE_MS = 10 * 60_000;

/** Where every chat begins. A state is never changed in place, so that all steps share this one. */
const [START] = initialTransition(chatChart);

/** What comes from the person, and not from the app. */
const SAID: ReadonlySet<DialogueEvent['type']> = new Set(['message', 'media', 'missing', 'later']);

/** What an event means to the charts: where the step starts from, and what has to be said about that first. */
interface ReadEvent {
  readonly state: ChatState;
  readonly notice: PlainText | null;
  readonly event: ChartEvent;
}

/** Reads an event in the light of what was stored; the chart takes its step from there. */
export function readEvent(snapshot: DialogueSnapshot | null, event: DialogueEvent): ReadEvent {
  const { state, notice } = footing(snapshot, event);
  return { state, notice, event: meaning(event, state) };
}

function footing(
  snapshot: DialogueSnapshot | null,
  event: DialogueEvent,
): Omit<ReadEvent, 'event'> {
  if (snapshot === null) return { state: START, notice: null };
  const state = restore(snapshot);
  const said = SAID.has(event.type);
  // The answer to an effect comes in the same turn; a person who finds the chat there found a lost turn.
  const lost = state === null || (said && state.hasTag('asking'));
  const late = event.type === 'message' && event.late;
  if (lost) return { state: START, notice: late ? null : 'restarted' };
  if (late || event.type !== 'message' || (event.silenceMs ?? 0) < SILENCE_MS) {
    return { state, notice: null };
  }
  return { state: START, notice: state.hasTag('midway') ? 'timePassed' : null };
}

function meaning(event: DialogueEvent, state: ChatState): ChartEvent {
  const reading = { freeText: state.hasTag('freeText') };
  if (event.type === 'message') return readMessage(event, reading);
  if (event.type === 'later') return readLater(event, reading);
  if (event.type === 'media') return readMedia(event.media);
  return event.type === 'missing' ? { type: 'missing' } : readAnswer(event);
}
