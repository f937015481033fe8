import { transition } from 'xstate';

import { CODE_LIFETIME_MS } from '#src/domain/challenge.js';
import { DELETION_GRACE_DAYS } from '#src/domain/deletion.js';
import { LOGIN_LINK_LIFETIME_MS } from '#src/domain/login-link.js';
import type { ChatDialogue, Effect } from '#src/app/chat/effects/all-effects.js';
import { isEffect, type ChartEffect } from './chart/chart-effects.js';
import { chatChart } from './chat-chart.js';
import { COPY, type Copy } from './copy/catalogue.js';
import { NO_BRAND, type Brand } from './copy/parameters.js';
import { endlessness, mannerAfter } from './reading/manner.js';
import { readEvent } from './reading/read-event.js';
import { createSayTime } from './copy/say-time.js';
import { render, type Saying } from './copy/saying.js';
import { store } from './chart/snapshot.js';

const MINUTE_MS = 60_000;

interface DialogueDeps {
  /** In the operator's language. */
  readonly copy: Copy;
  /** For people who write in English; COPY.en unless given. */
  readonly english?: Copy;
  /** Address of the privacy notice, shown where consent is asked for; at most 100 characters. */
  readonly privacyUrl: string;
  /** IANA name of the zone that times are told in. */
  readonly timeZone: string;
  /** Nothing is said of one unless given. */
  readonly brand?: Brand;
}

/** The bot's dialogue: reads the event, takes one step through the charts, puts what they say into words. */
export function createDialogue(deps: DialogueDeps): ChatDialogue {
  const { copy, privacyUrl, timeZone, english = COPY.en, brand = NO_BRAND } = deps;
  const surroundings = {
    ...{ privacyUrl, brand, times: createSayTime(timeZone), deletionDays: DELETION_GRACE_DAYS },
    linkMinutes: LOGIN_LINK_LIFETIME_MS / MINUTE_MS,
    codeMinutes: CODE_LIFETIME_MS / MINUTE_MS,
  };
  return {
    step(snapshot, happened) {
      const { state, notice, event, isAsked, manner: before } = readEvent(snapshot, happened);
      const text = happened.type === 'message' ? happened.text : null;
      const manner = mannerAfter(before, { text, event, isAsked });
      const language = manner.language === 'en' ? 'en' : null;
      const words = language === 'en' ? english : copy;
      const inWords = (saying: Saying): Effect => ({
        type: 'say',
        text: render(saying, words.chat, surroundings),
      });
      const endless = endlessness(manner);
      if (endless !== 'none') {
        const effects = endless === 'now' ? [inWords({ key: 'waitInSilence', with: null })] : [];
        return { snapshot: store(state, manner), effects, language };
      }
      const [next, actions] = transition(chatChart, state, event);
      const isNowSpanish = manner.language === 'es' && before.language !== 'es';
      const notices = [
        ...(notice === null ? [] : [notice]),
        ...(isNowSpanish ? ['spanish' as const] : []),
      ];
      const decided = actions.flatMap((action) =>
        isEffect(action) ? [asEffect(action, inWords)] : [],
      );
      const effects = happened.type === 'media' ? inOneMessage(decided) : decided;
      return {
        snapshot: store(next, manner),
        language,
        effects: [...notices.map((key) => inWords({ key, with: null })), ...effects],
      };
    },
  };
}

/** Several pictures come at once: each gets one message, with the question that is open in it. */
function inOneMessage(effects: readonly Effect[]): readonly Effect[] {
  const said = effects.filter((effect) => effect.type === 'say');
  if (said.length < 2) return effects;
  const text = said.map((one) => one.text).join('\n');
  return [...effects.filter((effect) => effect.type !== 'say'), { type: 'say', text }];
}

function asEffect(effect: ChartEffect, inWords: (saying: Saying) => Effect): Effect {
  if (effect.type === 'say') return inWords(effect.params);
  // The charts give each effect the parameters of its own name, which the union cannot show to the compiler.
  return { type: effect.type, ...effect.params } as Effect;
}
