import { normalise } from '../../understanding/normalise.js';
import { readSpoken } from '../../understanding/number-words.js';

/** UTF-16 units; "o número que aparece na tela é o 47" is a third of it. */
const LONGEST_ANSWER = 120;
/** What people say around the number that they see, in Portuguese and English. */
const AROUND = new Set(
  `e o a um eu mim pra para da do de na em com por favor gentileza que acho creio confirmo certeza claro sim isso exato certo ok
  numero codigo opcao tela pagina site pc computador notebook laptop monitor celular aparece apareceu aparecendo mostra mostrou
  mostrando deu veio tem vejo vi vendo escrito esta estou foi grande so aqui ai la agora ja esse este ne viu primeiro segundo
  terceiro meio ultimo escolho meu minha filho filha moco moca senhor senhora amigo amiga querido querida jovem mano cara oi ola
  bom boa dia tarde noite obrigado obrigada valeu no
  the number is it s that i see think on my screen page computer shows show says here yes sure please thanks thank you hi hello`
    .trim()
    .split(/\s+/),
);
/**
 * Known words that ask or refuse: "que 47", "o que é 47", "no 47", "is it 47". What appears is told: "que aparece", "no pc".
 */
const ASKS_OR_REFUSES =
  / que (?!(?:aparece|apareceu|esta|mostra|mostrou|deu|veio|tem|vejo|vi) )(?<! (?:acho|creio|confirmo) que )|^ que | no (?!(?:meu|pc|computador|notebook|laptop|monitor|celular|site) )| is (?:it|that) /;

/**
 * The number of two digits in an answer to the question for it, in digits or in words. Only words that are said around such
 * a number may stand beside it: it approves a page, and "o 47 tá errado", "quem pôs 47" and "47 anos" do not.
 */
export function readScreenNumber(text: string): number | null {
  if (text.length > LONGEST_ANSWER) return null;
  const { words, asks } = normalise(text);
  const found = readDigits(words) ?? readSpoken(words);
  if (asks || found === null) return null;
  const isPlain = found.around.every((word) => AROUND.has(word));
  return isPlain && !ASKS_OR_REFUSES.test(` ${words.join(' ')} `) ? found.number : null;
}

/** The only number in a text, if it has two digits; the same one may be said twice. */
function readDigits(words: readonly string[]) {
  const numbers = new Set(words.filter((word) => /\d/.test(word)));
  const [number = '', ...more] = numbers;
  if (more.length > 0 || !/^\d{2}$/.test(number)) return null;
  return { number: Number(number), around: words.filter((word) => word !== number) };
}
