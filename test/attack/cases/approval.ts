import assert from 'node:assert/strict';
import type { ApiBrowser } from '../../e2e/support/api-browser.js';
import type { AttackCase } from '../case.js';
import type { Person } from '../field.js';

interface Asked {
  readonly requestId: string;
  readonly requestCode: string;
  readonly number: number;
}

/** The request of this browser, approved by the person who saw its screen. @returns the path that completes it */
async function approvedBy({ phone }: Person, browser: ApiBrowser): Promise<string> {
  const { requestId, requestCode, number } = (await browser.post('/api/auth/requests'))
    .body as Asked;
  await phone.send(`Entrar no site: ${requestCode}`);
  await phone.receive(/Qual número aparece na tela/);
  await phone.send(String(number));
  await phone.receive(/./);
  return `/api/auth/requests/${requestId}/complete`;
}

/** Case 60: an approval with somebody else's account. */
export const APPROVAL: readonly AttackCase[] = [
  {
    id: 60,
    standard: 'RFC 6749 10.12',
    attack: "Approving the request on a victim's screen with the attacker's own account",
    outcome: 'the page names the account and asks; nobody is signed in before a yes',
    play: async (field) => {
      const [victim, attacker] = [await field.person(), await field.person()];
      for (const browser of [field.browser(), await field.signedIn(victim)]) {
        await browser.post('/api/auth/logout');
        const path = await approvedBy(attacker, browser);
        const answer = await browser.post(path);
        assert.equal(answer.status, 409, JSON.stringify(answer.body));
        const problem = answer.body as { code: string; maskedName: string };
        assert.equal(problem.code, 'confirmation_required');
        assert.match(problem.maskedName, /^\S•••( \S•••)?$/u);
        assert.equal((await browser.get('/api/auth/me')).status, 401);
      }
    },
  },
];
