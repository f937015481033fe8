import { readAgreement } from '../../understanding/answers/agreement.js';
import type { Said } from '../../understanding/normalise.js';

const IS_MINE =
  / (?:(?:esse|este) )?e (?:o )?(?:meu novo(?: (?:numero|telefone|celular|chip|whatsapp))?|meu (?:numero|telefone|celular|chip|whatsapp) (?:novo|agora)) /;
/** What was asked, said with the yes. */
const MOVES = / (?:pode )?(?:trocar|troca|troque|mudar|passar) /;
/** What says yes beside it; "isso" and "pode" are said in too many other sentences. */
const SAYS_YES = new Set('sim claro confirmo autorizo positivo exato yes'.split(' '));

/** "É meu número novo, sim": what is said beside it agrees, and neither asks, refuses nor hesitates. */
export function agreesToNewNumber(said: Said): boolean {
  if (!IS_MINE.test(said.line)) return false;
  const line = said.line.replace(IS_MINE, ' , ').replace(MOVES, ' pode ');
  const words = line.split(' ').filter((word) => word !== '' && word !== ',');
  const agrees = words.some((word) => SAYS_YES.has(word));
  return agrees && readAgreement({ ...said, words, line }, 'confirm') === 'yes';
}
