import { transition } from 'xstate';

import { DELETION_GRACE_DAYS } from '#src/domain/deletion.js';
import type { ChatDialogue, Effect } from '#src/app/chat/effects/all-effects.js';
import { isEffect, type ChartEffect } from './chart/chart-effects.js';
import { chatChart } from './chat-chart.js';
import type { Copy } from './copy/catalogue.js';
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
export function createDialogue({ copy, privacyUrl, timeZone }: DialogueDeps): ChatDialogue {
  const surroundings = {
    privacyUrl,
    times: createSayTime(timeZone),
    deletionDays: DELETION_GRACE_DAYS,
  };
  const inWords = (saying: Saying): Effect => ({
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

function asEffect(effect: ChartEffect, inWords: (saying: Saying) => Effect): Effect {
  if (effect.type === 'say') return inWords(effect.params);
  // The charts give each effect the parameters of its own name, which the union cannot show to the compiler.
  return { type: effect.type, ...effect.params } as Effect;
}
