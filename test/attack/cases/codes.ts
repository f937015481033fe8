import assert from 'node:assert/strict';
import type { ApiBrowser } from '../../e2e/support/api-browser.js';
import type { AttackCase } from '../case.js';
import { DUMP, dumpText } from '../dump.js';
import type { Person } from '../field.js';
import { byCredential } from '../google.js';

const CODE = /^\d{6}$/;

interface Asked {
  readonly challengeId: string;
  readonly code: string;
}

/** Asks for a code in this browser and reads it on the person's phone. */
async function codeOn(browser: ApiBrowser, person: Person, purpose = 'login'): Promise<Asked> {
  const asked = await browser.post('/api/auth/whatsapp', { taxId: person.cpf, purpose });
  assert.equal(asked.status, 202);
  const { challengeId } = asked.body as { challengeId: string };
  return { challengeId, code: await person.phone.receive(CODE) };
}

const typed = (browser: ApiBrowser, asked: Asked) =>
  browser.post('/api/auth/whatsapp/verify', asked);

async function expectOutside(browser: ApiBrowser): Promise<void> {
  assert.equal((await browser.get('/api/auth/me')).status, 401);
}

/** As text, as the hexadecimal digits of bytea columns, and as base64. */
function spellings(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  return [secret, bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, '')];
}

/** Cases 4 to 7. */
export const CODES: readonly AttackCase[] = [
  {
    id: 4,
    standard: 'OWASP ASVS 5.0 6.6.2',
    attack: 'A code for one purpose used for another',
    outcome: 'refused',
    play: async (field) => {
      const [resetting, stepping] = [await field.person(), await field.person()];
      const own = await field.signedIn(stepping);
      await field.passMinutes(2);
      const thief = field.browser();
      const reset = await codeOn(thief, resetting, 'reset');
      assert.notEqual((await typed(thief, reset)).status, 200);
      await expectOutside(thief);
      const login = await codeOn(own, stepping, 'login');
      assert.notEqual((await own.post('/api/auth/step-up', login)).status, 200);
    },
  },
  {
    id: 5,
    standard: 'OWASP ASVS 5.0 6.6.2',
    attack: 'A code asked for in one browser, typed in another',
    outcome: 'refused there; the browser that asked still gets in',
    play: async (field) => {
      const person = await field.person();
      await field.passMinutes(2);
      const [asking, other] = [field.browser(), field.browser()];
      const asked = await codeOn(asking, person);
      assert.notEqual((await typed(other, asked)).status, 200);
      // A browser with a binding of its own, which the check compares.
      await other.post('/api/auth/whatsapp', { taxId: field.unusedCpf() });
      assert.notEqual((await typed(other, asked)).status, 200);
      await expectOutside(other);
      assert.equal((await typed(asking, asked)).status, 200);
    },
  },
  {
    id: 6,
    standard: 'NIST SP 800-63B-4 3.1.3.2',
    attack: 'A code at the end of its five minutes',
    outcome: 'refused',
    play: async (field) => {
      const person = await field.person();
      await field.passMinutes(2);
      const browser = field.browser();
      const asked = await codeOn(browser, person);
      await field.passMinutes(5);
      assert.notEqual((await typed(browser, asked)).status, 200);
      await expectOutside(browser);
    },
  },
  {
    id: 7,
    standard: 'OWASP ASVS 5.0 6.5.2; LGPD art. 46',
    attack: 'A dump of the database, and the logs',
    outcome: 'no CPF, phone, e-mail, code, link or cookie that is good for anything',
    play: async (field) => {
      const person = await field.person('Zuleica Wanderley');
      const own = await field.signedIn(person);
      const google = field.newGooglePerson('zuleica.w@gmail.example');
      await own.post('/api/auth/password', { password: 'girassol trovoada sete lagos' });
      const visitor = field.browser();
      const { linkId } = (await byCredential(field, visitor, google)).body as { linkId: string };
      const proof = { taxId: person.cpf, password: 'girassol trovoada sete lagos' };
      const linked = await visitor.post('/api/auth/google/link', { linkId, ...proof });
      assert.equal(linked.status, 200);
      await field.passMinutes(2);
      await person.phone.send('entrar');
      const fresh = await field.nextAccess(person.phone);
      const log = await field.settledLog();
      const dump = dumpText(await field.whileStopped(DUMP));
      const secrets = {
        cpf: person.cpf,
        phone: person.phone.number.slice(2),
        name: 'Zuleica',
        email: 'zuleica.w@gmail.example',
        sub: google.sub,
        link: fresh.link.slice('/l/'.length),
        code: fresh.code,
        refresh: own.cookie('zl_refresh'),
      };
      for (const [what, secret] of Object.entries(secrets)) {
        // Six digits may stand in any number; a code is looked for as a text of its own.
        const places = what === 'code' ? [`,${secret},`, `"${secret}"`] : spellings(secret);
        for (const place of places) {
          assert.ok(!dump.includes(place), `the dump has the ${what}`);
          assert.ok(!log.includes(place), `the log has the ${what}`);
        }
      }
    },
  },
];
