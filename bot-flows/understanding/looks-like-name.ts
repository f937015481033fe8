import { lookUp } from './lexicon.js';
import { FAMILY_NAMES, FIRST_NAMES } from './words/first-names.js';
import { NAME_WORDS } from './words/names.js';

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

const PARTICLES = setOf(NAME_WORDS.particles);
const TITLES = setOf(NAME_WORDS.titles);
const NEVER = setOf(NAME_WORDS.never);
const THINGS = setOf(NAME_WORDS.things);
const ALSO_NAMES = setOf(NAME_WORDS.alsoNames);
const PARTS_OF_NAMES = setOf(NAME_WORDS.partsOfNames);
const LAUGHTER = new RegExp(`^(?:${NAME_WORDS.laughter})$`);
const KEYBOARD = new RegExp(NAME_WORDS.keyboard);
/** The longest names of people have about as many words. */
const MOST_WORDS = 16;
/** "asdasd" and "jkljkl"; "Lulu" and "Zezé" have only two letters in it. */
const REPEATED = /^(.{3,4})\1+.?$/u;
const TOO_MANY_CONSONANTS = /[bcdfghjklmnpqrstvwxz]{5}/;
const CAPITAL = /^\p{Lu}/u;

/** Small letters without accents, each letter where it was. */
export function spelt(text: string): string {
  return text.toLowerCase().replace(/./gu, (letter) => letter.normalize('NFD')[0] ?? letter);
}

/**
 * Whether these words can be what somebody is called. A name has no words in it that only hold a sentence together, and what
 * else means something to the bot is part of one only with capitals ("Maria Entrar") or alone among strange words.
 */
export function looksLikeName(name: string): boolean {
  const written = name.split(/\s+/u).filter((word) => word !== '');
  const words = written.map((word) => spelt(word).replace(/[.'-]/g, ''));
  if (words.length > MOST_WORDS || words.some(isMash)) return false;
  const core = words.filter(
    (word, at) => !PARTICLES.has(word) && !(at === 0 && words.length > 1 && TITLES.has(word)),
  );
  const isNever = (word: string): boolean =>
    NEVER.has(word) && !(PARTS_OF_NAMES.has(word) && core.length > 1 && written.every(isCapital));
  if (core.length === 0 || core.some(isNever)) return false;
  const things = core.filter((word) => THINGS.has(word));
  if (things.length > 0) {
    const isOfSomebody = core.some((word) => FIRST_NAMES.has(word) || FAMILY_NAMES.has(word));
    return isOfSomebody && things.length === 1 && written.every(isCapital);
  }
  const { meanings, known } = lookUp({ words: core }, { exactly: true });
  if (meanings.has('insult') || meanings.has('thief')) return false;
  if (known === 0) return true;
  const hasCapitals = written.every(isCapital);
  if (core.length === 1) return hasCapitals && ALSO_NAMES.has(core[0] ?? '');
  return known < 1 ? hasCapitals || known < 0.4 : hasCapitals && meanings.size === 0;
}

function isCapital(word: string): boolean {
  return CAPITAL.test(word) || PARTICLES.has(spelt(word));
}

function isMash(word: string): boolean {
  if (LAUGHTER.test(word) || KEYBOARD.test(word) || REPEATED.test(word)) return true;
  return (word.length > 3 && !/[aeiouyáéíóú]/.test(word)) || TOO_MANY_CONSONANTS.test(word);
}
