import { plainText } from '#src/domain/plain-text.js';
import { allWords } from './command-words.js';
import { wordsOf } from './read-command.js';

/** UTF-16 units that are read. */
const LONGEST_TEXT = 500;

const INSULTS = [...allWords(({ insults }) => insults)];

/** Whether a text insults its reader, in the words of any language. */
export function readsAsInsult(text: string): boolean {
  const said = ` ${wordsOf(plainText(text.slice(0, LONGEST_TEXT))).join(' ')} `;
  return INSULTS.some((insult) => said.includes(` ${insult} `));
}
