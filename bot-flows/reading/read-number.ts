import { plainText } from '#src/domain/plain-text.js';
import { FILLERS } from './command-words.js';
import { wordsOf } from './read-command.js';

/** UTF-16 units; "o número que aparece na tela é o 47" is a third of it. */
const LONGEST_ANSWER = 120;
const AROUND_A_NUMBER: ReadonlySet<string> = new Set([
  ...['e', 'eh', 'numero', 'aparece', 'apareceu', 'tela', 'ta', 'esta', 'mostra', 'acho'],
  ...['it', 's', 'is', 'number', 'screen', 'shows', 'says', 'on'],
]);
const SESSION_TO_END =
  /^(?:quero )?(?:encerrar|encerra|encerre|sair|sai|desconectar|desconecta|remover|end|close)(?: (?:o|a|do|da|de|numero|acesso|sessao|aparelho|session|number))* ([1-9]\d?)$/;

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
