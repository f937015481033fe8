import assert from 'node:assert/strict';
import { visitGoogle } from '../../support/google-visit.js';
import { ADMIN_PASSWORD } from '../../e2e/support/admin-client.js';
import type { ApiBrowser } from '../../e2e/support/api-browser.js';
import type { AttackCase } from '../case.js';
import type { Field, Person } from '../field.js';
import { byCredential, codeOf, comeBack, isSignedIn, pendingLink, statusOf } from '../google.js';

const PASSWORD = 'girassol trovoada sete lagos';
const NEXT_PASSWORD = 'maresia cadeira onze pontes';
const CHAT_LINK = /https?:\/\/\S+(\/google\/chat\/[\w-]{43})/;
/** A claim on the admin's page: its id, and whether it is held. */
const CLAIM = /name="id" value="([\w-]{36})"(?:(?!<\/article>).)*/gs;
const HELD = 'value="allowed"';
/** Claims that contest one CPF at the same time. */
const MOST_OPEN = 3;

/** The path of the link that the bot sends to whoever writes "google". */
async function linkFromChat({ phone }: Person): Promise<string> {
  await phone.send('google');
  return CHAT_LINK.exec(await phone.receive(CHAT_LINK))?.[1] ?? '';
}

const logIn = (browser: ApiBrowser, taxId: string, password: string) =>
  browser.post('/api/auth/login', { taxId, password });

/** Somebody with a password and Google, signed in in this browser. */
async function withEveryWay(field: Field) {
  const person = await field.person();
  const own = await field.signedIn(person);
  assert.equal((await own.post('/api/auth/password', { password: PASSWORD })).status, 204);
  const google = field.newGooglePerson();
  const linkId = await pendingLink(field, own, google);
  const proof = { linkId, taxId: person.cpf, password: PASSWORD };
  assert.equal((await own.post('/api/auth/google/link', proof)).status, 200);
  return { person, own, google };
}

/** A stranger says that the CPF is theirs; the answer is the same whatever becomes of it. */
async function claim(field: Field, taxId: string): Promise<void> {
  const stranger = await field.stranger();
  await stranger.send('este cpf é meu');
  await stranger.receive(/Qual é o CPF/);
  await stranger.send(taxId);
  await stranger.receive(/Anotei/);
}

interface OpenClaim {
  readonly id: string;
  readonly held: boolean;
}

async function openClaims(admin: ApiBrowser): Promise<readonly OpenClaim[]> {
  const page = String((await admin.get('/admin/claims')).body);
  return [...page.matchAll(CLAIM)].map(([text, id = '']) => ({ id, held: text.includes(HELD) }));
}

async function reject(admin: ApiBrowser, claims: readonly OpenClaim[]): Promise<void> {
  for (const { id } of claims) {
    const form = { id, outcome: 'rejected', reason: 'Documento com foto conferido' };
    const settled = await admin.request('POST', '/admin/claims', { form });
    assert.equal(settled.status, 303);
  }
}

/** Cases 61 and 62: what a stranger begins, and what the owner can still do. */
export const STRANGERS: readonly AttackCase[] = [
  {
    id: 61,
    standard: 'RFC 9700 4.7',
    attack: "A Google link begun in a stranger's chat or browser, gone on with by a victim",
    outcome: 'nothing is linked, nobody is signed in; the stranger can use it',
    play: async (field) => {
      const stranger = await field.person('Breno Falcão');
      const [own, owner] = [await field.signedIn(stranger), await field.person()];
      const google = field.newGooglePerson();
      const path = await linkFromChat(stranger);

      const nobody = field.browser();
      const looked = String((await nobody.get(path)).body);
      assert.ok(!looked.includes(`action="${path}"`), 'the page has a button');
      const pressed = await field.press(nobody, path);
      assert.deepEqual([pressed.status, pressed.header('location')], [303, path]);
      assert.equal(await isSignedIn(nobody), false);

      const victim = await field.signedIn(owner);
      assert.equal((await victim.get(path)).status, 409);
      assert.equal((await field.refusal(victim, path)).status, 409);

      // What the stranger got from Google's start, opened by the victim: at Google, or at the address after it.
      const going = await field.press(own, path);
      const address = going.header('location') ?? '';
      assert.equal(new URL(address).origin, new URL(field.google.issuer).origin);
      const back = await visitGoogle(address, google.sub);
      for (const browser of [victim, nobody]) {
        const { status } = await comeBack(browser, back);
        assert.ok(status >= 400 && status < 500, String(status));
      }
      assert.equal(await isSignedIn(nobody), false);
      const arrived = await byCredential(field, field.browser(), google);
      assert.equal(statusOf(arrived.body), 'require_linking');
    },
  },
  {
    id: 62,
    standard: 'OWASP ASVS 5.0 6.4.4',
    attack: 'Strangers claim the CPF, and claim it again after the admin said no',
    outcome:
      'three count at a time, none for 30 days after a no unless the admin accepts it; the owner replaces and takes away',
    play: async (field) => {
      const { person, own, google } = await withEveryWay(field);
      const other = field.browser();
      assert.equal((await logIn(other, person.cpf, PASSWORD)).status, 200);
      const admin = await field.admin();
      const proven = await admin.post('/api/admin/step-up', { password: ADMIN_PASSWORD });
      assert.equal(proven.status, 204);
      const before = new Set((await openClaims(admin)).map(({ id }) => id));
      for (let n = 0; n < MOST_OPEN + 1; n += 1) await claim(field, person.cpf);
      const claims = (await openClaims(admin)).filter(({ id }) => !before.has(id));
      assert.deepEqual(
        claims.map(({ held }) => held),
        [...Array<boolean>(MOST_OPEN).fill(false), true],
      );

      const digger = await pendingLink(field, own, field.newGooglePerson());
      const dug = { linkId: digger, taxId: person.cpf, password: PASSWORD };
      const added = await own.post('/api/auth/google/link', dug);
      assert.deepEqual([added.status, codeOf(added.body)], [409, 'account_contested']);
      const replaced = await own.post('/api/auth/password', { password: NEXT_PASSWORD });
      assert.equal(replaced.status, 204);
      assert.equal((await other.get('/api/auth/me')).status, 401);
      assert.equal((await logIn(field.browser(), person.cpf, PASSWORD)).status, 401);
      const away = await own.post('/api/auth/google/unlink', { password: NEXT_PASSWORD });
      assert.equal(away.status, 204);
      const after = await byCredential(field, field.browser(), google);
      assert.equal(statusOf(after.body), 'require_linking');
      const elsewhere = field.browser();
      assert.equal((await logIn(elsewhere, person.cpf, NEXT_PASSWORD)).status, 200);
      assert.equal((await own.post('/api/auth/sessions/revoke-all')).status, 204);
      assert.equal((await elsewhere.get('/api/auth/me')).status, 401);

      await reject(admin, claims);
      await claim(field, person.cpf);
      const again = (await openClaims(admin)).filter(({ id }) => !before.has(id));
      assert.deepEqual(
        again.map(({ held }) => held),
        [true],
      );
      const next = await pendingLink(field, own, field.newGooglePerson());
      const proof = { linkId: next, taxId: person.cpf, password: NEXT_PASSWORD };
      assert.equal((await own.post('/api/auth/google/link', proof)).status, 200);
    },
  },
];
