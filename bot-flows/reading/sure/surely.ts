import type { Said } from '../../understanding/normalise.js';
import { mayBeOfKin } from '../../understanding/relatives.js';
import type { Situation } from '../../understanding/situation.js';
import type { PersonEvent } from '../chart-event.js';

/** Where no question of the bot waits for a yes or a no, so that a message may answer what another number asked for. */
const AT_REST: ReadonlySet<Situation> = new Set([
  ...(['rest', 'afterAccess', 'menu', 'leaving'] as const),
]);

export function isAtRest(situation: Situation): boolean {
  return AT_REST.has(situation);
}

/**
 * The words of a command in a sentence that asks, tells of a plan or stops: "pra que trocar", "dá pra bloquear", "vou trocar",
 * "para de bloquear", "no block". "Quero que bloqueie" is none.
 */
const ASKS_OR_TELLS =
  / (?:como|posso|fazer|faco|vou|no|quem|qual|quando|porque|sera|se|how|what|why|when|who|should) | (?:do|does|did) (?:i|you|we|it) | da (?:pra|para) | (?:pra|para) de |(?<! (?:quero|queria|preciso|gostaria|favor)) que /;
/** "Quem disse que fui eu", "fui eu ou não", "acho que fui eu". */
const UNSURE_OF_ME =
  / (?:se|ou|sera|porque|talvez|acho|creio|duvido|mentira|brincadeira|disse|dizem|diz|falou) | (?:o|por|pra|para) que /;
/** The question is another one: "como assim, não foi você? fui eu sim". */
const SURE_OF_ME = / (?:fui|foi|era|sou)(?: eu)? (?:sim|mesm[oa]) (?:k+ |(?:rs)+ )?$/;
/** "Não, fui eu" means the contrary of "não fui eu", and is written for it. */
const NO_THEN_ME =
  / (?:nao|no) (?:, )+(?:eu )?(?:(?:fui|foi|era|sou) eu|(?:it|that) was me) (?!sim |mesm[oa] )/;
const REASSURES = / nao se (?:preocupe|preocupa|preocupem) /;
/** "Não fui eu, brincadeira". */
const TAKES_BACK =
  / (?:brincadeira|brincando|mentira|zueira|zoeira|kidding|joking) | (?:disse|falou) que nao /;
const OFFERS_BLOCK = { type: 'offer', wish: 'block' } as const;

/** Whether it cannot be told if it was them: "não, fui eu". */
export function mayBeMe({ line }: Said): boolean {
  return NO_THEN_ME.test(line);
}

export function asksOrTells({ words, asks }: Said): boolean {
  return asks || ASKS_OR_TELLS.test(` ${words.join(' ')} `);
}

/**
 * What moves or locks an account or ends a session, only where it is said and not asked: the question is put again otherwise; null where another one
 * stands, which is put again then.
 */
export function surely(event: PersonEvent, said: Said, situation: Situation): PersonEvent | null {
  const { type } = event;
  if ((type === 'notMe' || type === 'wasMe') && mayBeMe(said)) {
    if (isAtRest(situation)) return OFFERS_BLOCK;
    return situation === 'block' ? { type: 'no' } : null;
  }
  if (type === 'notMe' && isUnsureOfOther(said)) return isAtRest(situation) ? OFFERS_BLOCK : null;
  if (type === 'block') {
    return asksOrTells(said) || mayBeOfKin(said.words) ? OFFERS_BLOCK : event;
  }
  if (type === 'choice' && said.asks && situation !== 'menu') {
    return isAtRest(situation) ? event : null;
  }
  if (type === 'endSession' && said.asks) return isAtRest(situation) ? { type: 'sessions' } : null;
  if (type === 'confirmNumberChange' && asksOrTells(said)) {
    return isAtRest(situation) ? { type: 'doubtsNumberChange' } : null;
  }
  if (type === 'wasMe' && isAtRest(situation) && isUnsureOfMe(said)) return { type: 'sessions' };
  return event;
}

function isUnsureOfMe({ words, asks, endsAsking }: Said): boolean {
  const line = ` ${words.join(' ')} `.replace(REASSURES, ' ');
  const isAsked = endsAsking || (asks && !SURE_OF_ME.test(line));
  return isAsked || UNSURE_OF_ME.test(line);
}

/** "Não fui eu?", and not "não fui eu, quem foi?". */
function isUnsureOfOther({ line, endsAsking }: Said): boolean {
  const last = line.split(',').findLast((clause) => clause.trim() !== '') ?? '';
  return (
    (endsAsking && / (?:eu|me)(?: (?:nao|mesm[oa]|ne|hein|certo|viu))* $/.test(last)) ||
    TAKES_BACK.test(line)
  );
}
