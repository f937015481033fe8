import { FIRST_NAMES } from './words/first-names.js';
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
/** Who said something is not who it is for: "meu neto disse que …". */
const TOLD = new Set(['disse', 'falou', 'mandou', 'pediu', 'avisou', 'me', 'acha']);
/** Words behind the relative. */
const TOLD_WITHIN = 4;
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
]);

/** Whether somebody of the family, or another person near, is spoken of and not addressed. */
export function findRelative(words: readonly string[]): boolean {
  return words.some((word, at) => {
    if (isNamed(words, at)) return true;
    if (!RELATIVES.has(word)) return false;
    const before = words[at - 1] ?? '';
    // "Meu neto disse que …", "minha irmã usa e falou que …".
    if (words.slice(at + 1, at + TOLD_WITHIN).some((next) => TOLD.has(next))) return false;
    if (!MINE.has(before) && !/^(?:sua|seu|da|do|dele|dela)$/.test(before)) return false;
    if (DEVICES.has(words[at - 3] ?? '')) return false;
    if (!ADDRESSED.has(word)) return true;
    return TOWARDS.has(words[at - 2] ?? '') || DOES.has(words[at + 1] ?? '');
  });
}

const OF_WHOM = /^(?:d[aoe]|pr[ao]|para)$/;
/** Of somebody else, and used for the own account: "pelo celular da minha mãe". */
const DEVICES = new Set(
  'celular telefone aparelho computador pc notebook tablet casa wifi internet'.split(' '),
);

/** Stand for a name. */
const SOMEBODY = new Set('fulano fulana ciclano ciclana sicrano beltrano'.split(' '));

/** "Do João", "pra Maria", "do fulano", "daquele moço". */
function isNamed(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  if (word === 'daquele' || word === 'daquela') return true;
  return (FIRST_NAMES.has(word) || SOMEBODY.has(word)) && OF_WHOM.test(words[at - 1] ?? '');
}

/** Whether the word names somebody of the family, or another person near. */
export function isRelative(word: string): boolean {
  return RELATIVES.has(word);
}

/** What they do or need, and the one who is spoken to would not: "minha tia perdeu a senha". */
const THEY_DO = new Set(
  'perdeu esqueceu quer queria precisa consegue conseguiu lembra recebeu'.split(' '),
);

/** Whether a relative wants, lost or cannot do something: it is about their account. */
export function doesForThemselves(words: readonly string[]): boolean {
  return words.some((word, at) => {
    if (!RELATIVES.has(word) || !MINE.has(words[at - 1] ?? '')) return false;
    if (words.slice(at + 1, at + TOLD_WITHIN).some((one) => TOLD.has(one))) return false;
    const [next = '', second = ''] = words.slice(at + 1, at + 3).filter((one) => one !== 'so');
    return THEY_DO.has(next === 'nao' ? second : next);
  });
}

/** What is locked; with one of them a relative is only who is spoken to: "bloqueia minha conta, meu filho". */
const OWN = new Set('conta acesso tudo perfil cadastro login numero'.split(' '));

/** "Bloquear, minha filha": the daughter's account, or the reader is called so. */
export function mayBeOfKin(words: readonly string[]): boolean {
  if (words.some((word) => OWN.has(word))) return false;
  return words.some(
    (word, at) =>
      RELATIVES.has(word) && /^(?:d[aeo]|meus?|minhas?|sua|seu)$/.test(words[at - 1] ?? ''),
  );
}

/**
 * Whether something is asked for another person: "o link pro meu filho", "a conta da Cláudia", "a senha dela".
 * @param evenDevices their phone is theirs, too; otherwise it is used for the own account
 */
export function isForAnother(words: readonly string[], { evenDevices = false } = {}): boolean {
  const isDevice = (word = ''): boolean => !evenDevices && DEVICES.has(word);
  return words.some((word, at) => {
    if (isNamed(words, at)) return !isDevice(words[at - 2]);
    if (word === 'dele' || word === 'dela')
      return /^(?:conta|senha|acesso|cadastro|login|link|codigo)$/.test(words[at - 1] ?? '');
    if (!RELATIVES.has(word) || !MINE.has(words[at - 1] ?? '')) return false;
    return OF_WHOM.test(words[at - 2] ?? '') && !isDevice(words[at - 3]);
  });
}
