import type { Said } from '../normalise.js';
import { ACCESS_REFUSAL } from '../words/access-refusal.js';

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

const NO = setOf(ACCESS_REFUSAL.no);
const SENDS = setOf(ACCESS_REFUSAL.sends);
const THINGS = setOf(ACCESS_REFUSAL.things);
const ENTERS = setOf(ACCESS_REFUSAL.enters);
const NEEDS = setOf(ACCESS_REFUSAL.needs);
const BETWEEN = setOf(ACCESS_REFUSAL.between);
const WHO = setOf(ACCESS_REFUSAL.who);
const POLITE = setOf(ACCESS_REFUSAL.polite);
const WITHOUT = setOf(ACCESS_REFUSAL.without);
const ORDERS = setOf(ACCESS_REFUSAL.orders);
const ENOUGH = setOf(ACCESS_REFUSAL.enough);
const ENOUGH_OF = setOf(ACCESS_REFUSAL.enoughOf);
const SENDING_NOT = /(?:^| )(?:manda|mande|envia|envie)(?: \S+){0,3}(?<! ou) nao$/;

/** "Não precisa mandar o código", "no link please", and no other part of the sentence asks for one. */
export function refusesAccess({ line }: Said): boolean {
  const clauses = clausesOf(line);
  const isRefused = (clause: readonly string[]): boolean =>
    refusesSending(clause) ||
    hasEnough(clause) ||
    SENDING_NOT.test(clause.join(' ')) ||
    isPoliteNo(clause);
  return (
    (clauses.some(isRefused) || isPoliteNo(clauses.flat())) &&
    !clauses.some((clause) => !isRefused(clause) && asksFor(clause))
  );
}

/** The parts of a sentence; one that ends in "não quero" goes on in the next message. */
function clausesOf(line: string): readonly (readonly string[])[] {
  return line
    .replace(/ ((?:nao|don t|dont|not) (?:quero|preciso|want|need)(?: mais| de)?) , /g, ' $1 ')
    .split(',')
    .map((clause) => clause.split(' ').filter((word) => word !== ''))
    .filter((clause) => clause.length > 0);
}

/**
 * A negation that reaches the sending, or the thing that is wanted: "não me manda mais link". "Você não manda o link" and
 * "por que não manda" complain that none came.
 */
function refusesSending(clause: readonly string[]): boolean {
  return clause.some((word, at) => {
    if (!NO.has(word) || clause.slice(0, at).some((before) => WHO.has(before))) return false;
    const behind = clause.slice(at + 1);
    const end = behind.findIndex((next) => !BETWEEN.has(next) && !NEEDS.has(next));
    const reached = end < 0 ? '' : (behind[end] ?? '');
    if (SENDS.has(reached)) return true;
    const needs = behind.slice(0, Math.max(end, 0)).some((next) => NEEDS.has(next));
    return needs && (THINGS.has(reached) || ENTERS.has(reached));
  });
}

/** "Chega de código", "para de me mandar link", "stop sending links". */
function hasEnough(clause: readonly string[]): boolean {
  return clause.some((word, at) => {
    // "Não chega código" and "código para acesso" are another thing.
    if (!ENOUGH.has(word) && !(ENOUGH_OF.has(word) && clause[at + 1] === 'de')) return false;
    const reached = clause.slice(at + 1).find((next) => !BETWEEN.has(next)) ?? '';
    return SENDS.has(reached) || THINGS.has(reached);
  });
}

/** Nothing but a "no" to link or code: "sem link por favor", "link não", "no more codes". */
function isPoliteNo(clause: readonly string[]): boolean {
  const isOnlyThat = clause.every(
    (word) =>
      THINGS.has(word) ||
      POLITE.has(word) ||
      BETWEEN.has(word) ||
      NO.has(word) ||
      WITHOUT.has(word),
  );
  if (!isOnlyThat) return false;
  const [first = '', second = ''] = clause.filter((word) => !BETWEEN.has(word) || word === 'no');
  if (THINGS.has(first) && second === 'nao') return true;
  // "Sem link" alone may say that none came, and "no link" is also "on the link".
  const isPolite = clause.some((word) => POLITE.has(word));
  return isPolite && WITHOUT.has(first) && clause.some((word) => THINGS.has(word));
}

function asksFor(clause: readonly string[]): boolean {
  if (clause.some((word) => NO.has(word))) return false;
  const isWanted = clause.some((word) => NEEDS.has(word));
  return (
    clause.some((word) => ORDERS.has(word)) ||
    (isWanted && clause.some((word) => THINGS.has(word) || ENTERS.has(word)))
  );
}
