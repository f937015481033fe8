import { plainText } from '#src/domain/plain-text.js';
import { allWords, FILLERS } from '../commands/command-words.js';
import { wordsOf } from '../commands/read-command.js';

/** UTF-16 units; "o número que aparece na tela é o 47" is a third of it. */
const LONGEST_ANSWER = 120;
const AROUND_A_NUMBER = allWords(({ aroundNumber }) => aroundNumber);
const SESSION_TO_END = new RegExp(
  `^(?:(?:${oneOf('before')}) )?(?:${oneOf('verbs')})(?: (?:${oneOf('beforeNumber')}))* ([1-9]\\d?)$`,
);

function oneOf(part: 'before' | 'verbs' | 'beforeNumber'): string {
  return [...allWords(({ endSession }) => endSession[part])].join('|');
}

/** The two-digit number in an answer such as "é o 47", or null: "47 anos" and "12/10" are none. */
export function readTwoDigits(text: string): number | null {
  if (text.length > LONGEST_ANSWER) return null;
  const words = wordsOf(plainText(text)).filter(
    (word) => !FILLERS.has(word) && !AROUND_A_NUMBER.has(word),
  );
  const [word, ...more] = words;
  return word !== undefined && more.length === 0 && /^\d{2}$/.test(word) ? Number(word) : null;
}

/** Which session of the list "encerrar 2" means, or null. */
export function readSessionToEnd(text: string): number | null {
  if (text.length > LONGEST_ANSWER) return null;
  const found = SESSION_TO_END.exec(wordsOf(plainText(text)).join(' '));
  return found ? Number(found[1]) : null;
}
