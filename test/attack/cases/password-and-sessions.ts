import assert from 'node:assert/strict';
import type { ApiBrowser } from '../../e2e/support/api-browser.js';
import { until } from '../../support/until.js';
import type { AttackCase } from '../case.js';
import type { Field, Person } from '../field.js';

const PASSWORD = 'girassol trovoada sete lagos';
/** Above every limit that counts wrong passwords. */
const MANY = 45;
/** 120 code points that bcrypt would cut at its 72nd byte. */
const LONG = `${'çã😀 girassol '.repeat(9)}fim`;
const REVOKED_WITHIN_MS = 5_000;

function logIn(browser: ApiBrowser, taxId: string, password: string) {
  return browser.post('/api/auth/login', { taxId, password });
}

async function setPassword(browser: ApiBrowser, password: string): Promise<void> {
  const { status } = await browser.post('/api/auth/password', { password });
  assert.equal(status, 204);
}

async function sessionIdOf(browser: ApiBrowser): Promise<string> {
  const { status, body } = await browser.get('/api/auth/me');
  assert.equal(status, 200);
  return (body as { sessionId: string }).sessionId;
}

async function withPassword(field: Field): Promise<{ person: Person; own: ApiBrowser }> {
  const person = await field.person();
  const own = await field.signedIn(person);
  await setPassword(own, PASSWORD);
  return { person, own };
}

/** Until the limit says stop. @returns whether it did */
async function guess(wrong: (n: number) => Promise<{ readonly status: number }>): Promise<boolean> {
  for (let n = 0; n < MANY; n += 1) {
    const { status } = await wrong(n);
    if (status === 429) return true;
    assert.equal(status, 401);
  }
  return false;
}

async function expectRefusedSoon(browser: ApiBrowser): Promise<void> {
  await until('the refusal', async () => (await browser.get('/api/auth/me')).status === 401, {
    withinMs: REVOKED_WITHIN_MS,
  });
}

/** Cases 41 to 46. */
export const PASSWORD_AND_SESSIONS: readonly AttackCase[] = [
  {
    id: 41,
    standard: 'OWASP ASVS 5.0 6.3.1',
    attack:
      'Password stuffing of one CPF from many addresses, of many CPFs from one, and by another call',
    outcome: 'capped, with the counters shared; WhatsApp still opens the account',
    play: async (field) => {
      const { person } = await withPassword(field);
      const shared = await withPassword(field);
      await field.passMinutes(2);
      const byCpf = (n: number) => logIn(field.browser(), person.cpf, `errada ${n} girassol`);
      assert.ok(await guess(byCpf), 'one CPF is never capped');
      assert.equal((await logIn(field.browser(), person.cpf, PASSWORD)).status, 429);
      const stranger = field.browser();
      const byAddress = (n: number) => logIn(stranger, field.unusedCpf(), `errada ${n} girassol`);
      assert.ok(await guess(byAddress), 'one address is never capped');

      const thief = await field.signedInByCode(shared.person);
      const byStepUp = (n: number) =>
        thief.post('/api/auth/step-up', { password: `errada ${n} girassol` });
      assert.ok(await guess(byStepUp), 'the step-up is never capped');
      // Counted with what the same browser types at the login page, and apart from strangers.
      assert.equal((await logIn(thief, shared.person.cpf, PASSWORD)).status, 429);

      const own = await field.signedInByCode(person);
      assert.equal((await own.get('/api/auth/me')).status, 200);
    },
  },
  {
    id: 42,
    standard: 'NIST SP 800-63B-4 3.1.1.2',
    attack: 'A long Unicode password cut short; a common one chosen',
    outcome: 'every character counts; common and contextual passwords are refused',
    play: async (field) => {
      const person = await field.person('Joana Silva');
      const own = await field.signedIn(person);
      for (const weak of ['123456', 'password1234', 'flamengo2024', 'joanasilva', person.cpf]) {
        const refused = await own.post('/api/auth/password', { password: weak });
        assert.deepEqual([refused.status, codeOf(refused.body)], [422, 'weak_password'], weak);
      }
      await setPassword(own, LONG);
      const cut = Array.from(LONG).slice(0, -1).join('');
      assert.equal((await logIn(field.browser(), person.cpf, cut)).status, 401);
      assert.equal((await logIn(field.browser(), person.cpf, LONG)).status, 200);
    },
  },
  {
    id: 43,
    standard: 'OWASP ASVS 5.0 7.2.4',
    attack: 'Session fixation at login and at step-up',
    outcome: 'a new id each time; the old one is dead',
    play: async (field) => {
      const { person, own } = await withPassword(field);
      const planted = own.copy();
      const first = await sessionIdOf(own);
      assert.equal((await own.post('/api/auth/step-up', { password: PASSWORD })).status, 200);
      const second = await sessionIdOf(own);
      assert.notEqual(second, first);
      await expectRefusedSoon(planted);
      assert.equal((await planted.post('/api/auth/refresh')).status, 401);
      const fixed = own.copy();
      assert.equal((await logIn(own, person.cpf, PASSWORD)).status, 200);
      assert.notEqual(await sessionIdOf(own), second);
      await expectRefusedSoon(fixed);
      assert.equal((await fixed.post('/api/auth/refresh')).status, 401);
    },
  },
  {
    id: 44,
    standard: 'RFC 9700 4.14.2',
    attack: 'A used refresh token again; two tabs at once',
    outcome: 'the family is revoked and the owner told; two tabs get the same successor',
    play: async (field) => {
      const person = await field.person();
      const own = await field.signedIn(person);
      const stolen = own.copy();
      const tabs = [own, own.copy()];
      const refreshed = await Promise.all(tabs.map((tab) => tab.post('/api/auth/refresh')));
      assert.deepEqual(
        refreshed.map(({ status }) => status),
        [200, 200],
      );
      const [one, other] = tabs.map((tab) => tab.cookie('zl_refresh'));
      assert.equal(one, other);
      // The successor comes into use: from now on the token before it is an old copy.
      assert.equal((await own.post('/api/auth/refresh')).status, 200);
      await field.passMinutes(1);
      assert.equal((await stolen.post('/api/auth/refresh')).status, 401);
      assert.equal((await own.post('/api/auth/refresh')).status, 401);
      await expectRefusedSoon(own);
      await person.phone.receive(/uma cópia antiga dele foi usada/);
    },
  },
  {
    id: 45,
    standard: 'OWASP ASVS 5.0 7.4.1',
    attack:
      'An access token after the device was ended, everything was ended, the account was blocked',
    outcome: 'refused within five seconds',
    play: async (field) => {
      const { person, own } = await withPassword(field);
      const other = field.browser();
      assert.equal((await logIn(other, person.cpf, PASSWORD)).status, 200);
      const id = await sessionIdOf(other);
      assert.equal((await own.request('DELETE', `/api/auth/sessions/${id}`)).status, 204);
      await expectRefusedSoon(other);
      assert.equal((await own.get('/api/auth/me')).status, 200);

      assert.equal((await logIn(other, person.cpf, PASSWORD)).status, 200);
      const all = await own.post('/api/auth/sessions/revoke-all');
      assert.ok(all.status < 300);
      await Promise.all([own, other].map(expectRefusedSoon));

      assert.equal((await logIn(other, person.cpf, PASSWORD)).status, 200);
      await person.phone.send('bloquear');
      await person.phone.receive(/bloque/i);
      if ((await other.get('/api/auth/me')).status !== 401) await person.phone.send('1');
      await expectRefusedSoon(other);
      assert.equal((await logIn(other, person.cpf, PASSWORD)).status, 401);
      assert.equal((await other.post('/api/auth/refresh')).status, 401);
    },
  },
  {
    id: 46,
    standard: 'OWASP ASVS 5.0 3.5.1',
    attack: 'A cross-site POST, a foreign Origin, credentialed CORS from an unlisted origin',
    outcome: '403, and nothing that lets the other site read the answer',
    play: async (field) => {
      const own = await field.signedIn(await field.person());
      const calls = [
        ['POST', '/api/auth/login'],
        ['POST', '/api/auth/logout'],
        ['POST', '/api/auth/refresh'],
        ['POST', '/api/auth/password'],
        ['POST', '/api/auth/password/reset'],
        ['POST', '/api/auth/google'],
        ['POST', '/api/auth/google/link'],
        ['POST', '/api/auth/google/unlink'],
        ['POST', '/api/auth/sessions/revoke-all'],
        ['DELETE', '/api/auth/sessions/00000000-0000-4000-8000-000000000000'],
        ['POST', '/api/auth/requests'],
        ['POST', '/login'],
        ['POST', '/logout'],
      ] as const;
      for (const [method, route] of calls) {
        for (const origin of ['https://evil.example', 'null']) {
          const answer = await own.request(method, route, { headers: { origin } });
          assert.equal(answer.status, 403, `${method} ${route} from ${origin}`);
          assert.equal(answer.header('access-control-allow-origin'), null);
          assert.equal(answer.header('access-control-allow-credentials'), null);
        }
      }
      const preflight = await own.request('OPTIONS', '/api/auth/me', {
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'GET' },
      });
      assert.equal(preflight.header('access-control-allow-origin'), null);
      const read = await own.request('GET', '/api/auth/me', {
        headers: { origin: 'https://evil.example' },
      });
      assert.equal(read.header('access-control-allow-origin'), null);
      assert.equal((await own.get('/api/auth/me')).status, 200);
    },
  },
];

function codeOf(body: unknown): unknown {
  return (body as { code?: unknown }).code;
}
