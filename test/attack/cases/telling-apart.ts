import assert from 'node:assert/strict';
import type { ApiAnswer, ApiBrowser } from '../../e2e/support/api-browser.js';
import type { AttackCase } from '../case.js';
import { countRows, type RowCounts } from '../count-rows.js';
import type { Field } from '../field.js';
import { submitForm } from '../submit-form.js';
import { sweepOnce } from '../sweep-once.js';

/** More than the ten that are compared in a quarter of an hour, and than those after which the owner is told. */
const WRONG_PASSWORDS = 12;
const AT_ONCE = 10;
/** After it another message may go out for the same CPF. */
const RESEND_MINUTES = 2;
const A_DAY_MINUTES = 25 * 60;
/** What the bot's connection writes, whoever asks for what. */
const OF_BOT = /^whatsapp_|^channel_|^lease$|^conversation$|^instance_fact$/;

/** One CPF for each thing that is tried, so that none stands in another's way. */
interface TaxIds {
  readonly code: string;
  readonly link: string;
  readonly atOnce: string;
  readonly password: string;
}

/** What was asked and answered for a CPF, and the browser in which it goes on later. */
interface Begun {
  readonly taxIds: TaxIds;
  readonly browser: ApiBrowser;
  readonly challengeId: string;
  readonly answers: readonly string[];
}

const askCode = (browser: ApiBrowser, taxId: string, purpose = 'login') =>
  browser.post('/api/auth/whatsapp', { taxId, purpose });

const askLink = (browser: ApiBrowser, taxId: string) =>
  submitForm(browser, { route: '/password/forgot', form: { taxId } });

/** What an answer says, without ids and waiting times. */
function saidBy({ status, body }: ApiAnswer): string {
  const fields = typeof body === 'object' && body !== null ? body : {};
  const { held, code } = fields as { held?: unknown; code?: unknown };
  return JSON.stringify({ status, held, code });
}

/** Asks again while the first code is open, ten times at once, and types wrong passwords. */
async function begin(field: Field, taxIds: TaxIds): Promise<Begun> {
  const browser = field.browser({ instance: 0 });
  const first = await askCode(browser, taxIds.code);
  const { challengeId } = first.body as { challengeId: string };
  const answers = [first, await askCode(browser, taxIds.code)];
  answers.push(await askCode(browser, taxIds.code, 'reset'));
  answers.push(await askLink(field.browser(), taxIds.link));
  answers.push(await askLink(field.browser(), taxIds.link));
  const crowd = Array.from({ length: AT_ONCE }, () => askCode(field.browser(), taxIds.atOnce));
  const crowded = (await Promise.all(crowd)).map(saidBy).sort();
  for (let n = 0; n < WRONG_PASSWORDS; n += 1) {
    const wrong = { taxId: taxIds.password, password: `errada ${n} girassol` };
    answers.push(await field.browser().post('/api/auth/login', wrong));
  }
  return { taxIds, browser, challengeId, answers: [...answers.map(saidBy), ...crowded] };
}

/** Takes the place of what is open, and types a code into what was open before. */
async function again(field: Field, begun: Begun): Promise<readonly string[]> {
  const { taxIds, browser, challengeId } = begun;
  const answers = [await askCode(browser, taxIds.code), await askLink(browser, taxIds.link)];
  const guess = { challengeId, code: '000000' };
  answers.push(await browser.post('/api/auth/whatsapp/verify', guess));
  return answers.map(saidBy);
}

/** Four people of whom nothing is on its way. */
async function knownOnes(field: Field): Promise<TaxIds> {
  const one = async () => (await field.person()).cpf;
  return { code: await one(), link: await one(), atOnce: await one(), password: await one() };
}

function unknownOnes(field: Field): TaxIds {
  const one = () => field.unusedCpf();
  return { code: one(), link: one(), atOnce: one(), password: one() };
}

/** What the tables have more of, the bot's own left out. */
function written(before: RowCounts, after: RowCounts): Readonly<Record<string, number>> {
  const more = [...after]
    .filter(([name]) => !OF_BOT.test(name))
    .map(([name, rows]) => [name, rows - (before.get(name) ?? 0)] as const)
    .filter(([, rows]) => rows !== 0);
  return Object.fromEntries(more.sort());
}

/** The exact part of case 64; time is measured by `attack:timing`. */
export const TELLING_APART: readonly AttackCase[] = [
  {
    id: 64,
    standard: 'OWASP ASVS 5.0 6.3.8',
    attack: 'A known and an unknown CPF: codes and links once, again, ten at once, wrong passwords',
    outcome: 'the same answers, rows, and rows that another one takes the place of',
    play: async (field) => {
      const { storage } = field;
      const counted = (minutes = 0) =>
        field.whileOff(async () => {
          const counts = await countRows(storage);
          if (minutes > 0) await storage.age(minutes);
          return counts;
        });
      const people = await knownOnes(field);
      // What they did themselves is no longer counted: a stranger begins with both.
      const start = await field.whileOff(async (env) => {
        await storage.age(A_DAY_MINUTES);
        await sweepOnce(field.root, env);
        return countRows(storage);
      });
      const known = await begin(field, people);
      const afterKnown = await counted();
      const unknown = await begin(field, unknownOnes(field));
      const afterUnknown = await counted(RESEND_MINUTES);
      assert.deepEqual(unknown.answers, known.answers);
      const rows = written(start, afterKnown);
      assert.ok((rows['challenge'] ?? 0) > 0 && (rows['outbox_message'] ?? 0) > 0);
      assert.deepEqual(written(afterKnown, afterUnknown), rows);

      const knownAgain = await again(field, known);
      const afterKnownAgain = await counted();
      const unknownAgain = await again(field, unknown);
      const end = await counted();
      assert.deepEqual(unknownAgain, knownAgain);
      const more = written(afterUnknown, afterKnownAgain);
      const superseded = 'superseded_at of login_link';
      assert.equal(more[superseded], 1);
      assert.equal(more['superseded_at of challenge'], 1);
      assert.deepEqual(written(afterKnownAgain, end), more);
    },
  },
];
