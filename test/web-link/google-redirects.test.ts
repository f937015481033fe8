import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NO_FAULTS } from '#src/dev/google-simulator/faults.js';
import { visitGoogle } from '../support/google-visit.js';
import { linkedPerson } from '../support/google-steps.js';
import {
  comeBack,
  createGoogleWorld,
  throughGoogle,
  whoIsIn,
  type Browser,
  type GoogleWorld,
} from '../support/google-world.js';

const START = '/api/auth/google/start';

let world: GoogleWorld;
beforeAll(async () => {
  world = await createGoogleWorld();
});
afterEach(() => world.simulator.setFaults(NO_FAULTS));
afterAll(() => world.end());

/** To Google, and the address it sends the browser back to. */
async function answerFor(browser: Browser, person: string, start = START): Promise<URL> {
  const going = await browser.get(start);
  return visitGoogle(String(going.headers['location']), person);
}

describe('the way to Google and back', () => {
  it('signs in who is linked, where they wanted to go', async () => {
    const { person, sub } = await linkedPerson(world);
    const browser = world.browser();
    const back = await throughGoogle(browser, sub, `${START}?next=/conta`);
    expect([back.status, back.headers['location']]).toEqual([303, '/conta']);
    expect(await whoIsIn(browser)).toBe(person.id);
    const next = await throughGoogle(browser, sub, `${START}?next=//evil.example`);
    expect(next.headers['location']).toBe('/dashboard');
  });

  it('leads somebody new to the page that asks for the CPF, with no id in its address', async () => {
    const { sub, name } = world.googler();
    const browser = world.browser();
    const back = await throughGoogle(browser, sub);
    expect([back.status, back.headers['location']]).toEqual([303, '/google/link']);
    const page = await browser.get('/google/link');
    expect(page.text).toContain(`Olá, ${name}. Para acessar via Google, confirme seu CPF`);
    expect(page.text).not.toContain(sub);
  });

  it('leads back to the login page when the person says no', async () => {
    const browser = world.browser();
    const back = await throughGoogle(browser, 'none', `${START}?next=/conta`);
    expect([back.status, back.headers['location']]).toEqual([303, '/login?next=%2Fconta']);
  });

  it('shows a name only when it is one', async () => {
    const odd = world.simulator.addPerson({
      givenName: '<b>Ganhe',
      familyName: 'http://x.example',
    });
    const browser = world.browser();
    await throughGoogle(browser, odd.sub);
    const page = await browser.get('/google/link');
    expect(page.text).toContain('<h1>Para acessar via Google, confirme seu CPF</h1>');
    expect(page.text).not.toContain('Ganhe');
  });

  it('stores no picture and no name of Google’s on the account', async () => {
    const { person } = await linkedPerson(world);
    const account = await world.store.accounts.findById(person.id);
    expect([account?.name, account?.taxId]).toEqual([person.name, person.taxId]);
    const identity = await world.store.googleIdentities.linkedTo(person.id);
    expect(Object.keys(identity ?? {}).sort()).toEqual(
      ['accountId', 'email', 'id', 'lastUsedAt', 'linkedAt', 'sub', 'unlinkedAt'].sort(),
    );
  });
});

describe('an answer that is not this browser’s (security case 35)', () => {
  it.each([
    ['without the cookie', (_browser: Browser) => world.browser()],
    [
      'with the cookie of another way to Google',
      async () => {
        const other = world.browser();
        await other.get(START);
        return other;
      },
    ],
  ])('is refused %s, and stays good in its own', async (_how, stranger) => {
    const { person, sub } = await linkedPerson(world);
    const browser = world.browser();
    const answer = await answerFor(browser, sub);
    const thief = await stranger(browser);
    const stolen = await comeBack(thief, answer);
    expect(stolen.status).toBe(400);
    expect(stolen.text).toContain('Esta volta do Google não vale mais');
    expect(await whoIsIn(thief)).toBeNull();
    expect((await comeBack(browser, answer)).status).toBe(303);
    expect(await whoIsIn(browser)).toBe(person.id);
  });

  it('is refused the second time', async () => {
    const { sub } = await linkedPerson(world);
    const browser = world.browser();
    const answer = await answerFor(browser, sub);
    await comeBack(browser, answer);
    expect((await comeBack(browser, answer)).status).toBe(400);
  });

  it('is refused after ten minutes, and with a state that was made up', async () => {
    const { sub } = await linkedPerson(world);
    const browser = world.browser();
    const answer = await answerFor(browser, sub);
    const forged = new URL(answer);
    forged.searchParams.set('state', 'x'.repeat(43));
    expect((await comeBack(browser, forged)).status).toBe(400);
    world.pass(600_000);
    expect((await comeBack(browser, answer)).status).toBe(400);
    expect(await whoIsIn(browser)).toBeNull();
  });

  it.each([
    { idToken: 'wrong_nonce' },
    { idToken: 'unsigned' },
    { idToken: 'wrong_audience' },
    { answerIssuer: 'wrong' },
    { answerIssuer: 'missing' },
  ] as const)('is refused with %o, in words', async (faults) => {
    const { sub } = await linkedPerson(world);
    const browser = world.browser();
    world.simulator.setFaults(faults);
    const back = await throughGoogle(browser, sub);
    expect(back.status).toBe(401);
    expect(back.text).toContain('O Google não confirmou quem você é');
    expect(back.text).toContain('href="/login"');
    expect(await whoIsIn(browser)).toBeNull();
  });
});

describe('a Google that is down', () => {
  it('is said before anybody leaves for it, on a page that offers the other ways', async () => {
    world.simulator.setFaults({ down: 'everything' });
    world.pass(1_001);
    const page = await world.browser().get(START);
    expect(page.status).toBe(503);
    expect(page.text).toContain('O Google não respondeu');
    expect(page.text).toContain('href="/login"');
    expect((await world.browser().get('/login')).text).toContain('name="taxId"');
  });

  it('is said to those who come back from it', async () => {
    const browser = world.browser();
    const answer = await answerFor(browser, world.googler().sub);
    world.simulator.setFaults({ down: 'everything' });
    const page = await comeBack(browser, answer);
    expect([page.status, page.text.includes('O Google não respondeu')]).toEqual([503, true]);
  });

  it('is a problem to programs', async () => {
    const answer = await world
      .browser()
      .get('/api/auth/google/callback?state=x&code=y')
      .set('Accept', 'application/json');
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'google_state_invalid' });
  });
});
