import { byEar } from '../by-ear.js';
import { lookUp } from '../lexicon.js';
import type { Said } from '../normalise.js';
import { isForAnother } from '../relatives.js';
import type { Situation } from '../situation.js';
import { saysItWasFine, saysItWasMe } from '../understand.js';
import { AGREEMENT } from '../words/agreement.js';
import { FIRST_NAMES } from '../words/first-names.js';
import { readKeeping } from './keeping.js';
import { isObject, namesActOf, tells } from './telling.js';

/** Longer sentences tell something, and agree to nothing. */
const LONGEST_YES = 12;
/** Words of a yes that are not known: what the reader is called. */
const STRANGE_WORDS = 1;
/** Where a yes cannot be taken back or locks somebody out, no word of it is strange. */
const GRAVE: ReadonlySet<Situation> = new Set(['deletion', 'block', 'endAll'] as const);
const LONGEST_WORD = 20;

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

const YES = setOf(AGREEMENT.yes);
const YES_BY_EAR = new Set([...YES].filter((word) => word.length > 4).map(byEar));
const PLAIN_YES = setOf(AGREEMENT.plainYes);
const CLEAR_YES = setOf(AGREEMENT.clearYes);
const THANKS = setOf(AGREEMENT.thanks);
const NO = setOf(AGREEMENT.no);
const HESITATES = setOf(AGREEMENT.hesitates);
const ADDRESSES = setOf(AGREEMENT.addresses);
const WISHES = setOf(AGREEMENT.wishes);
const KEEPS = setOf(AGREEMENT.keeps);
const AROUND = setOf(AGREEMENT.around);
const YES_PHRASES = AGREEMENT.yesPhrases.split('|');
const FIRM_NO_PHRASES = AGREEMENT.firmNoPhrases.split('|');
const NO_PHRASES = [...AGREEMENT.noPhrases.split('|'), ...FIRM_NO_PHRASES];
const TELLING_PHRASES = AGREEMENT.tellingPhrases.split('|');
const HESITATING_PHRASES = AGREEMENT.hesitatingPhrases.split('|');

/** The verbs that agree because they were asked for. */
const ASKED: Partial<Record<Situation, ReadonlySet<string>>> = {
  consent: setOf(AGREEMENT.asked.consent),
  deletion: setOf(AGREEMENT.asked.deletion),
  block: setOf(AGREEMENT.asked.block),
  endAll: setOf(AGREEMENT.asked.endAll),
};
/** "Aceito, manda o link" agrees; "manda o link" alone does not. */
const WHAT_COMES_NEXT: ReadonlySet<string> = new Set(['link', 'codigo', 'acesso']);
const NOTHING: ReadonlySet<string> = new Set();
/** "Isso, é meu número", "sim, sou eu": answer another question, that of another number. */
const TELLS_WHO = / (?:e|sao) (?:os? |as? )?(?:meus?|minhas?) | (?:sou|fui) eu /;
const SIGH = / (?:ne|,)(?: ,)? (?:fazer o que|que jeito|e o jeito) $/;
/** "Pode deixar guardado". */
const LEAVE_KEPT = / (?:deixar|deixa) (?:guardad[oa]s?|salv[oa]s?|registrad[oa]s?|ai guardado) /;
const PUT_OFF = / nao (?:agora|hoje|ainda|ja) | ainda nao /;

/** "Aceito, né, fazer o quê" agrees with a sigh, and "pode deixar guardado" to keeping it. */
function asMeant(said: Said): Said {
  const line = said.line.replace(SIGH, ' ').replace(LEAVE_KEPT, ' guardar ');
  if (line === said.line) return said;
  return { ...said, line, words: line.split(' ').filter((word) => word !== '' && word !== ',') };
}

/** "Apertei errado", "nunca pedi isso": a no, whatever else the words could be about. */
export function refusesFirmly({ line, asks }: Said): boolean {
  return !asks && FIRM_NO_PHRASES.some((phrase) => line.includes(` ${phrase} `));
}

/**
 * Reads a yes or a no to the question of this situation. They compose with the verb that was asked: "sim, pode apagar". A
 * negation anywhere vetoes: "pode bloquear não" is a no. A yes has nothing in it that is not known, but for what the reader is
 * called; "aceito, mas …", "isso apaga meus dados" and a question are none.
 * @returns null where it is neither
 */
export function readAgreement(said: Said, situation: Situation): 'yes' | 'no' | null {
  if (situation === 'keep') return readKeeping(said);
  const { words, line, asks } = situation === 'consent' ? asMeant(said) : said;
  const asked = ASKED[situation] ?? NOTHING;
  const has = (phrase: string): boolean => line.includes(` ${phrase} `);
  const number = words.find((word) => /^\d+$/.test(word));
  // "2 aceito": number and word disagree, and nothing was agreed to.
  const disagrees = (wanted: string): boolean => number !== undefined && number !== wanted;
  // "Sim, fui eu": the sign-in was theirs, and nothing is to be locked.
  if (situation === 'block' && (saysItWasMe(said) || saysItWasFine(said))) return 'no';
  if (situation === 'deletion' && words.some((word) => KEEPS.has(word))) return asks ? null : 'no';
  // "Meu nome não é …" refuses the name and not the question.
  if (situation === 'consent' && line.includes(' nome ')) return null;
  if (NO_PHRASES.some(has)) return disagrees('2') ? null : 'no';
  const hesitates = words.some((word) => HESITATES.has(word));
  // "Sim, mas não agora": what cannot be taken back waits.
  if (GRAVE.has(situation) && hesitates && !asks && words.includes('nao') && PUT_OFF.test(line))
    return 'no';
  if (HESITATING_PHRASES.some(has) || hesitates) return null;
  if (words.some((word) => NO.has(word))) return asks || disagrees('2') ? null : 'no';
  if (asks || disagrees('1') || words.length > LONGEST_YES || words.length === 0) return null;
  const isYes = (word: string): boolean =>
    YES.has(word) || (word.length < LONGEST_WORD && YES_BY_EAR.has(byEar(word)));
  const agreed = words.some((word) => isYes(word) || asked.has(word)) || YES_PHRASES.some(has);
  if (!agreed || TELLING_PHRASES.some(has)) return null;
  const namesAct = words.some((word) => asked.has(word)) || namesActOf(situation, words);
  // "Quero minha conta" wants something else than what was asked.
  const onlyWishes = words.every((word) => !isYes(word) || WISHES.has(word));
  if ((onlyWishes || GRAVE.has(situation)) && !namesAct && words.some(isObject)) return null;
  // "Apaga a da minha filha": somebody else's account.
  if (GRAVE.has(situation) && isForAnother(words)) return null;
  if (GRAVE.has(situation) && (tells(line, asked) || (!namesAct && TELLS_WHO.test(line))))
    return null;
  const isPlain = words.some((word) => PLAIN_YES.has(word) || asked.has(word));
  if (GRAVE.has(situation) && !isPlain && words.some((word) => THANKS.has(word))) return null;
  const strange = words.filter(
    (word) =>
      !isYes(word) &&
      !asked.has(word) &&
      !AROUND.has(word) &&
      !namesActOf(situation, [word]) &&
      !/^1$/.test(word),
  );
  const inPhrase = YES_PHRASES.filter(has).join(' ').split(' ');
  const left = strange.filter((word) => !inPhrase.includes(word));
  if (left.length === 0) return 'yes';
  // "Pode me explicar" and "isso é obrigatório" agree to nothing: a strange word needs a clear yes, and no meaning.
  const isClear = words.some((word) => CLEAR_YES.has(word));
  const unknown = left.filter((word) => !WHAT_COMES_NEXT.has(word));
  const isCalled = (word: string): boolean =>
    FIRST_NAMES.has(word) || ADDRESSES.has(words[words.indexOf(word) - 1] ?? '');
  const isNear =
    unknown.length <= STRANGE_WORDS &&
    unknown.every(isCalled) &&
    lookUp({ words: unknown }).meanings.size === 0;
  return isClear && isNear && !GRAVE.has(situation) ? 'yes' : null;
}
