import { FRAMES, WEIGHTS } from './frames.js';
import type { Intent } from './intent.js';
import type { Meant } from './lexicon.js';
import type { Situation } from './situation.js';

interface Element {
  readonly oneOf: readonly string[];
  readonly weight: number;
}

interface Rule {
  readonly intent: Intent;
  readonly situation: string | null;
  readonly elements: readonly Element[];
  readonly without: readonly string[];
}

export interface Ranked {
  readonly intent: Intent;
  readonly score: number;
  /** Every word that counts was written right, or as it sounds. */
  readonly isPlain: boolean;
  /** How many things it takes to be said. */
  readonly elements: number;
}

/** One word among many unknown ones says little, two together say more. */
const KNOWN_FOR_ONE = 0.6;
const KNOWN_FOR_MORE = 0.4;
/** What a single word says among unknown ones: "quanto custa o bolo de cenoura". */
const SPEAKS_FOR_ITSELF: ReadonlySet<Intent> = new Set([
  ...(['business', 'scam', 'password', 'google', 'lostPhone', 'whoAreYou', 'human'] as const),
]);
/** The weight of a meaning that is clear by itself. */
const SAYS_ENOUGH = 1.5;

const RULES: readonly Rule[] = Object.entries(FRAMES).flatMap(([intent, rules]) =>
  rules
    .split(/,\s*/)
    .map((rule) => rule.trim().replace(/\s+/g, ' '))
    .filter((rule) => rule !== '')
    .map((rule) => compile(intent as Intent, rule)),
);

/** By what has to be said first: a sentence is only held against rules that can apply to it. */
const BY_FIRST = new Map<string, Rule[]>();
for (const rule of RULES) {
  for (const meaning of rule.elements[0]?.oneOf ?? []) {
    BY_FIRST.set(meaning, [...(BY_FIRST.get(meaning) ?? []), rule]);
  }
}
const ORDER = Object.keys(FRAMES);

function compile(intent: Intent, rule: string): Rule {
  const parts = rule.split(' ');
  const situation = parts[0]?.startsWith('@') === true ? parts[0].slice(1) : null;
  const needed = parts.filter((part) => !/^[@!]/.test(part));
  return {
    intent,
    situation,
    elements: needed.map((part) => {
      const [names = '', weight] = part.split(':');
      const oneOf = names.split('|');
      return { oneOf, weight: Number(weight ?? WEIGHTS[oneOf[0] ?? ''] ?? 1) };
    }),
    without: parts.filter((part) => part.startsWith('!')).map((part) => part.slice(1)),
  };
}

/** The intents that a sentence can have, the likeliest first: for each the rule that explains most of it. */
export function rank(meant: Meant, situation: Situation): readonly Ranked[] {
  const best = new Map<Intent, Ranked>();
  const rules = [...meant.meanings.keys()].flatMap((meaning) => BY_FIRST.get(meaning) ?? []);
  for (const rule of rules) {
    if (rule.situation !== null && !isIn(rule.situation, situation)) continue;
    const found = apply(rule, meant);
    if (found === null) continue;
    if ((best.get(rule.intent)?.score ?? 0) < found.score) best.set(rule.intent, found);
  }
  return [...best.values()].sort(
    (one, other) =>
      other.score - one.score || ORDER.indexOf(one.intent) - ORDER.indexOf(other.intent),
  );
}

function isIn(wanted: string, situation: Situation): boolean {
  if (wanted === 'rest') return ['rest', 'menu', 'afterAccess', 'leaving'].includes(situation);
  return wanted === situation;
}

function apply({ intent, elements, without }: Rule, meant: Meant): Ranked | null {
  const { meanings, known } = meant;
  const isAlone = elements.length === 1 && !SPEAKS_FOR_ITSELF.has(intent);
  if (known < (isAlone ? KNOWN_FOR_ONE : KNOWN_FOR_MORE)) return null;
  if (without.some((meaning) => meanings.has(meaning))) return null;
  let score = 0;
  let isPlain = true;
  for (const { oneOf, weight } of elements) {
    const said = oneOf.find((meaning) => meanings.has(meaning));
    if (said === undefined) return null;
    score += weight;
    isPlain &&= meanings.get(said) === true;
  }
  // One word that is only near to a known one says nothing, unless it is a long one of its own.
  if (elements.length === 1 && !isPlain && score < SAYS_ENOUGH) return null;
  return { intent, score, isPlain, elements: elements.length };
}
