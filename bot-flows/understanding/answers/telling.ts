import type { Situation } from '../situation.js';
import { AGREEMENT } from '../words/agreement.js';

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

const OBJECTS = setOf(AGREEMENT.objects);
/** Who or what does it, right before the verb: "isso apaga tudo". */
const SUBJECTS = setOf(AGREEMENT.subjects);
const URGES = setOf(AGREEMENT.urges);
/** Between the two: "isso aí apaga". */
const BETWEEN = new Set(['aqui', 'ai', 'la', 'tudo']);
const WILL = new Set(['vai', 'vao', 'iria', 'will']);
const NOUNS: Partial<Record<Situation, ReadonlySet<string>>> = {
  deletion: setOf(AGREEMENT.askedNouns.deletion),
  block: setOf(AGREEMENT.askedNouns.block),
};

/** What an account has or is: "minha conta", "meus dados". */
export function isObject(word: string): boolean {
  return OBJECTS.has(word);
}

/** Whether one of the words is a noun for what was asked; alone it agrees to nothing: "o bloqueio". */
export function namesActOf(situation: Situation, words: readonly string[]): boolean {
  const nouns = NOUNS[situation];
  return nouns !== undefined && words.some((word) => nouns.has(word));
}

/**
 * Whether the verb that was asked is told of, or asked about without a question mark, and not asked for: "isso apaga meus
 * dados", "vai bloquear", "minha conta trava".
 */
export function tells(line: string, asked: ReadonlySet<string>): boolean {
  return line.split(',').some((clause) => {
    const words = clause.split(' ').filter((word) => word !== '');
    return words.some((word, at) => asked.has(word) && isTold(words, at));
  });
}

function isTold(words: readonly string[], at: number): boolean {
  const before = words.slice(0, at).filter((word) => !BETWEEN.has(word));
  const last = before.at(-1) ?? '';
  if (WILL.has(last)) return words[at]?.endsWith('r') === true || last === 'will';
  if (!SUBJECTS.has(last) && !OBJECTS.has(last)) return false;
  return !words.some((word) => URGES.has(word));
}
