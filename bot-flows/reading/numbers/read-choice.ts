import { normalise } from '../../understanding/normalise.js';
import type { Situation } from '../../understanding/situation.js';

/** What may stand around the number of a menu: "quero a opção 1, por favor". */
const AROUND = new Set(
  'quero queria escolho vou de na no a o opcao numero item por favor essa esse e opcoes the option number please'.split(
    ' ',
  ),
);
const ORDINALS: Readonly<Record<string, number>> = {
  ...{ um: 1, uma: 1, primeiro: 1, primeira: 1, one: 1, first: 1 },
  ...{ dois: 2, duas: 2, segundo: 2, segunda: 2, two: 2, second: 2 },
  ...{ tres: 3, terceiro: 3, terceira: 3, three: 3, third: 3, quatro: 4, quarto: 4, quarta: 4 },
};

/** "O meu é o 1" tells which of several numbers is theirs, and ends no session. */
const MINE = new Set(['meu', 'minha', 'mine', 'my']);
/** "No 1" refuses in English; "vou no 1" chooses. */
const REFUSES = 'no';

/** The number of a menu in an answer such as "a primeira opção", or null. */
export function readChoice(text: string, situation: Situation): number | null {
  const { words, asks } = normalise(text);
  if ((asks && situation !== 'menu') || words[0] === REFUSES) return null;
  const numbers = words.flatMap((word) =>
    /^[1-9]$/.test(word)
      ? [Number(word)]
      : Object.hasOwn(ORDINALS, word)
        ? [ORDINALS[word] ?? 0]
        : [],
  );
  const mayStand = (word: string): boolean =>
    AROUND.has(word) || (situation === 'choosing' && MINE.has(word));
  const rest = words.filter(
    (word) => !mayStand(word) && !/^[1-9]$/.test(word) && !Object.hasOwn(ORDINALS, word),
  );
  const [number, ...more] = numbers;
  return number !== undefined && more.length === 0 && rest.length === 0 ? number : null;
}
