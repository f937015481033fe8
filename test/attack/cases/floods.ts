import assert from 'node:assert/strict';
import type { ApiAnswer } from '../../e2e/support/api-browser.js';
import type { AttackCase } from '../case.js';
import { measureTables, type TableSizes } from '../count-rows.js';
import type { Field } from '../field.js';
import { submitForm } from '../submit-form.js';
import { sweepOnce } from '../sweep-once.js';

/** Two kilobytes, as a stranger would fill a table with. */
const LONG_NEXT = `/${'a'.repeat(2000)}`;
const LONGEST_FIELD = 2000;
/** A link is open for ten minutes and swept ten minutes after them. */
const SWEPT_AFTER_MINUTES = 21;
/** What one address may begin in its window. */
const PER_ADDRESS = { requests: 60, google: 60, codes: 40 };
/** Login requests of all addresses together, in a minute. */
const EVERYWHERE = 600;
const MINUTE_MS = 60_000;
const AT_ONCE = 10;
/** What only the bot and the person who wrote in a chat make. */
const OF_CHATS = new Set(['conversation', 'inbound_message', 'chat_tax_id_try', 'outbox_message']);
const OF_BOT = /^whatsapp_|^channel_|^lease$/;

async function asks(
  count: number,
  ask: (n: number) => Promise<ApiAnswer>,
): Promise<readonly ApiAnswer[]> {
  const answers: ApiAnswer[] = [];
  for (let begun = 0; begun < count; begun += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - begun) }, (_, n) => ask(begun + n));
    answers.push(...(await Promise.all(some)));
  }
  return answers;
}

/** Ten more than `allowed` are tried; of those that are refused each says why. */
async function expectCapped(
  what: string,
  allowed: number,
  ask: (n: number) => Promise<ApiAnswer>,
): Promise<void> {
  const answers = await asks(allowed + AT_ONCE, ask);
  const refused = answers.filter(({ status }) => status === 429);
  const odd = answers.find(({ status }) => status >= 400 && status !== 429);
  assert.equal(odd, undefined, `${what}: ${String(odd?.status)}`);
  assert.equal(answers.length - refused.length, allowed, what);
}

const askToLogIn = (field: Field, from: { address: string; instance: number }) =>
  field.browser(from).post('/api/auth/requests', { next: LONG_NEXT });

/** Everything that one address can begin without being anybody, by turns at each instance. */
async function floodFromOneAddress(field: Field): Promise<void> {
  const address = '198.51.100.68';
  const { requests, google, codes } = PER_ADDRESS;
  const from = (instance: number) => ({ address, instance });
  await expectCapped('login requests', requests, (n) => askToLogIn(field, from(n)));
  const start = `/api/auth/google/start?next=${encodeURIComponent(LONG_NEXT)}`;
  await expectCapped('ways to Google', google, (n) => field.browser(from(n)).get(start));
  await expectCapped('codes and links', codes, (n) => {
    const [browser, taxId] = [field.browser(from(n)), field.unusedCpf()];
    if (n % 2 === 0) return browser.post('/api/auth/whatsapp', { taxId });
    return submitForm(browser, { route: '/password/forgot', form: { taxId } });
  });
}

/** Twelve addresses, each within its own limit. */
async function floodFromEverywhere(field: Field): Promise<void> {
  const began = performance.now();
  const answers = await asks(12 * 55, (n) =>
    askToLogIn(field, { address: `198.51.101.${n % 12}`, instance: n }),
  );
  const took = performance.now() - began;
  assert.ok(took < MINUTE_MS, `this machine needs ${Math.ceil(took / 1000)} s to reach the limit`);
  const made = answers.filter(({ status }) => status === 201).length;
  assert.ok(made <= EVERYWHERE, `${made} login requests in a minute`);
}

/** Wishes for another number, for CPFs that nobody has. */
async function askForNumbers(field: Field): Promise<void> {
  for (let n = 0; n < 2; n += 1) {
    const stranger = await field.stranger();
    await stranger.send('mudei de número');
    await stranger.receive(/Qual é o CPF/);
    await stranger.send(field.unusedCpf());
    await stranger.receive(/perguntei no número antigo/);
  }
}

function grown(before: TableSizes, after: TableSizes): readonly string[] {
  return [...after]
    .filter(([name, { rows }]) => rows > (before.get(name)?.rows ?? 0))
    .map(([name]) => name)
    .filter((name) => !OF_CHATS.has(name) && !OF_BOT.test(name))
    .sort();
}

/** Case 68. */
export const FLOODS: readonly AttackCase[] = [
  {
    id: 68,
    standard: 'OWASP ASVS 5.0 2.4.1',
    attack:
      'Strangers begin logins, ways to Google, codes, links, changes of number, with 2 kB each',
    outcome: 'capped by address and altogether, no field of 2 kB, swept within minutes',
    play: async (field) => {
      const { storage } = field;
      const before = await field.whileOff(async (env) => {
        await storage.age(SWEPT_AFTER_MINUTES);
        await sweepOnce(field.root, env);
        return measureTables(storage);
      });
      await floodFromOneAddress(field);
      await floodFromEverywhere(field);
      await askForNumbers(field);
      const { full, swept, decoys } = await field.whileOff(async (env) => {
        const filled = await measureTables(storage);
        await storage.age(SWEPT_AFTER_MINUTES);
        await sweepOnce(field.root, env);
        return {
          full: filled,
          swept: await measureTables(storage),
          decoys: await storage.change([`SELECT seq FROM outbox_message WHERE status = 'void'`]),
        };
      });
      const begun = grown(before, full);
      assert.deepEqual(begun, [
        ...['allowance', 'challenge', 'google_sign_in', 'login_link', 'login_request'],
        'number_change',
      ]);
      for (const name of begun) {
        const longest = full.get(name)?.longest ?? 0;
        assert.ok(longest < LONGEST_FIELD, `${name} has a field of ${longest}`);
      }
      // The counters of a CPF stand for a day: they cap the messages.
      assert.deepEqual(grown(before, swept), ['allowance']);
      assert.equal(decoys.length, 0, 'decoys of messages');
    },
  },
];
