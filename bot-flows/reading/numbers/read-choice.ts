import { normalise } from '../../understanding/normalise.js';

/** What may stand around the number of a menu: "quero a opção 1, por favor". */
const AROUND = new Set(
  'quero queria escolho vou de na no a o opcao numero item por favor essa esse e opcoes meu minha the option number please'.split(
    ' ',
  ),
);
const ORDINALS: Readonly<Record<string, number>> = {
  ...{ um: 1, uma: 1, primeiro: 1, primeira: 1, one: 1, first: 1 },
  ...{ dois: 2, duas: 2, segundo: 2, segunda: 2, two: 2, second: 2 },
  ...{ tres: 3, terceiro: 3, terceira: 3, three: 3, third: 3, quatro: 4, quarto: 4, quarta: 4 },
};

/** The number of a menu in an answer such as "a primeira opção", or null. */
export function readChoice(text: string): number | null {
  const { words } = normalise(text);
  const numbers = words.flatMap((word) =>
    /^[1-9]$/.test(word)
      ? [Number(word)]
      : Object.hasOwn(ORDINALS, word)
        ? [ORDINALS[word] ?? 0]
        : [],
  );
  const rest = words.filter(
    (word) => !AROUND.has(word) && !/^[1-9]$/.test(word) && !Object.hasOwn(ORDINALS, word),
  );
  const [number, ...more] = numbers;
  return number !== undefined && more.length === 0 && rest.length === 0 ? number : null;
}
