import assert from 'node:assert/strict';
import type { ApiBrowser } from '../../e2e/support/api-browser.js';
import type { AttackCase } from '../case.js';
import type { Field } from '../field.js';
import { codeOf } from '../google.js';

const CODE = /^\d{6}$/;
const GUESSES = 100;

async function ask(browser: ApiBrowser, taxId: string): Promise<string> {
  const asked = await browser.post('/api/auth/whatsapp', { taxId });
  assert.equal(asked.status, 202);
  return (asked.body as { challengeId: string }).challengeId;
}

/** The same browser at another instance: its cookies, another connection. */
function elsewhere(field: Field, browser: ApiBrowser, instance: number): ApiBrowser {
  const other = field.browser({ instance });
  other.setCookie('zl_browser', browser.cookie('zl_browser'));
  return other;
}

function otherThan(code: string, by: number): string {
  return String((Number(code) + by) % 1_000_000).padStart(6, '0');
}

/** Cases 1, 2, 3 and 8. */
export const GUESSES_AT_CODES: readonly AttackCase[] = [
  {
    id: 1,
    standard: 'OWASP ASVS 5.0 6.6.3; NIST SP 800-63B-4 3.2.2',
    attack: '100 guesses at one challenge at the same instant, over every instance',
    outcome: 'five are compared at the most, and the right code fails then',
    play: async (field) => {
      const person = await field.person();
      await field.passMinutes(2);
      const browser = field.browser();
      const challengeId = await ask(browser, person.cpf);
      const code = await person.phone.receive(CODE);
      const answers = await Promise.all(
        Array.from({ length: GUESSES }, (_, n) =>
          elsewhere(field, browser, n).post('/api/auth/whatsapp/verify', {
            ...{ challengeId, code: otherThan(code, n + 1) },
          }),
        ),
      );
      const compared = answers.filter(({ status }) => status === 401);
      assert.ok(compared.length > 0 && compared.length <= 5, `${compared.length} were compared`);
      // From an address that has failed at nothing, so that the challenge alone decides.
      const late = elsewhere(field, browser, 1);
      const right = await late.post('/api/auth/whatsapp/verify', { challengeId, code });
      assert.deepEqual([right.status, codeOf(right.body)], [429, 'challenge_exhausted']);
    },
  },
  {
    id: 2,
    standard: 'OWASP ASVS 5.0 6.5.1',
    attack: 'The right code twenty times at the same instant, over every instance',
    outcome: 'one session',
    play: async (field) => {
      const person = await field.person();
      await field.passMinutes(2);
      const browser = field.browser();
      const challengeId = await ask(browser, person.cpf);
      const code = await person.phone.receive(CODE);
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          elsewhere(field, browser, n).post('/api/auth/whatsapp/verify', { challengeId, code }),
        ),
      );
      assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    },
  },
  {
    id: 3,
    standard: 'NIST SP 800-63B-4 3.2.2',
    attack: 'Five guesses at each of ever new challenges',
    outcome: 'they add up on the account',
    play: async (field) => {
      const person = await field.person();
      await field.passMinutes(2);
      for (let round = 0; round < 2; round += 1) {
        const browser = field.browser();
        const challengeId = await ask(browser, person.cpf);
        for (let n = 0; n < 5; n += 1) {
          const guess = { challengeId, code: '000000' };
          await browser.post('/api/auth/whatsapp/verify', guess);
        }
      }
      const [row] = await field.whileStopped([
        'SELECT max(code_failures)::int AS failures FROM allowance',
      ]);
      assert.ok(Number(row?.['failures']) >= 10, `${String(row?.['failures'])} were kept`);
    },
  },
  {
    id: 8,
    standard: 'OWASP ASVS 5.0 6.3.1',
    attack: 'One number asked for from 50 addresses; one address that asks for 50 numbers',
    outcome: 'both capped',
    play: async (field) => {
      const person = await field.person();
      let sent = 0;
      // Two minutes apart and within one hour, so that the pause between two messages is not what holds them.
      for (let round = 0; round < 10; round += 1) {
        await field.passMinutes(2);
        const asked = await Promise.all(
          Array.from({ length: 5 }, () =>
            field.browser().post('/api/auth/whatsapp', { taxId: person.cpf }),
          ),
        );
        sent += asked.filter(({ body }) => (body as { held?: boolean }).held === false).length;
      }
      assert.equal(sent, 5);
      const address = '198.51.100.99';
      const numbers = await Promise.all(
        Array.from({ length: 50 }, () =>
          field.browser({ address }).post('/api/auth/whatsapp', { taxId: field.unusedCpf() }),
        ),
      );
      assert.equal(numbers.filter(({ status }) => status === 202).length, 40);
    },
  },
];
