import { initialTransition, transition } from 'xstate';

import type {
  Dialogue,
  DialogueEffect,
  DialogueEvent,
  DialogueSnapshot,
} from '#src/app/ports/dialogue.js';
import type { ChartEvent } from './chart-event.js';
import { isEffect, type ChartEffect } from './chart-setup.js';
import { chatChart } from './chat-chart.js';
import type { Copy } from './copy.js';
import { readAnswer } from './read-answer.js';
import { readMedia, readMessage } from './read-message.js';
import { render, type PlainText, type Saying } from './saying.js';
import { restore, store, type ChatState } from './snapshot.js';

/** After so long a question is forgotten, and what comes next is taken for itself. */
const SILENCE_MS = 10 * 60_000;

interface DialogueDeps {
  readonly copy: Copy;
  /** Address of the privacy notice, shown where consent is asked for; at most 100 characters. */
  readonly privacyUrl: string;
}

/** Where a step starts from, and what has to be said about it first. */
interface Footing {
  readonly state: ChatState;
  readonly notice: PlainText | null;
}

/** The bot's dialogue: reads the event, takes one step through the charts, puts what they say into words. */
export function createDialogue({ copy, privacyUrl }: DialogueDeps): Dialogue {
  const inWords = (saying: Saying): DialogueEffect => ({
    type: 'say',
    text: render(saying, copy.chat, { privacyUrl }),
  });
  return {
    step(snapshot, event) {
      const { state, notice } = footing(snapshot, event);
      const [next, actions] = transition(chatChart, state, read(event, state));
      const notices = notice === null ? [] : [inWords({ key: notice, with: null })];
      const effects = actions.flatMap((action) =>
        isEffect(action) ? [asEffect(action, inWords)] : [],
      );
      return { snapshot: store(next), effects: [...notices, ...effects] };
    },
  };
}

function footing(snapshot: DialogueSnapshot | null, event: DialogueEvent): Footing {
  const [start] = initialTransition(chatChart);
  if (snapshot === null) return { state: start, notice: null };
  const state = restore(snapshot);
  const said = event.type === 'message' || event.type === 'media';
  // The answer to an effect comes in the same turn; a person who finds the chat there found a lost turn.
  const lost = state === null || (said && state.hasTag('asking'));
  const late = event.type === 'message' && event.late;
  if (lost) return { state: start, notice: late ? null : 'restarted' };
  if (late || event.type !== 'message' || (event.silenceMs ?? 0) < SILENCE_MS) {
    return { state, notice: null };
  }
  return { state: start, notice: state.hasTag('midway') ? 'timePassed' : null };
}

function read(event: DialogueEvent, state: ChatState): ChartEvent {
  switch (event.type) {
    case 'message':
      return readMessage(event, { freeText: state.hasTag('freeText') });
    case 'media':
      return readMedia(event.media);
    case 'identified':
    case 'taxIdChecked':
    case 'registered':
    case 'accessSent':
    case 'codeKilled':
      return readAnswer(event);
  }
}

function asEffect(
  effect: ChartEffect,
  inWords: (saying: Saying) => DialogueEffect,
): DialogueEffect {
  switch (effect.type) {
    case 'say':
      return inWords(effect.params);
    case 'checkTaxId':
      return { type: 'checkTaxId', ...effect.params };
    case 'register':
      return { type: 'register', ...effect.params };
    case 'sendAccess':
      return { type: 'sendAccess', ...effect.params };
    case 'identify':
    case 'killCode':
      return { type: effect.type };
  }
}
