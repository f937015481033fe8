import { lookUp } from '../../understanding/lexicon.js';
import type { Said } from '../../understanding/normalise.js';
import { FILLERS } from '../../understanding/words/pt-br-spelling.js';

/** What may be said beside "bloqueia" for it to mean this account. */
const BESIDE_BLOCK: ReadonlySet<string> = new Set([
  ...['block', 'lock', 'account', 'everything', 'everywhere', 'enter', 'want', 'can', 'hacked'],
  ...[
    'intrude',
    'stranger',
    'person',
    'steal',
    'help',
    'greet',
    'thanks',
    'it',
    'victim',
    'precaution',
  ],
]);
/** Somebody did something: only beside it may another person be named. */
const HAPPENED = ['hacked', 'intrude', 'steal', 'victim'];
/** What was taken, or how: only beside what happened are they about this account. */
const TAKEN = new Set(['password', 'scam']);
/** Said around other things without changing them, and doubtful here: a time, a plan, a condition, somebody else. */
const DOUBTFUL = new Set(
  `depois antes amanha ontem quando se acho creio vai vamos ir era foi fui ser te lhe ele ela nos desde ate sobre tipo meio nem
  ou nunca faz fiz ter tem tenho estou esta estava estao da dar deu menos porque pq conseguir`
    .trim()
    .split(/\s+/),
);
/** Nothing has happened yet: "se me roubarem, bloqueia". */
const IF = new Set(['se', 'caso', 'quando', 'antes']);
/** "Minha conta trava", "bloqueio vocês", "estou bloqueando". */
const TELLS =
  / (?:conta|acesso|perfil) (?:trava|tranca|bloqueia|congela|suspende) | (?:bloque|trav|tranc|congel|block|lock)\w* (?:voce|voces|you|him|her|them) |(?:bloquea|trava|tranca|congela|suspende)ndo /;

/**
 * Said, and not only concluded from what happened ("fui hackeado"), now and of nothing else: "meu celular trava muito",
 * "bloqueia esse contato" and "antes de bloquear" are asked back.
 */
export function saysBlock({ words, line }: Said): boolean {
  const whole = lookUp({ words });
  const { meanings } = lookUp({ words: words.filter((word) => !FILLERS.includes(word)) });
  const hasHappened =
    HAPPENED.some((meaning) => meanings.has(meaning)) || whole.meanings.has('victim');
  const isAlone = [...meanings.keys()].every(
    (meaning) => BESIDE_BLOCK.has(meaning) || (hasHappened && TAKEN.has(meaning)),
  );
  if (meanings.get('block') !== true || whole.known < 1 || !isAlone) return false;
  if (hasHappened) return !words.some((word) => IF.has(word));
  const isOfOthers = meanings.has('stranger') || meanings.has('person');
  return !isOfOthers && !TELLS.test(line) && !words.some((word) => DOUBTFUL.has(word));
}
