import assert from 'node:assert/strict';
import type { ApiBrowser } from '../../e2e/support/api-browser.js';
import type { AttackCase } from '../case.js';
import type { Field, Person } from '../field.js';
import { submitForm } from '../submit-form.js';

const PASSWORDS = ['girassol trovoada sete lagos', 'maresia cadeira onze pontes'] as const;
/** Each is another device to the product, which reads names of a closed list. */
const DEVICES = ['Windows', 'Macintosh', 'Linux', 'CrOS', 'Android', 'iPhone'].flatMap((system) => [
  `Mozilla/5.0 (${system}) Edg/140.0`,
  `Mozilla/5.0 (${system}) Firefox/140.0`,
]);
const CHANGES = 12;
const ALLOWED_CHANGES = 10;
const DELETIONS = 40;
const ALLOWED_DELETIONS = 5;
/** More than the five minutes in which notices of a topic are held back. */
const JOINED_AFTER_MINUTES = 6;
const JOINED_WITHIN_MS = 40_000;

const ENTRY = /^Você entrou às/;
const PASSWORD = /^A senha da sua conta foi definida às/;
const DELETION = /^Sua conta será apagada/;

async function botTexts({ phone }: Person): Promise<readonly string[]> {
  return (await phone.messages()).filter(({ from }) => from === 'bot').map(({ text }) => text);
}

/** How many of a kind have come, once the bot has answered what was written after all of them. */
async function countTold(person: Person, kinds: readonly RegExp[]): Promise<readonly number[]> {
  await person.phone.send('ajuda');
  await person.phone.receive(/BLOQUEAR para trancar/);
  const texts = await botTexts(person);
  return kinds.map((kind) => texts.filter((text) => kind.test(text)).length);
}

function logIn(field: Field, input: { taxId: string; device: string }): Promise<number> {
  const body = JSON.stringify({ taxId: input.taxId, password: PASSWORDS[0] });
  const headers = { 'user-agent': input.device };
  return field
    .browser()
    .postRaw('/api/auth/login', body, headers)
    .then(({ status }) => status);
}

/** @returns how many changes were refused */
async function changeAgainAndAgain(own: ApiBrowser): Promise<number> {
  let refused = 0;
  for (let n = 0; n < CHANGES; n += 1) {
    const password = PASSWORDS[(n + 1) % 2];
    const { status } = await own.post('/api/auth/password', { password });
    assert.ok(status === 204 || status === 429, String(status));
    if (status === 429) refused += 1;
  }
  return refused;
}

/** @returns how many wishes to delete the account were refused */
async function deleteAndKeep(own: ApiBrowser): Promise<number> {
  let refused = 0;
  for (let n = 0; n < DELETIONS; n += 1) {
    const { status } = await submitForm(own, { route: '/account/delete', form: {} });
    if (status === 429) refused += 1;
    await own.request('POST', '/account/delete/cancel', { form: {} });
  }
  return refused;
}

/** Case 69. */
export const NOTICES: readonly AttackCase[] = [
  {
    id: 69,
    standard: 'OWASP ASVS 5.0 6.3.5 and 2.4.1',
    attack:
      'Sign-ins of twelve devices, 12 new passwords, 40 deletions that are called off, in a row',
    outcome: 'each is told once at once, and the others in one message; the acts are limited',
    play: async (field) => {
      const person = await field.person();
      const own = await field.signedIn(person);
      assert.equal((await own.post('/api/auth/password', { password: PASSWORDS[0] })).status, 204);
      for (const device of DEVICES) {
        assert.equal(await logIn(field, { taxId: person.cpf, device }), 200);
      }
      assert.equal(await changeAgainAndAgain(own), CHANGES - ALLOWED_CHANGES + 1);
      assert.equal(await deleteAndKeep(own), DELETIONS - ALLOWED_DELETIONS);
      assert.deepEqual(await countTold(person, [ENTRY, PASSWORD, DELETION]), [1, 1, 1]);

      await field.passMinutes(JOINED_AFTER_MINUTES);
      const told = await person.phone.receive(/^Mais \d+ entradas/, JOINED_WITHIN_MS);
      assert.ok(told.startsWith(`Mais ${DEVICES.length} entradas`), told);
      const held = ALLOWED_CHANGES - 1;
      const joined = [/^Mais \d+ entradas/, new RegExp(`mais ${held} vezes`), /para apagar/];
      // What was called off is no longer true, and is not told.
      assert.deepEqual(await countTold(person, [...joined, DELETION]), [1, 1, 0, 1]);
    },
  },
];
