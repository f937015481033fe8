import { byEar } from './by-ear.js';
import type { Said } from './normalise.js';
import { createSlips } from './slips.js';
import type { Meanings } from './words/meanings.js';
import { account } from './words/pt-br-account.js';
import { entry } from './words/pt-br-entry.js';
import { FILLERS, ORDINARY } from './words/pt-br-spelling.js';
import { talk } from './words/pt-br-talk.js';
import { trust } from './words/pt-br-trust.js';
import { en } from './words/en.js';
import { es } from './words/es.js';
import { findRelative } from './relatives.js';

/** Shorter words sound like too many others. */
const SHORTEST_BY_EAR = 4;
/** Longer ones are no words, and looking for what they are near to would take long. */
const LONGEST_WORD = 20;

/** "-inho" and "-zinho", and the vowel that the word had. */
const DIMINUTIVE = /^(\p{L}{3,}?)z?inh([oa])s?$/u;

/** What the words of a message mean. */
export interface Meant {
  /** Each meaning, and whether its word was written right, or as it sounds; if not, a slip was forgiven. */
  readonly meanings: ReadonlyMap<string, boolean>;
  /** The share of the words that mean something, or are said around it. */
  readonly known: number;
  readonly length: number;
}

const TABLES: readonly Meanings[] = [entry, account, trust, talk, en, es];
const byWord = new Map<string, Set<string>>();
const bySound = new Map<string, Set<string>>();
/** Phrases by their first word. */
const phrases = new Map<
  string,
  { readonly rest: string; readonly meaning: string; words: number }[]
>();

for (const table of TABLES) {
  for (const [meaning, { words = '', phrases: written = '' }] of Object.entries(table)) {
    for (const word of words.split(' ')) if (word !== '') note(byWord, word, meaning);
    for (const phrase of written.split('|')) {
      const [first = '', ...rest] = phrase.split(' ');
      if (rest.length === 0) note(byWord, first, meaning);
      else {
        const known = phrases.get(first) ?? [];
        phrases.set(first, [...known, { rest: rest.join(' '), meaning, words: rest.length + 1 }]);
      }
    }
  }
}
for (const [word, meanings] of byWord) {
  if (word.length < SHORTEST_BY_EAR) continue;
  for (const meaning of meanings) note(bySound, byEar(word), meaning);
}
const fillers = new Set(FILLERS);
const inPhrases = [...phrases].flatMap(([first, known]) => [
  first,
  ...known.flatMap(({ rest }) => rest.split(' ')),
]);
const ordinary = new Set([...ORDINARY, ...FILLERS, ...inPhrases]);
const meantBySlip = createSlips(byWord.keys());

function note(into: Map<string, Set<string>>, word: string, meaning: string): void {
  if (word === '') return;
  into.set(word, (into.get(word) ?? new Set()).add(meaning));
}

/** What was looked up for a message that several readers look at. */
const looked = new WeakMap<readonly string[], Meant>();

/**
 * Looks the words of a message up: as they are written, as they sound, and with a slip of the finger forgiven.
 * @param exactly as they are written only: a name is easily as near to a word as a slip
 */
export function lookUp({ words }: Pick<Said, 'words'>, { exactly = false } = {}): Meant {
  const known = exactly ? undefined : looked.get(words);
  if (known !== undefined) return known;
  const meant = read(words, exactly);
  if (!exactly) looked.set(words, meant);
  return meant;
}

function read(words: readonly string[], exactly: boolean): Meant {
  const meanings = new Map<string, boolean>();
  const known = words.map((word) => fillers.has(word));
  const spelt = words.map((word, at) => {
    const found = find(word, exactly);
    if (found === null) return word;
    known[at] = true;
    for (const meaning of found.meanings) {
      meanings.set(meaning, found.isPlain || meanings.get(meaning) === true);
    }
    return found.word;
  });
  for (const [at, word] of spelt.entries()) {
    for (const phrase of phrases.get(word) ?? []) {
      if (spelt.slice(at + 1, at + phrase.words).join(' ') !== phrase.rest) continue;
      meanings.set(phrase.meaning, true);
      known.fill(true, at, at + phrase.words);
    }
  }
  if (findRelative(words)) meanings.set('kin', true);
  const length = words.length;
  return { meanings, known: length === 0 ? 0 : known.filter(Boolean).length / length, length };
}

/** Abuse of whoever reads it; a thief who took something is none, and neither is a price. */
export function isAbuse(
  { meanings }: Pick<Meant, 'meanings'>,
  { situation }: { readonly situation: string },
): boolean {
  if (meanings.has('business')) return false;
  // "Ridículo isso" is no name, and is asked for one.
  if (situation !== 'name' && meanings.get('complaint') === true) return true;
  // Written right: "Otávio" is as near to abuse as a slip.
  return (
    meanings.get('insult') === true || (meanings.get('thief') === true && !meanings.has('steal'))
  );
}

/** "Certinho", "codiguinho", "celularzinho": the word that was made small; null: it is none. */
function withoutDiminutive(word: string): string | null {
  const found = DIMINUTIVE.exec(word);
  if (found === null) return null;
  const [, stem = '', ending = ''] = found;
  const base = stem.replace(/gu$/, 'g').replace(/qu$/, 'c');
  return [base + ending, base, `${base}e`].find((one) => byWord.has(one)) ?? null;
}

function find(word: string, exactly: boolean) {
  const exact = byWord.get(word);
  if (exact !== undefined) return { word, meanings: exact, isPlain: true };
  if (word.length > LONGEST_WORD) return null;
  if (exactly || fillers.has(word) || ordinary.has(word)) return null;
  const heard = word.length < SHORTEST_BY_EAR ? undefined : bySound.get(byEar(word));
  if (heard !== undefined) return { word, meanings: heard, isPlain: true };
  const large = withoutDiminutive(word);
  const whole = large === null ? undefined : byWord.get(large);
  if (large !== null && whole !== undefined) return { word: large, meanings: whole, isPlain: true };
  const meant = meantBySlip(word);
  const slipped = meant === null ? undefined : byWord.get(meant);
  return slipped === undefined || meant === null
    ? null
    : { word: meant, meanings: slipped, isPlain: false };
}
