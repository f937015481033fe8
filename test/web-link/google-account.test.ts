import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitGoogle } from '../support/google-visit.js';
import { codeOf, linkedPerson, vouched } from '../support/google-steps.js';
import {
  createGoogleWorld,
  PASSWORD,
  throughGoogle,
  whoIsIn,
  type Browser,
  type GoogleWorld,
} from '../support/google-world.js';
import { submit } from '../support/submit.js';

const LINK = '/api/auth/google/start?intent=link';
const FIVE_MINUTES_MS = 300_000;

let world: GoogleWorld;
beforeAll(async () => {
  world = await createGoogleWorld();
});
afterAll(() => world.end());

/** Somebody who is signed in with a password, and has no Google. */
async function signedIn() {
  const person = await world.person({ password: true });
  const browser = world.browser();
  await browser.post('/api/auth/login').send({ taxId: person.taxId, password: PASSWORD });
  expect(await whoIsIn(browser)).toBe(person.id);
  await world.sentTo(person.chat);
  return { person, browser };
}

const problemAt = async (browser: Browser, path: string): Promise<string> =>
  codeOf(await browser.get(path).set('Accept', 'application/json'));

describe('adding Google to the account that is signed in', () => {
  it('links after a fresh proof, and tells the owner', async () => {
    const { person, browser } = await signedIn();
    const { sub } = world.googler();
    expect((await browser.get('/account/google/link')).text).toContain('Continuar com Google');
    const back = await throughGoogle(browser, sub, LINK);
    expect([back.status, back.headers['location']]).toEqual([303, '/account?done=linked']);
    expect((await world.sentTo(person.chat)).join()).toMatch(/conta do Google passou a abrir/);
    const { answer } = await vouched(world, world.browser(), sub);
    expect(answer.body).toEqual({ status: 'logged_in' });
  });

  it('asks for another proof after five minutes', async () => {
    const { browser } = await signedIn();
    world.pass(FIVE_MINUTES_MS);
    expect(await problemAt(browser, LINK)).toBe('step_up_required');
    const page = await browser.get('/account/google/link');
    expect(page.headers['location']).toMatch(/^\/account\/confirm/);
  });

  it('is for nobody who is not signed in, and not begun by another site', async () => {
    expect(await problemAt(world.browser(), LINK)).toBe('session_expired');
    const { browser } = await signedIn();
    const lured = await browser.get(LINK).set('Sec-Fetch-Site', 'cross-site');
    expect(lured.status).toBe(403);
  });

  it('ends when the session ended while the person was at Google', async () => {
    const { person, browser } = await signedIn();
    const { sub } = world.googler();
    const going = await browser.get(LINK);
    const answer = await visitGoogle(String(going.headers['location']), sub);
    await world.store.sessions.revokeAll(person.id, 'signed_out', world.now());
    const back = await browser.get(`${answer.pathname}${answer.search}`);
    expect(back.status).toBe(400);
    expect(await world.store.googleIdentities.linkedTo(person.id)).toBeNull();
  });

  it('is a conflict for a Google account of somebody else, and for a second one', async () => {
    const other = await linkedPerson(world);
    const { person, browser } = await signedIn();
    const back = await throughGoogle(browser, other.sub, LINK);
    expect(back.status).toBe(409);
    expect(back.text).toContain('Não foi possível vincular');
    expect(back.text).not.toContain(other.person.name);
    expect(await world.store.googleIdentities.linkedTo(person.id)).toBeNull();
    expect(await problemAt(other.browser, LINK)).toBe('conflict');
  });

  it('is refused while somebody else claims the account', async () => {
    const { person, browser } = await signedIn();
    await world.claim(person);
    expect(await problemAt(browser, LINK)).toBe('account_contested');
  });
});

describe('proving by Google who one is', () => {
  const STEP_UP = '/api/auth/google/start?intent=step_up&next=/account/google/unlink';

  it('renews the session under a new id (security case 43)', async () => {
    const { browser, sub } = await linkedPerson(world);
    const sessionOf = async () =>
      ((await browser.get('/api/auth/me')).body as { sessionId: string }).sessionId;
    const before = await sessionOf();
    world.pass(FIVE_MINUTES_MS);
    const back = await throughGoogle(browser, sub, STEP_UP);
    expect([back.status, back.headers['location']]).toEqual([303, '/account/google/unlink']);
    expect(await sessionOf()).not.toBe(before);
    expect((await world.store.sessions.find(before))?.revokedAt).not.toBeNull();
  });

  it('takes no other Google account, known here or not', async () => {
    const { browser, person } = await linkedPerson(world);
    const other = await linkedPerson(world);
    for (const sub of [other.sub, world.googler().sub]) {
      expect((await throughGoogle(browser, sub, STEP_UP)).status).toBe(401);
    }
    expect(await whoIsIn(browser)).toBe(person.id);
  });
});

describe('a link from the chat', () => {
  async function fromChat(accountId: string): Promise<string> {
    const link = await world.chatLink(accountId);
    if (!link.ok) throw new Error(link.error.code);
    return new URL(link.value.url).pathname;
  }

  it('shows whose account it is, and changes nothing by being looked at (security case 24)', async () => {
    const person = await world.person();
    const path = await fromChat(person.id);
    for (let look = 0; look < 3; look += 1) {
      const page = await world.browser().get(path);
      expect([page.status, page.text.includes('Vincular o Google à conta de M•••')]).toEqual([
        200,
        true,
      ]);
      await world.browser().head(path);
    }
    const { person: owner, browser } = await signedIn();
    const own = await fromChat(owner.id);
    expect((await browser.post(own)).headers['location']).toContain('/auth?');
  });

  it('case A7: does nothing in a browser where nobody is signed in, and says what comes first', async () => {
    const stranger = await world.person();
    const path = await fromChat(stranger.id);
    const victim = world.browser();
    const page = await victim.get(path);
    expect(page.text).toContain('Entre antes nesta conta, neste navegador.');
    expect(page.text).not.toContain('<form method="post" action="/google/chat/');
    const pressed = await victim.post(path);
    expect([pressed.status, pressed.headers['location']]).toEqual([303, path]);
    expect(await whoIsIn(victim)).toBeNull();
    expect(await world.store.googleIdentities.linkedTo(stranger.id)).toBeNull();
    expect((await world.browser().get(path)).status).toBe(200);
  });

  it('case A7: a session that ended, or another account, at Google meanwhile binds nothing', async () => {
    const { person, browser } = await signedIn();
    const going = await browser.post(await fromChat(person.id));
    const { sub } = world.googler();
    const answer = await visitGoogle(String(going.headers['location']), sub);
    await browser.post('/api/auth/logout');
    expect((await browser.get(`${answer.pathname}${answer.search}`)).status).toBe(400);
    expect(await whoIsIn(browser)).toBeNull();
    expect(await world.store.googleIdentities.linkedTo(person.id)).toBeNull();
  });

  it('links the account of the chat where it is signed in, once', async () => {
    const { person, browser } = await signedIn();
    const path = await fromChat(person.id);
    const { sub } = world.googler();
    const going = await browser.post(path);
    const answer = await visitGoogle(String(going.headers['location']), sub);
    const back = await browser.get(`${answer.pathname}${answer.search}`);
    expect([back.status, back.headers['location']]).toEqual([303, '/account?done=linked']);
    expect(await whoIsIn(browser)).toBe(person.id);
    expect((await submit(browser, path)).status).toBe(410);
    expect(await world.chatLink(person.id)).toEqual({
      ok: false,
      error: { code: 'already_linked' },
    });
  });

  it('sends one of two taps to Google', async () => {
    const { person, browser } = await signedIn();
    const path = await fromChat(person.id);
    const taps = await Promise.all([browser.post(path), browser.post(path)]);
    expect(taps.filter(({ headers }) => headers['location'] === path)).toHaveLength(1);
  });

  it('opens no session by itself and is no magic link', async () => {
    const person = await world.person();
    const path = await fromChat(person.id);
    const token = path.split('/').at(-1) ?? '';
    expect((await submit(world.browser(), `/l/${token}`)).status).toBe(404);
    expect((await world.browser().get('/google/chat/nonsense')).status).toBe(404);
  });

  it('comes to nothing when everything was signed out meanwhile (security case 32)', async () => {
    const person = await world.person({ password: true });
    const owner = world.browser();
    await owner.post('/api/auth/login').send({ taxId: person.taxId, password: PASSWORD });
    const browser = world.browser();
    await browser.post('/api/auth/login').send({ taxId: person.taxId, password: PASSWORD });
    const going = await browser.post(await fromChat(person.id));
    expect((await owner.post('/api/auth/sessions/revoke-all')).status).toBe(204);
    const answer = await visitGoogle(String(going.headers['location']), world.googler().sub);
    expect((await browser.get(`${answer.pathname}${answer.search}`)).status).toBe(400);
    expect(await whoIsIn(browser)).toBeNull();
    expect(await world.store.googleIdentities.linkedTo(person.id)).toBeNull();
  });

  it('never takes the place of somebody who is signed in (security case 28)', async () => {
    const stranger = await world.person();
    const path = await fromChat(stranger.id);
    const { person, browser } = await signedIn();
    const looked = await browser.get(path);
    expect([looked.status, looked.text.includes('Este link é de outra conta')]).toEqual([
      409,
      true,
    ]);
    expect((await submit(browser, path)).status).toBe(409);
    const { person: owner, browser: lured } = await signedIn();
    const going = await lured.post(await fromChat(owner.id));
    await lured.post('/api/auth/login').send({ taxId: person.taxId, password: PASSWORD });
    const answer = await visitGoogle(String(going.headers['location']), world.googler().sub);
    expect((await lured.get(`${answer.pathname}${answer.search}`)).status).toBe(400);
    expect(await whoIsIn(browser)).toBe(person.id);
    expect(await whoIsIn(lured)).toBe(person.id);
    expect(await world.store.googleIdentities.linkedTo(owner.id)).toBeNull();
  });

  it('is not made while somebody else claims the account', async () => {
    const person = await world.person();
    await world.claim(person);
    expect(await world.chatLink(person.id)).toEqual({
      ok: false,
      error: { code: 'account_contested' },
    });
  });
});

it('takes Google along with the data of the account (LGPD art. 18 V)', async () => {
  const { browser, sub } = await linkedPerson(world);
  const data = await browser.get('/account/data.json');
  expect(JSON.parse(data.text)).toMatchObject({
    google: [{ id: sub, email: 'joana.silva@gmail.example', unlinkedAt: null }],
  });
});
