import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callSimulator } from '#src/dev/demo/simulator-calls.js';
import { sampleCpf } from '../support/sample-cpf.js';
import type { ProductProcess } from './support/product-process.js';
import type { SimulatedPhone } from './support/simulated-phone.js';
import { createWorld, type World } from './support/world.js';

const KILLS = 10;
/** A turn takes some tens of milliseconds: kills fall before, within and after it. */
const LATEST_KILL_MS = 250;

/** What a newcomer says, and what the bot answers to each: the last one with a link, then a code. */
const SCRIPT = [
  { say: () => 'oi', answers: [/CPF/] },
  { say: (person: number) => sampleCpf(321_654_000 + person), answers: [/omo você se chama/] },
  { say: () => 'Ana Pereira', answers: [/aceita/] },
  { say: () => '1', answers: [/\/l\/[\w-]{43}/, /^\d{6}$/] },
] as const;

/** A small linear congruential generator (Numerical Recipes), so that a failed run can be repeated. */
function createChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function elapse(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

describe('kill -9 in the middle of a conversation', () => {
  const seed = Number(process.env['ZAP_CRASH_SEED'] ?? Date.now() % 1_000_000);
  const chance = createChance(seed);
  let world: World;
  let product: ProductProcess;
  beforeAll(async () => {
    world = await createWorld();
    product = await world.startPaired();
  });
  afterAll(() => world.end());

  async function killAndRestart(): Promise<void> {
    await product.end('SIGKILL');
    product = await world.start();
  }

  async function converse(phone: SimulatedPhone, person: number): Promise<void> {
    const killAt = Math.floor(chance() * SCRIPT.length);
    for (const [step, { say, answers }] of SCRIPT.entries()) {
      await phone.send(say(person));
      if (step === killAt) {
        await elapse(chance() * LATEST_KILL_MS);
        await killAndRestart();
      }
      for (const answer of answers) await phone.receive(answer, 60_000);
    }
  }

  it(
    `answers every message once over ${KILLS} random kills (ZAP_CRASH_SEED=${seed})`,
    { timeout: 600_000 },
    async () => {
      const phones: SimulatedPhone[] = [];
      for (let person = 0; person < KILLS; person += 1) {
        const phone = await world.phone(`5511970000${100 + person}`, `Ana ${person}`);
        phones.push(phone);
        await converse(phone, person);
      }
      for (const phone of phones) {
        const answers = (await phone.messages()).filter(({ from }) => from === 'bot');
        expect(answers.map(({ text }) => text)).toHaveLength(
          SCRIPT.flatMap((step) => step.answers).length,
        );
      }
      const state = (await callSimulator(world.simulator.url, '/state')) as {
        devices: unknown[];
        waitingToPair: number;
        stats: { undecryptable: number };
      };
      expect(state.devices).toHaveLength(1);
      expect(state.waitingToPair).toBe(0);
      expect(state.stats.undecryptable).toBe(0);
    },
  );
});
