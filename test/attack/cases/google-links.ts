import assert from 'node:assert/strict';
import type { AttackCase } from '../case.js';
import { linkBody, linked, PASSWORD, withPassword } from '../google-linked.js';
import { byCredential, codeFor, codeOf, isSignedIn, pendingLink, statusOf } from '../google.js';

/** Cases 36, 37, 39 and 40: whose a Google account becomes, and until when. */
export const GOOGLE_LINKS: readonly AttackCase[] = [
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
