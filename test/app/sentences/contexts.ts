import type { Context } from './sentence.js';
import { MINUTE_MS, type Actor, type SentenceStage } from './stage.js';

const DAY_MS = 24 * 60 * MINUTE_MS;
/** Six messages that mean nothing: the bot stops answering at the fifth. */
const NONSENSE = ['fsdfsd', 'qwrtp', 'zxcvb', 'hjklç', 'dfgdfg', 'bvcxz'];

/** Brings all of them to where the sentence is said. */
type Bring = (stage: SentenceStage, actors: readonly Actor[]) => Promise<void>;

interface Preparation {
  readonly who: 'newcomer' | 'known';
  readonly bring?: Bring;
}

/** Everybody writes, and everybody is answered. */
async function all(
  stage: SentenceStage,
  actors: readonly Actor[],
  write: (actor: Actor, number: number) => string | Promise<string>,
): Promise<void> {
  for (const [number, actor] of actors.entries()) {
    await stage.hear(actor, [await write(actor, number)]);
  }
  await stage.settle();
}

function after(...texts: readonly ((actor: Actor) => string)[]): Bring {
  return async (stage, actors) => {
    for (const text of texts) await all(stage, actors, text);
  };
}

function addressOf(number: number): string {
  return `10.${number >> 8}.${number & 255}.1`;
}

const entering = () => 'entrar';
const greeting = () => 'oi';
const taxIdOf = ({ taxId }: Actor) => taxId;

/** How each context comes to be true. */
export const CONTEXTS: Readonly<Record<Context, Preparation>> = {
  newcomer: { who: 'newcomer' },
  known: {
    who: 'known',
    bring: async (stage, actors) => {
      await all(stage, actors, entering);
      await stage.pass(DAY_MS);
    },
  },
  'asked-cpf': { who: 'newcomer', bring: after(greeting) },
  'asked-name': { who: 'newcomer', bring: after(greeting, taxIdOf) },
  'asked-consent': { who: 'newcomer', bring: after(greeting, taxIdOf, () => 'Marcos Andrade') },
  'after-access': {
    who: 'known',
    bring: async (stage, actors) => {
      await all(stage, actors, entering);
      await stage.pass(2 * MINUTE_MS);
    },
  },
  'logged-in': {
    who: 'known',
    bring: async (stage, actors) => {
      await all(stage, actors, entering);
      for (const [number, actor] of actors.entries()) {
        await stage.tap(stage.told(actor), addressOf(number));
      }
      await stage.settle();
    },
  },
  menu: { who: 'known', bring: after(greeting) },
  'delete-question': { who: 'known', bring: after(() => 'apagar minha conta') },
  'block-question': { who: 'known', bring: after(() => 'não fui eu') },
  'number-question': {
    who: 'known',
    bring: async (stage, actors) => {
      await all(stage, actors, greeting);
      const others = actors.map(() => stage.newcomer());
      await all(stage, others, () => 'mudei de número');
      await all(stage, others, (_, number) => actors[number]?.taxId ?? '');
    },
  },
  'approval-question': {
    who: 'known',
    bring: (stage, actors) =>
      all(stage, actors, (actor, number) => stage.openPage(actor, addressOf(number))),
  },
  paused: {
    who: 'known',
    bring: async (stage, actors) => {
      await all(stage, actors, () => 'atendente');
      await stage.pass(3 * MINUTE_MS);
    },
  },
  silence: {
    who: 'known',
    bring: async (stage, actors) => {
      for (const word of NONSENSE) await all(stage, actors, () => word);
    },
  },
};
