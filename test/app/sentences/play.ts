import { CONTEXTS } from './contexts.js';
import type { Context, Sentence } from './sentence.js';
import type { Actor, Saying, SentenceStage } from './stage.js';

const DIGITS = 'zero um dois três quatro cinco seis sete oito nove'.split(' ');
/** A page shows two digits. */
const NUMBERS = 100;

export interface Played {
  readonly sentence: Sentence;
  readonly told: readonly Saying[];
  /** What the bot had said last before. */
  readonly before: Saying | undefined;
}

/** Says every sentence in its context, each by a person of its own. */
export async function playSentences(
  stage: SentenceStage,
  sentences: readonly Sentence[],
): Promise<readonly Played[]> {
  const played: Played[] = [];
  for (const context of Object.keys(CONTEXTS) as Context[]) {
    const here = sentences.filter((sentence) => sentence.context === context);
    if (here.length > 0) played.push(...(await playIn(stage, context, here)));
  }
  return played;
}

async function playIn(
  stage: SentenceStage,
  context: Context,
  sentences: readonly Sentence[],
): Promise<readonly Played[]> {
  const { who, bring } = CONTEXTS[context];
  const actors: Actor[] = [];
  while (actors.length < sentences.length) actors.push(await stage[who]());
  await bring?.(stage, actors);
  const before = actors.map((actor) => stage.told(actor).at(-1));
  for (const [at, { text }] of sentences.entries()) {
    const actor = actors[at];
    if (actor === undefined) continue;
    const offered = /\d\d/g;
    const choices = (before[at]?.text.split('\n')[1]?.match(offered) ?? []).map(Number);
    await stage.hear(actor, spell(text, actor, choices).split(' ⏎ '));
  }
  await stage.settle();
  return sentences.map((sentence, at) => {
    const actor = actors[at];
    const told = actor === undefined ? [] : stage.told(actor);
    return { sentence, told, before: before[at] };
  });
}

/** Puts this person's numbers into the sentence. */
function spell(text: string, { taxId, onScreen }: Actor, choices: readonly number[]): string {
  const cpf: string = taxId;
  const group = (one: string, last: string): string =>
    cpf.replace(/(...)(...)(...)(..)/, `$1${one}$2${one}$3${last}$4`);
  const wrong = `${cpf.slice(0, 10)}${(Number(cpf[10]) + 1) % 10}`;
  const inWords = Array.from(cpf, (digit) => DIGITS[Number(digit)]).join(' ');
  const outside = Array.from({ length: NUMBERS }, (_, at) => at).find(
    (number) => number > 9 && !choices.includes(number),
  );
  return text
    .replaceAll('{cpf}', cpf)
    .replaceAll('{cpf.}', group('.', '-'))
    .replaceAll('{cpf_}', group(' ', ' '))
    .replaceAll('{cpf!}', wrong)
    .replaceAll('{cpfwords}', inWords)
    .replaceAll('{certo}', String(onScreen).padStart(2, '0'))
    .replaceAll('{fora}', String(outside));
}
