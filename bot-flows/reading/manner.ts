import { z } from 'zod';

import { normalise } from '../understanding/normalise.js';
import { languageOf } from '../understanding/language.js';
import type { ChartEvent } from './chart-event.js';

/** More polite words than these in a row come from a program: people want something in between. */
const CHATTER_LIMIT = 12;
const CHATTER: ReadonlySet<ChartEvent['type']> = new Set([
  ...(['greet', 'thanks', 'goodbye', 'acknowledge', 'whoAreYou', 'business', 'scam'] as const),
  ...([
    'otherPerson',
    'language',
    'whyTaxId',
    'noTaxId',
    'help',
    'codeQuestion',
    'linkQuestion',
  ] as const),
  ...(['callMe', 'faultyTaxId'] as const),
]);

/** Are always answered where a question stands: they are about it. */
const ABOUT_A_QUESTION: ReadonlySet<ChartEvent['type']> = new Set([
  ...(['help', 'faultyTaxId'] as const),
]);

/** How somebody writes, beside what they write; it outlives every question. */
export interface Manner {
  /** The language of their last sentence that told one, where it is not the operator's own. */
  readonly language: 'en' | 'es' | null;
  /** Greetings and questions in a row that led to nothing. */
  readonly chatter: number;
}

export const NEW_MANNER: Manner = { language: null, chatter: 0 };

export const MANNER = z.strictObject({
  language: z.enum(['en', 'es']).nullable(),
  chatter: z.int().min(0).max(1_000),
});

/** What a message changes about how its writer is answered. */
export function mannerAfter(
  before: Manner,
  heard: {
    readonly text: string | null;
    readonly event: ChartEvent;
    /** A question of the bot stands there. */
    readonly isAsked: boolean;
  },
): Manner {
  const { text, event, isAsked } = heard;
  if (text === null) return before;
  const said = languageOf(normalise(text));
  const language = said === null ? before.language : said === 'pt' ? null : said;
  const isChatter = CHATTER.has(event.type) && !(isAsked && ABOUT_A_QUESTION.has(event.type));
  return { language, chatter: isChatter ? before.chatter + 1 : 0 };
}

/** Whether two programs may be greeting each other: `now` it is said once that the bot waits in silence. */
export function endlessness({ chatter }: Manner): 'none' | 'now' | 'since' {
  if (chatter <= CHATTER_LIMIT) return 'none';
  return chatter === CHATTER_LIMIT + 1 ? 'now' : 'since';
}
