import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createGoogleWorld,
  PASSWORD,
  throughGoogle,
  whoIsIn,
  type GoogleWorld,
} from '../support/google-world.js';
import { linkedPerson } from '../support/google-steps.js';

const START = '/api/auth/google/start';
const BUTTON = /action="\/api\/auth\/google\/start"|href="\/api\/auth\/google\/start/;
const REASON = 'O Google não abre dentro de outro aplicativo';
const HOW = 'Abrir no navegador';
const APPS = {
  android:
    'Mozilla/5.0 (Linux; Android 14; SM-A146U Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/122.0.6261.88 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/453.0.0.40.107;]',
  iphone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 337.0.3.23.54',
} as const;

let world: GoogleWorld;
beforeAll(async () => {
  world = await createGoogleWorld();
});
afterAll(() => world.end());

/** A browser inside an app. */
function inside(app: keyof typeof APPS) {
  return world.browser().set({ 'User-Agent': APPS[app], Accept: 'text/html,*/*;q=0.8' });
}

/** Somebody who signed in with a password there. */
async function signedInside(app: keyof typeof APPS) {
  const person = await world.person({ password: true });
  const browser = inside(app);
  const sent = { taxId: person.taxId, password: PASSWORD };
  await browser.post('/api/auth/login').send(sent);
  expect(await whoIsIn(browser)).toBe(person.id);
  return { person, browser };
}

describe('case E9: Google inside another app', () => {
  it.each([
    [
      'android',
      'intent://localhost:3000/login?next=%2Fconta#Intent;scheme=http;package=com.android.chrome;end',
    ],
    ['iphone', null],
  ] as const)(
    'case E9: the login page on %s offers the other ways, then says how',
    async (app, chrome) => {
      const page = await inside(app).get('/login?next=/conta');
      expect(page.status).toBe(200);
      expect(page.text).not.toMatch(BUTTON);
      expect(page.text).toContain(HOW);
      const others = ['name="taxId"', 'href="/login/password'].map((way) => page.text.indexOf(way));
      expect(Math.min(...others)).toBeGreaterThan(0);
      expect(page.text.indexOf(REASON)).toBeGreaterThan(Math.max(...others));
      expect(/href="(intent:[^"]*)"/.exec(page.text)?.[1] ?? null).toBe(chrome);
    },
  );

  it('case E9: a browser keeps the button and reads nothing of apps', async () => {
    const page = await world.browser().get('/login');
    expect(page.text).toMatch(BUTTON);
    expect(page.text).not.toContain(REASON);
  });

  it.each([
    ['login', '?next=/conta', '/login?next=%2Fconta'],
    ['adding Google', '?intent=link', '/account'],
    [
      'a proof',
      '?intent=step_up&next=/account/google/link',
      '/account/confirm?then=%2Faccount%2Fgoogle%2Flink',
    ],
  ])('case E9: the way to Google for %s ends in a page with a way back', async (_, query, back) => {
    const page = await inside('android').get(`${START}${query}`);
    expect([page.status, page.headers['location']]).toEqual([200, undefined]);
    expect(page.text).toContain(REASON);
    expect(page.text).toContain(`href="${back}"`);
    expect(page.text).toContain('href="intent://localhost:3000/');
    expect(page.text).not.toMatch(BUTTON);
  });

  it('case E9: programs, and intents that nobody has, get what they got before', async () => {
    const program = inside('android').get(START).set('Accept', 'application/json');
    expect((await program).status).toBe(303);
    expect((await inside('android').get(`${START}?intent=steal`)).status).toBe(400);
  });

  it('case E9: adding Google, and Google as a proof, say it, too', async () => {
    const adding = await signedInside('iphone');
    const add = await adding.browser.get('/account/google/link');
    expect(add.text).not.toMatch(BUTTON);
    expect(add.text).toContain(REASON);

    const { person, sub } = await linkedPerson(world);
    const known = world.browser();
    await throughGoogle(known, sub);
    expect(await whoIsIn(known)).toBe(person.id);
    const proof = await known.get('/account/confirm').set('User-Agent', APPS.android);
    expect(proof.text).not.toMatch(BUTTON);
    expect(proof.text).toContain(REASON);
    expect((await known.get('/account/confirm')).text).toMatch(BUTTON);
  });

  it('case E9: a link from the chat says it, and stays good for the browser', async () => {
    const { person, browser } = await signedInside('android');
    const { path } = await linkFor(person.id);
    const page = await browser.get(path);
    expect(page.text).toContain(REASON);
    expect(page.text).not.toContain('Continuar com Google');
    const pressed = await browser.post(path).type('form').send({});
    expect([pressed.status, pressed.headers['location']]).toEqual([303, path]);
    const real = world.browser();
    await real.post('/api/auth/login').send({ taxId: person.taxId, password: PASSWORD });
    const going = await real.post(path).type('form').send({});
    expect(going.headers['location']).toContain(world.simulator.issuer);
  });

  it('case E9: what went wrong on the way is no reason to start again there', async () => {
    const stale = '/api/auth/google/callback?state=nonsense&code=x';
    expect((await world.browser().get(stale).set('Accept', 'text/html')).text).toMatch(BUTTON);
    expect((await inside('iphone').get(stale)).text).not.toMatch(BUTTON);
  });
});

async function linkFor(accountId: string): Promise<{ readonly path: string }> {
  const link = await world.chatLink(accountId);
  const found = /\/google\/chat\/[\w-]{43}/.exec(JSON.stringify(link));
  if (found === null) throw new Error('the chat sent no link');
  return { path: found[0] };
}
