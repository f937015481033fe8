import { account } from './words/pt-br-account.js';

const RELATIVES = new Set((account['relative']?.words ?? '').split(' '));
/** Also said to whoever reads: "obrigada minha filha". These are somebody else only behind a word such as "da". */
const ADDRESSED = new Set([
  'filho',
  'filha',
  'amigo',
  'amiga',
  'chefe',
  'patrao',
  'patroa',
  'pai',
  'mae',
]);
const MINE = new Set(['meu', 'minha', 'meus', 'minhas']);
const TOWARDS = new Set([
  'do',
  'da',
  'de',
  'dos',
  'das',
  'pro',
  'pra',
  'para',
  'pela',
  'pelo',
  'a',
  'o',
  'cadastrar',
  'esse',
  'e',
]);
/** What a relative does: "minha mãe quer entrar". */
const DOES = new Set([
  'quer',
  'precisa',
  'nao',
  'usa',
  'perdeu',
  'tem',
  'ta',
  'esta',
  'consegue',
  'vai',
  'disse',
  'falou',
]);

/** Whether somebody of the family, or another person near, is spoken of and not addressed. */
export function findRelative(words: readonly string[]): boolean {
  return words.some((word, at) => {
    if (!RELATIVES.has(word)) return false;
    const before = words[at - 1] ?? '';
    if (!MINE.has(before) && !/^(?:sua|seu|da|do|dele|dela)$/.test(before)) return false;
    if (!ADDRESSED.has(word)) return true;
    return TOWARDS.has(words[at - 2] ?? '') || DOES.has(words[at + 1] ?? '');
  });
}
