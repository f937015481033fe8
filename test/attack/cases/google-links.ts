import assert from 'node:assert/strict';
import { ID_TOKEN_FAULTS } from '#src/dev/google-simulator/faults.js';
import type { GooglePerson } from '#src/dev/google-simulator/people.js';
import type { ApiBrowser } from '../../e2e/support/api-browser.js';
import { visitGoogle } from '../../support/google-visit.js';
import type { AttackCase } from '../case.js';
import type { Field, Person } from '../field.js';
import {
  byCredential,
  byRedirects,
  codeFor,
  codeOf,
  comeBack,
  isSignedIn,
  leaveForGoogle,
  pendingLink,
  statusOf,
} from '../google.js';

const PASSWORD = 'girassol trovoada sete lagos';
const NONCE_FAULTS = ['wrong_nonce', 'no_nonce'] as const;

interface Linked {
  readonly person: Person;
  readonly google: GooglePerson;
  /** Where it was linked; signed in. */
  readonly browser: ApiBrowser;
}

async function withPassword(
  field: Field,
  name?: string,
): Promise<{ person: Person; own: ApiBrowser }> {
  const person = await field.person(name);
  const own = await field.signedIn(person);
  assert.equal((await own.post('/api/auth/password', { password: PASSWORD })).status, 204);
  return { person, own };
}

function linkBody(linkId: string, { cpf }: Person, password = PASSWORD) {
  return { linkId, taxId: cpf, password };
}

async function linked(field: Field, google = field.newGooglePerson()): Promise<Linked> {
  const { person } = await withPassword(field);
  const browser = field.browser();
  const linkId = await pendingLink(field, browser, google);
  const answer = await browser.post('/api/auth/google/link', linkBody(linkId, person));
  assert.deepEqual([answer.status, answer.body], [200, { status: 'logged_in', action: 'link' }]);
  return { person, google, browser };
}

/** Cases 33 to 37, 39 and 40. */
export const GOOGLE: readonly AttackCase[] = [
  {
    id: 33,
    standard: 'OWASP ASVS 5.0 9.1.1, 9.2.3',
    attack:
      'An ID token with wrong aud, azp or iss, expired, unsigned, or HS256 with the public key',
    outcome: 'refused',
    play: async (field) => {
      const { google } = await linked(field);
      for (const fault of ID_TOKEN_FAULTS) {
        if (NONCE_FAULTS.some((one) => one === fault)) continue;
        field.google.setFaults({ idToken: fault });
        const browser = field.browser();
        const answer = await byCredential(field, browser, google);
        field.google.setFaults({ idToken: null });
        assert.ok(answer.status >= 400 && answer.status < 500, `${fault}: ${answer.status}`);
        assert.equal(await isSignedIn(browser), false, fault);
      }
      const right = field.browser();
      assert.equal(statusOf((await byCredential(field, right, google)).body), 'logged_in');
    },
  },
  {
    id: 34,
    standard: 'RFC 9700 4.9.1',
    attack: 'An access token that was issued to another app',
    outcome: 'refused',
    play: async (field) => {
      const { google } = await linked(field);
      const { sub } = google;
      const stolen = await field.google.tokensFor({ sub, app: 'another' });
      for (const body of [{ token: stolen.token }, { credential: stolen.credential }]) {
        const browser = field.browser();
        const answer = await browser.post('/api/auth/google', body);
        assert.ok(answer.status >= 400 && answer.status < 500);
        assert.equal(await isSignedIn(browser), false);
      }
      const { token } = await field.google.tokensFor({ sub });
      const right = await field.browser().post('/api/auth/google', { token });
      assert.equal(statusOf(right.body), 'logged_in');
    },
  },
  {
    id: 35,
    standard: 'RFC 9700 2.1, 4.4, 4.5, 4.7',
    attack:
      "Another browser's state, a used one, a wrong nonce or iss, a code injected past its verifier",
    outcome: 'refused',
    play: async (field) => {
      const { google } = await linked(field);
      const { sub } = google;
      const attacker = field.browser();
      const victim = field.browser();
      const attackersWay = await visitGoogle(await leaveForGoogle(attacker), sub);
      await leaveForGoogle(victim);
      await comeBack(victim, attackersWay);
      assert.equal(await isSignedIn(victim), false, "another browser's state");

      const twice = field.browser();
      const address = await leaveForGoogle(twice);
      const ways = [await visitGoogle(address, sub), await visitGoogle(address, sub)] as const;
      assert.equal((await comeBack(twice, ways[0])).status, 303);
      assert.equal(await isSignedIn(twice), true);
      const again = field.browser();
      again.setCookie('zl_browser', twice.cookie('zl_browser'));
      await comeBack(again, ways[1]);
      assert.equal(await isSignedIn(again), false, 'a used state');

      // The code of one way in the answer of another: the verifier does not fit (RFC 7636).
      const one = field.browser();
      const other = await visitGoogle(await leaveForGoogle(field.browser()), sub);
      const injected = await visitGoogle(await leaveForGoogle(one), sub);
      injected.searchParams.set('code', other.searchParams.get('code') ?? '');
      await comeBack(one, injected);
      assert.equal(await isSignedIn(one), false, 'an injected code');

      const faults = [
        ...NONCE_FAULTS.map((idToken) => ({ idToken })),
        { answerIssuer: 'wrong' as const },
      ];
      for (const fault of faults) {
        field.google.setFaults(fault);
        const browser = field.browser();
        await byRedirects(browser, google);
        field.google.setFaults({ idToken: null, answerIssuer: null });
        assert.equal(await isSignedIn(browser), false, JSON.stringify(fault));
      }
    },
  },
  {
    id: 36,
    standard: 'OWASP ASVS 5.0 10.5.2',
    attack: 'A Google account of somebody else; two links at once; another account after an unlink',
    outcome: 'a conflict that tells nothing; one link; back to the same CPF only',
    play: async (field) => {
      const { person, google, browser } = await linked(field);
      const other = await withPassword(field, 'Dora Lima');
      // Pending since before the link of the first one: by sign-in alone it could not come to this.
      const late = field.newGooglePerson();
      const first = field.browser();
      const second = field.browser();
      const links = [await pendingLink(field, first, late), await pendingLink(field, second, late)];
      const answers = await Promise.all([
        first.post('/api/auth/google/link', linkBody(links[0] ?? '', other.person)),
        second.post('/api/auth/google/link', linkBody(links[1] ?? '', other.person)),
      ]);
      const statuses = answers.map(({ status }) => status);
      assert.ok(statuses.includes(200), `nobody was linked: ${statuses.join()}`);

      const third = field.browser();
      const taken = await pendingLink(field, third, field.newGooglePerson());
      const full = await third.post('/api/auth/google/link', linkBody(taken, other.person));
      assert.deepEqual([full.status, codeOf(full.body)], [409, 'conflict']);

      const unlinked = await browser.post('/api/auth/google/unlink', { password: PASSWORD });
      assert.equal(unlinked.status, 204);
      const stranger = await withPassword(field, 'Caio Brito');
      const moved = field.browser();
      const linkId = await pendingLink(field, moved, google);
      const refused = await moved.post('/api/auth/google/link', linkBody(linkId, stranger.person));
      assert.deepEqual([refused.status, codeOf(refused.body)], [409, 'conflict']);
      assert.ok(!JSON.stringify(refused.body).includes(person.cpf.slice(3, 9)));
      const back = field.browser();
      const returning = await pendingLink(field, back, google);
      const home = await back.post('/api/auth/google/link', linkBody(returning, person));
      assert.equal(home.status, 200);
    },
  },
  {
    id: 37,
    standard: 'OWASP ASVS 5.0 10.5.2',
    attack: "A Google account with the e-mail of somebody's linked one",
    outcome: 'never linked by itself',
    play: async (field) => {
      const { google } = await linked(field);
      const twin = field.newGooglePerson(google.email);
      assert.equal(twin.email, google.email);
      const browser = field.browser();
      const { body } = await byCredential(field, browser, twin);
      assert.equal(statusOf(body), 'require_linking');
      assert.equal(await isSignedIn(browser), false);
    },
  },
  {
    id: 39,
    standard: 'OWASP ASVS 5.0 7.5.1',
    attack: 'Unlinking with a stolen session',
    outcome: 'asks for password or code, and tells the owner in chat',
    play: async (field) => {
      const { person, browser, google } = await linked(field);
      const wrong = await browser.post('/api/auth/google/unlink', { password: 'errada girassol' });
      assert.deepEqual([wrong.status, codeOf(wrong.body)], [401, 'wrong_password']);
      assert.equal((await browser.post('/api/auth/google/unlink', {})).status, 400);
      assert.equal(
        statusOf((await byCredential(field, field.browser(), google)).body),
        'logged_in',
      );
      await field.passMinutes(2);
      const proof = await codeFor(browser, person, 'unlink');
      assert.equal((await browser.post('/api/auth/google/unlink', proof)).status, 204);
      await person.phone.receive(/Google deixou de abrir/);
      const after = await byCredential(field, field.browser(), google);
      assert.equal(statusOf(after.body), 'require_linking');
    },
  },
  {
    id: 40,
    standard: 'RFC 9700 4.7, OWASP ASVS 5.0 10.2.1',
    attack: 'A link with an id of one’s own making, another browser’s, a used one, an old one',
    outcome: 'refused: only the record on this side counts',
    play: async (field) => {
      const { person } = await withPassword(field);
      const google = field.newGooglePerson();
      const browser = field.browser();
      const linkId = await pendingLink(field, browser, google);
      const thief = field.browser();
      await pendingLink(field, thief, field.newGooglePerson());
      const stolen = await thief.post('/api/auth/google/link', linkBody(linkId, person));
      assert.equal(stolen.status, 410);
      const forged = await browser.post('/api/auth/google/link', {
        ...linkBody(linkId, person),
        googleId: google.sub,
      });
      assert.equal(forged.status, 400);
      const invented = linkBody('00000000-0000-4000-8000-000000000000', person);
      assert.equal((await browser.post('/api/auth/google/link', invented)).status, 410);
      const late = field.browser();
      const old = await pendingLink(field, late, field.newGooglePerson());
      assert.equal(
        (await browser.post('/api/auth/google/link', linkBody(linkId, person))).status,
        200,
      );
      const used = await browser.post('/api/auth/google/link', linkBody(linkId, person));
      assert.equal(used.status, 410);
      await field.passMinutes(11);
      assert.equal((await late.post('/api/auth/google/link', linkBody(old, person))).status, 410);
    },
  },
];
