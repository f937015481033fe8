import assert from 'node:assert/strict';
import type { ApiBrowser } from '../../e2e/support/api-browser.js';
import type { AttackCase } from '../case.js';
import type { Field } from '../field.js';

const COOKIE = 'zl_refresh';
const ALARM = 'uma cópia antiga dele foi usada';

/** A tab of the same browser that has this refresh token, at either instance. */
function tabWith(field: Field, token: string, instance: number): ApiBrowser {
  const tab = field.browser({ instance });
  tab.setCookie(COOKIE, token);
  return tab;
}

/** @returns the token that it is answered with */
async function renewed(tab: ApiBrowser, what: string): Promise<string> {
  assert.equal((await tab.post('/api/auth/refresh')).status, 200, what);
  return tab.cookie(COOKIE);
}

/** Case 78. */
export const REFRESH: readonly AttackCase[] = [
  {
    id: 78,
    standard: 'RFC 9700 4.14.2',
    attack: 'Answers with a successor token that get lost, tabs that are behind, and a copy',
    outcome:
      'an unused successor is handed out again, a used one never; only the copy is told as a theft',
    play: async (field) => {
      const person = await field.person();
      const first = (await field.signedIn(person)).cookie(COOKIE);
      const renew = (token: string, instance: number, what: string) =>
        renewed(tabWith(field, token, instance), what);

      const successor = await renew(first, 0, 'the first use');
      assert.equal(await renew(first, 1, 'the answer was lost'), successor);
      const inUse = await renew(successor, 1, 'the successor');
      for (const [instance, behind] of [first, successor].entries()) {
        const given = await renew(behind, instance, 'a tab that is a moment behind');
        assert.notEqual(given, successor, 'a used successor was handed out again');
        assert.equal(given, inUse);
      }

      const lost = await renew(inUse, 0, 'a minute before');
      await field.passMinutes(1);
      const another = await renew(inUse, 1, 'the answer was lost a minute ago');
      assert.notEqual(another, lost);
      const owner = tabWith(field, another, 0);
      await renewed(owner, 'what came instead');
      assert.equal((await owner.get('/api/auth/me')).status, 200);
      await person.phone.send('ajuda');
      await person.phone.receive(/BLOQUEAR/);
      const alarms = async () =>
        (await person.phone.messages()).filter(({ text }) => text.includes(ALARM)).length;
      assert.equal(await alarms(), 0, 'a lost answer was told as a theft');

      // Its place was taken, so that whoever shows it now has a copy.
      await field.passMinutes(1);
      const thief = tabWith(field, lost, 1);
      assert.equal((await thief.post('/api/auth/refresh')).status, 401, 'the copy');
      assert.equal((await owner.post('/api/auth/refresh')).status, 401, 'the family lives on');
      await person.phone.receive(new RegExp(ALARM));
      assert.equal(await alarms(), 1);
    },
  },
];
