import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callSimulator } from '#src/dev/demo/simulator-calls.js';
import { forEachOf, personOf, type Person } from '../bench/conversations.js';
import { openPhones, type Phones } from '../bench/phones.js';
import { until } from '../support/until.js';
import { createApiBrowser } from './support/api-browser.js';
import type { ProductProcess } from './support/product-process.js';
import type { ChatMessage } from './support/simulated-phone.js';
import { createWorld, type World } from './support/world.js';

/** `npm run crowd` brings a thousand; the other tests run beside these. */
const PEOPLE = Number(process.env['ZAP_CROWD'] ?? 120);
/** A thousand answers take 15 to 40 s on two cores, and a multiple of that on a machine with other work. */
const PATIENCE_MS = 60_000 + 340 * PEOPLE;
const TEST_MS = 600_000;
/** One message in five comes twice. */
const DUPLICATES = 0.2;
const LINK = /\/l\/([\w-]{43})/;
/** What one person is told from the first word to the sign-in: each once and in this order. */
const TOLD = [/CPF/, /omo você se chama/, /aceita/, LINK, /^\d{6}$/, /Você entrou/];

const State = z.object({
  stats: z.object({
    redeliveries: z.number(),
    logins: z.number(),
    duplicates: z.number(),
    undecryptable: z.number(),
  }),
});

async function stateOf({ simulator }: World): Promise<z.infer<typeof State>> {
  return State.parse(await callSimulator(simulator.url, '/state'));
}

function toldIn(chat: readonly ChatMessage[]): readonly string[] {
  return chat.filter(({ from }) => from === 'bot').map(({ text }) => text);
}

/** Everybody comes from an address of their own, through the proxy that stands before the product. */
function addressOf(index: number): string {
  return `10.20.${index >> 8}.${index & 255}`;
}

describe(`${PEOPLE} people at once`, () => {
  let world: World;
  let product: ProductProcess;
  let phones: Phones;
  const links = new Map<number, string>();
  beforeAll(async () => {
    world = await createWorld();
    product = await world.startPaired({ TRUST_PROXY: '1', LOG_LEVEL: 'warn' });
    phones = await openPhones(world.simulator.url, { patienceMs: PATIENCE_MS });
    const everybody = { from: 0, to: PEOPLE };
    await forEachOf(everybody, (index) => phones.add(personOf(index).number, 'Ana'));
    const faults = { duplicate: DUPLICATES, shuffle: true };
    await callSimulator(world.simulator.url, '/faults', faults);
  });
  afterAll(async () => {
    phones.close();
    await world.end();
  });

  async function chatWith({ number }: Person): Promise<readonly ChatMessage[]> {
    const route = `/phones/${number}/messages?after=0`;
    return (await callSimulator(world.simulator.url, route)) as ChatMessage[];
  }

  it(
    'registers them all, though deliveries are repeated, shuffled and cut off',
    async () => {
      let askedForName = 0;
      async function register(index: number): Promise<void> {
        const { number, cpf } = personOf(index);
        await phones.ask(number, 'oi', /CPF/);
        await phones.ask(number, cpf, /omo você se chama/);
        askedForName += 1;
        // Whatever was not acknowledged comes again, as the backlog of an absence.
        if (askedForName === PEOPLE / 2) {
          await callSimulator(world.simulator.url, '/faults', { disconnect: 503 });
        }
        await phones.ask(number, 'Ana Pereira', /aceita/);
        const asked = phones.hear(number, LINK);
        await phones.say(number, '1');
        links.set(index, LINK.exec(await asked)?.[1] ?? '');
      }
      await Promise.all(Array.from({ length: PEOPLE }, (_, index) => register(index)));
      expect(links.size).toBe(PEOPLE);
      const { stats } = await stateOf(world);
      expect(stats.redeliveries).toBeGreaterThan(PEOPLE * 4 * DUPLICATES * 0.5);
      expect(stats.logins).toBeGreaterThan(1);
    },
    TEST_MS,
  );

  it(
    'signs each of them in by the link of their own chat',
    async () => {
      const accounts = new Set<string>();
      await forEachOf({ from: 0, to: PEOPLE }, async (index) => {
        const browser = createApiBrowser(product.url);
        const opened = await browser.postRaw(`/l/${links.get(index) ?? ''}`, '', {
          'content-type': 'application/x-www-form-urlencoded',
          'x-forwarded-for': addressOf(index),
        });
        expect(opened.status).toBe(303);
        const me = await browser.get('/api/auth/me');
        expect(me.status).toBe(200);
        accounts.add(JSON.stringify(me.body));
      });
      expect(accounts.size).toBe(PEOPLE);
    },
    TEST_MS,
  );

  it(
    'has told everybody everything once, and lost nothing',
    async () => {
      await forEachOf({ from: 0, to: PEOPLE }, async (index) => {
        const chat = await until('all that a person is told', async () => {
          const messages = await chatWith(personOf(index));
          return toldIn(messages).length >= TOLD.length ? messages : null;
        });
        expect(toldIn(chat), JSON.stringify(chat, null, 1)).toEqual(
          TOLD.map((pattern) => expect.stringMatching(pattern) as string),
        );
      });
      const { stats } = await stateOf(world);
      // What people see is counted above. The same id may reach a phone twice after a lost connection, and is shown
      // once (docs/decisions/0010; case C13).
      expect(stats).toMatchObject({ undecryptable: 0 });
      expect(product.output()).not.toMatch(/turn_failed|intake_failed|set_aside/);
    },
    TEST_MS,
  );
});
