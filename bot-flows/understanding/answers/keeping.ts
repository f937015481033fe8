import type { Said } from '../normalise.js';
import { AGREEMENT } from '../words/agreement.js';
import { KEEPING } from '../words/keeping.js';
import { isNegated } from './refusal.js';

/** Longer sentences tell something, and answer nothing. */
const LONGEST_ANSWER = 14;
const CANCELS = /^(?:cancel|desfa[zc]|undo|revert)/;
const DELETES = /^(?:apag|exclu|delet|elimin|remov|encerr|eras)/;

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

const KEEPS = setOf(`${AGREEMENT.keeps} ${KEEPING.keeps}`);
const WANTS = setOf(KEEPING.wants);
const ACCOUNT = setOf(KEEPING.account);
const DELETION = setOf(KEEPING.deletion);
const FIRM_YES = setOf(KEEPING.firmYes);
const YES = setOf(`${KEEPING.firmYes} ${KEEPING.yes}`);
const NO = setOf(KEEPING.no);
const AROUND = setOf(`${AGREEMENT.around} ${KEEPING.around}`);
const KNOWN = new Set([...AROUND, ...KEEPS, ...WANTS, ...DELETION, ...YES, ...NO]);
const HESITATING = AGREEMENT.hesitatingPhrases.split('|');

type Answer = 'yes' | 'no';

function contrary(answer: Answer): Answer {
  return answer === 'yes' ? 'no' : 'yes';
}

/**
 * Reads the answer to "your account is marked for deletion: cancel that, and keep it?". A "cancela" and a "não apague" keep
 * it, an "apaga" and a "não cancela" do not. What says both, asks, hesitates, speaks of something else or only stops
 * ("esquece") is neither.
 */
export function readKeeping({ words, line, asks }: Said): Answer | null {
  if (asks || words.length === 0 || words.length > LONGEST_ANSWER) return null;
  if (!words.every((word) => KNOWN.has(word) || isAct(word))) return null;
  if (HESITATING.some((phrase) => line.includes(` ${phrase} `))) return null;
  const clauses = line
    .split(',')
    .map((clause) => clause.split(' ').filter((word) => word !== ''))
    .flatMap(withoutFirstYes);
  const cancels = words.some((word) => CANCELS.test(word));
  const [answer, ...others] = new Set([
    ...clauses.flatMap((clause) => answersOf(clause, cancels)),
    // "1 não": number and word disagree.
    ...words.flatMap((word) => (word === '1' ? ['yes'] : word === '2' ? ['no'] : [])),
  ]);
  if (others.length > 0) return null;
  return answer === 'yes' || answer === 'no' ? answer : null;
}

function isAct(word: string): boolean {
  return CANCELS.test(word) || isDeleting(word) || word.startsWith('desist');
}

function isDeleting(word: string): boolean {
  return DELETES.test(word) && !DELETION.has(word);
}

/** "Sim cancela" says two things. */
function withoutFirstYes(clause: readonly string[]): readonly (readonly string[])[] {
  const [first = '', ...rest] = clause;
  const saysMore = rest.some((word) => isAct(word) || KEEPS.has(word));
  return FIRM_YES.has(first) && saysMore ? [[first], rest] : [clause];
}

/**
 * What one part of a sentence answers; none: it is only polite.
 * @param isCancelled another part may say that the deletion named in this one is cancelled
 */
function answersOf(
  clause: readonly string[],
  isCancelled: boolean,
): readonly (Answer | 'unclear')[] {
  const about = (test: (word: string) => boolean): Answer | null => {
    const at = clause.findIndex(test);
    if (at < 0) return null;
    return isNegated(clause, at) ? 'no' : 'yes';
  };
  // "Não pode apagar" and "não, pode apagar" are written alike.
  if (/^nao podem? /.test(clause.join(' '))) return ['unclear'];
  const has = (set: ReadonlySet<string>): boolean => clause.some((word) => set.has(word));
  const cancels = about((word) => CANCELS.test(word));
  const deletes = about(isDeleting);
  const givesUp = about((word) => word.startsWith('desist'));
  // "Desisto de apagar" and "desisto de cancelar".
  if (givesUp !== null) {
    const deletion = deletes !== null || (cancels === null && has(DELETION));
    if (givesUp === 'no' || (cancels !== null) === deletion) return ['unclear'];
    return [deletion ? 'yes' : 'no'];
  }
  if (cancels !== null) {
    // "Cancela e apaga" says both, and "cancela minha conta" is a deletion in other words.
    if (deletes !== null || (!has(DELETION) && has(ACCOUNT))) return ['unclear'];
    return [cancels];
  }
  if (deletes !== null) return [contrary(deletes)];
  if (has(DELETION)) return isCancelled ? [] : ['unclear'];
  const keeps = about((word) => KEEPS.has(word));
  if (keeps !== null) return [keeps];
  const wants = about((word) => WANTS.has(word));
  if (wants !== null && has(ACCOUNT)) return [wants];
  if (has(NO)) return has(YES) ? ['unclear'] : ['no'];
  return has(YES) ? ['yes'] : [];
}
