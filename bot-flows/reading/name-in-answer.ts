import { allWords } from './command-words.js';
import { parsePersonName, type PersonName } from '#src/domain/person-name.js';

/** What people put before their name when they are asked for it. */
const INTRODUCTION = new RegExp(
  `^\\s*(?:(?:${oneOf('hellos')})[\\s,!.]+)?(?:${oneOf('introductions')})(?:\\s+|$)`,
  'iu',
);

function oneOf(part: 'hellos' | 'introductions'): string {
  return [...allWords(({ beforeName }) => beforeName[part])].join('|').replaceAll(' ', '\\s+');
}

/** Stay small inside a Brazilian name. */
const PARTICLES = /^(?:d[aeo]s?|e)$/;
/** UTF-16 units; a name of 80 characters and its introduction fit in twice over. */
const LONGEST_ANSWER = 1_000;

/** The name in an answer such as "Me chamo Joana Silva.", or null when nothing in it is a name. */
export function nameInAnswer(text: string): PersonName | null {
  const alone = text
    .slice(0, LONGEST_ANSWER)
    .replace(INTRODUCTION, '')
    .replace(/[\s!.,]{1,20}$/u, '');
  const name = parsePersonName(alone);
  if (!name.ok) return null;
  const written = parsePersonName(withCapitals(name.value));
  return written.ok ? written.value : name.value;
}

/** Phones in a hurry write "joana da silva"; any capital in it is taken as meant. */
function withCapitals(name: string): string {
  if (name !== name.toLowerCase()) return name;
  const words = name.split(' ');
  return words
    .map((word, index) => (index > 0 && PARTICLES.test(word) ? word : capitalized(word)))
    .join(' ');
}

function capitalized(word: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return first.toUpperCase() + word.slice(first.length);
}
