import { initialTransition } from 'xstate';

import type { Outcome } from '#src/app/chat/effects/all-effects.js';
import type { DialogueEvent, DialogueSnapshot } from '#src/app/ports/dialogue.js';
import type { ChartEvent } from './chart-event.js';
import { chatChart } from '../chat-chart.js';
import { readLater, readMedia, readMessage } from './read-message.js';
import { readOutcome } from './read-outcome.js';
import type { PlainText } from '../copy/saying.js';
import { restore, type ChatState } from '../chart/snapshot.js';

/** After so long a question is forgotten, and what comes next is taken for itself. */
const SILENCE_MS = 10 * 60_000;

/** Where every chat begins. A state is never changed in place, so that all steps share this one. */
const [START] = initialTransition(chatChart);

/** Where a step starts from, what has to be said about that first, and the event of the charts. */
interface ReadEvent {
  readonly state: ChatState;
  readonly notice: PlainText | null;
  readonly event: ChartEvent;
}

/** Reads an event in the light of what was stored; the chart takes its step from there. */
export function readEvent(
  snapshot: DialogueSnapshot | null,
  event: DialogueEvent | Outcome,
): ReadEvent {
  const { state, notice } = startState(snapshot, event);
  return { state, notice, event: interpretation(event, state) };
}

function startState(
  snapshot: DialogueSnapshot | null,
  event: DialogueEvent | Outcome,
): Omit<ReadEvent, 'event'> {
  if (snapshot === null) return { state: START, notice: null };
  const state = restore(snapshot);
  // The outcome of an effect comes in the same turn; a person who finds the chat waiting for one found a lost turn.
  const lost = state === null || (isDialogueEvent(event) && state.hasTag('asking'));
  const late = event.type === 'message' && event.late;
  if (lost) return { state: START, notice: late ? null : 'restarted' };
  if (late || event.type !== 'message' || (event.silenceMs ?? 0) < SILENCE_MS) {
    return { state, notice: null };
  }
  return { state: START, notice: state.hasTag('midway') ? 'timePassed' : null };
}

function interpretation(event: DialogueEvent | Outcome, state: ChatState): ChartEvent {
  if (!isDialogueEvent(event)) return readOutcome(event);
  const reading = { freeText: state.hasTag('freeText') };
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
