import assert from 'node:assert/strict';
import type { ApiBrowser } from '../../e2e/support/api-browser.js';
import type { AttackCase } from '../case.js';
import type { Field, Person } from '../field.js';

const PASSWORD = 'girassol trovoada sete lagos';
const CODE = /^\d{6}$/;

const logIn = (browser: ApiBrowser, taxId: string, password: string) =>
  browser.post('/api/auth/login', { taxId, password });

async function withPassword(field: Field): Promise<{ person: Person; own: ApiBrowser }> {
  const person = await field.person();
  const own = await field.signedIn(person);
  assert.equal((await own.post('/api/auth/password', { password: PASSWORD })).status, 204);
  return { person, own };
}

/** Asks for a code in a browser of its own. */
async function asker(field: Field, taxId: string, from: { address?: string } = {}) {
  const browser = field.browser(from);
  const asked = await browser.post('/api/auth/whatsapp', { taxId });
  assert.equal(asked.status, 202);
  const { challengeId } = asked.body as { challengeId: string };
  return (code: string) => browser.post('/api/auth/whatsapp/verify', { challengeId, code });
}

function otherThan(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}

/** What reached a phone, once the product has answered a message that was written after the attack. */
async function received(person: Person): Promise<readonly string[]> {
  await person.phone.send('ajuda');
  await person.phone.receive(/BLOQUEAR/);
  return (await person.phone.messages()).map(({ text }) => text);
}

/** Cases 58, 59, 63, 65 and 66. */
export const LIMITS: readonly AttackCase[] = [
  {
    id: 58,
    standard: 'NIST SP 800-63B-4 3.1.3.2',
    attack: 'A lucky guess at a code that was never sent',
    outcome: 'opens nothing',
    play: async (field) => {
      const person = await field.person();
      await field.passMinutes(2);
      const guess = await asker(field, person.cpf);
      const code = await person.phone.receive(CODE);
      // The luck: of this challenge the digits are known, and to the product it is one that held its message back.
      await field.whileStopped(['UPDATE challenge SET sent = false WHERE consumed_at IS NULL']);
      assert.equal((await guess(code)).status, 401);
    },
  },
  {
    id: 59,
    standard: 'NIST SP 800-63B-4 3.2.2; OWASP device cookies',
    attack: 'Guesses at one account over 21 browsers and every instance',
    outcome: '25 an hour are compared; the browser that was in before still gets in',
    play: async (field) => {
      const person = await field.person();
      const own = await field.signedIn(person);
      await field.passMinutes(2);
      await person.phone.send('entrar');
      const { code } = await field.nextAccess(person.phone);
      const browsers: Awaited<ReturnType<typeof asker>>[] = [];
      for (let n = 0; n < 21; n += 1) browsers.push(await asker(field, person.cpf));
      const guess = async (n: number) => {
        const type = browsers[n % browsers.length];
        assert.ok(type);
        return type(otherThan(code));
      };
      const answers = await Promise.all(Array.from({ length: 105 }, (_, n) => guess(n)));
      const compared = answers.filter((answer) => answer.status === 401);
      assert.ok(compared.length <= 25, `${compared.length} were compared`);
      const late = await asker(field, person.cpf);
      assert.equal((await late(code)).status, 429);
      const asked = await own.post('/api/auth/whatsapp', { taxId: person.cpf });
      const { challengeId } = asked.body as { challengeId: string };
      const entered = await own.post('/api/auth/whatsapp/verify', { challengeId, code });
      assert.equal(entered.status, 200);
    },
  },
  {
    id: 63,
    standard: 'OWASP ASVS 5.0 6.3.1',
    attack: '40 requests for one CPF at the same instant over every instance, in all purposes',
    outcome: 'one message',
    play: async (field) => {
      const person = await field.person();
      await field.passMinutes(2);
      const before = (await received(person)).length;
      const ask = (n: number) => {
        const browser = field.browser();
        if (n % 3 === 2) {
          return browser.request('POST', '/password/forgot', { form: { taxId: person.cpf } });
        }
        const purpose = n % 3 === 0 ? 'login' : 'reset';
        return browser.post('/api/auth/whatsapp', { taxId: person.cpf, purpose });
      };
      await Promise.all(Array.from({ length: 40 }, (_, n) => ask(n)));
      const sent = (await received(person)).slice(before);
      const carriers = sent.filter((text) => CODE.test(text) || text.includes('/password/reset/'));
      assert.equal(carriers.length, 1);
    },
  },
  {
    id: 65,
    standard: 'OWASP device cookies',
    attack: 'A stranger who knows the CPF types wrong passwords again and again',
    outcome: "the owner's browser still gets in, strangers do not, and the owner is told",
    play: async (field) => {
      const { person, own } = await withPassword(field);
      await own.post('/api/auth/logout', {});
      for (let n = 0; n < 12; n += 1) {
        await logIn(field.browser(), person.cpf, `errada ${n} girassol`);
      }
      assert.equal((await logIn(field.browser(), person.cpf, PASSWORD)).status, 429);
      assert.equal((await logIn(own, person.cpf, PASSWORD)).status, 200);
      await person.phone.receive(/Alguém errou muitas vezes/);
    },
  },
  {
    id: 66,
    standard: 'OWASP ASVS 5.0 6.3.1',
    attack: '30 failures behind one carrier address; 35 people of one office within ten minutes',
    outcome: 'who was in before gets in; the office does',
    play: async (field) => {
      const { person, own } = await withPassword(field);
      const address = '198.51.100.77';
      for (let n = 0; n < 31; n += 1) {
        await logIn(field.browser({ address }), field.unusedCpf(), 'errada e comprida');
      }
      const stranger = field.browser({ address });
      assert.equal((await logIn(stranger, person.cpf, PASSWORD)).status, 429);
      const home = field.browser({ address });
      home.setCookie('zl_known', own.cookie('zl_known'));
      assert.equal((await logIn(home, person.cpf, PASSWORD)).status, 200);
      const office = '198.51.100.78';
      for (let n = 0; n < 35; n += 1) {
        const entered = await logIn(field.browser({ address: office }), person.cpf, PASSWORD);
        assert.equal(entered.status, 200);
      }
    },
  },
];
