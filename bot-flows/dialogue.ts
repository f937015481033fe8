import { transition } from 'xstate';

import type { Dialogue, DialogueEffect } from '#src/app/ports/dialogue.js';
import { isEffect, type ChartEffect } from './chart/chart-effects.js';
import { chatChart } from './chat-chart.js';
import type { Copy } from './copy/copy.js';
import { readEvent } from './reading/read-event.js';
import { createSayTime } from './copy/say-time.js';
import { render, type Saying } from './copy/saying.js';
import { store } from './chart/snapshot.js';

interface DialogueDeps {
  readonly copy: Copy;
  /** Address of the privacy notice, shown where consent is asked for; at most 100 characters. */
  readonly privacyUrl: string;
  /** IANA name of the zone that times are told in. */
  readonly timeZone: string;
}

/** The bot's dialogue: reads the event, takes one step through the charts, puts what they say into words. */
export function createDialogue({ copy, privacyUrl, timeZone }: DialogueDeps): Dialogue {
  const surroundings = { privacyUrl, times: createSayTime(timeZone) };
  const inWords = (saying: Saying): DialogueEffect => ({
    type: 'say',
    text: render(saying, copy.chat, surroundings),
  });
  return {
    step(snapshot, happened) {
      const { state, notice, event } = readEvent(snapshot, happened);
      const [next, actions] = transition(chatChart, state, event);
      const notices = notice === null ? [] : [inWords({ key: notice, with: null })];
      const effects = actions.flatMap((action) =>
        isEffect(action) ? [asEffect(action, inWords)] : [],
      );
      return { snapshot: store(next), effects: [...notices, ...effects] };
    },
  };
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
    case 'proveTaxId':
      return { type: 'proveTaxId', ...effect.params };
    case 'openRequest':
      return { type: 'openRequest', ...effect.params };
    case 'answerRequest':
      return { type: 'answerRequest', ...effect.params };
    case 'endSession':
      return { type: 'endSession', ...effect.params };
    case 'askNumberChange':
      return { type: 'askNumberChange', ...effect.params };
    case 'rename':
      return { type: 'rename', ...effect.params };
    case 'claimTaxId':
      return { type: 'claimTaxId', ...effect.params };
    case 'identify':
    case 'sendGoogleLink':
    case 'sendGoogleUnlink':
    case 'sendPasswordReset':
    case 'killCode':
    case 'denyRequest':
    case 'listSessions':
    case 'endAllSessions':
    case 'block':
    case 'unblock':
    case 'describeData':
    case 'scheduleDeletion':
    case 'cancelDeletion':
    case 'confirmNumberChange':
    case 'refuseNumberChange':
    case 'answerNotMe':
    case 'callHuman':
      return { type: effect.type };
  }
}
