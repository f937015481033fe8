import { describe, expect, it } from 'vitest';
import { submit } from '../support/submit.js';
import { cookiesOf, PUBLIC_URL, startWeb } from '../support/web-client.js';
import { tokenOf } from '../support/web-deps.js';

const TOKEN = tokenOf('k');
const LINK = `/l/${TOKEN}`;

describe('a magic link', () => {
  it('asks whose it is and signs in by its button', async () => {
    const { browser, world } = await startWeb();
    world.addLink(TOKEN, world.joana.accountId);
    const joanas = browser();
    const page = await joanas.get(LINK);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Entrar como J••• S•••?');
    expect(page.text).not.toContain('Joana');
    const opened = await joanas.post(LINK).type('form').send({});
    expect([opened.status, opened.headers['location']]).toEqual([303, '/dashboard']);
    expect((await joanas.get('/dashboard')).text).toContain('Joana Maria Silva');
  });

  it('survives ten looks of previewers (security case 24)', async () => {
    const { http, browser, world } = await startWeb();
    world.addLink(TOKEN, world.joana.accountId);
    for (let look = 0; look < 5; look += 1) {
      expect((await http.get(LINK)).status).toBe(200);
      expect((await http.head(LINK)).status).toBe(200);
    }
    expect(world.calls.redeem).toBe(0);
    expect((await browser().post(LINK)).status).toBe(303);
  });

  it('works once', async () => {
    const { browser, world } = await startWeb();
    world.addLink(TOKEN, world.joana.accountId);
    const [first, second] = await Promise.all([browser().post(LINK), browser().post(LINK)]);
    const locations = [first, second].map(({ headers }) => String(headers['location']));
    expect(locations.sort()).toEqual(['/dashboard', LINK]);
    expect((await browser().get(LINK)).text).toContain('Este link já foi usado');
    expect(world.sessions.size).toBe(1);
  });

  it.each([
    { state: 'link_used', status: 410, text: 'Este link já foi usado' },
    { state: 'link_expired', status: 410, text: 'Este link não vale mais' },
    { state: 'link_invalid', status: 404, text: 'Não reconhecemos este link' },
  ] as const)('that is $state has a kind page of its own', async ({ state, status, text }) => {
    const { http, browser, world } = await startWeb();
    world.addLink(TOKEN, world.joana.accountId, state);
    for (const page of [await http.get(LINK), await submit(browser(), LINK)]) {
      expect(page.status).toBe(status);
      expect(page.text).toContain(text);
      expect(page.text).toContain('https://wa.me/5511912345678?text=entrar');
      expect(cookiesOf(page).has('zl_access')).toBe(false);
    }
  });

  it.each(['/l/x', `/l/${tokenOf('k')}k`, '/l/%00', `/l/${'%27'.repeat(43)}`, '/l/%3Cscript%3E'])(
    'of nonsense (%s) is answered without a look at the database',
    async (path) => {
      const { http, browser, world } = await startWeb();
      for (const page of [await http.get(path), await submit(browser(), path)]) {
        expect(page.status).toBe(404);
        expect(page.text).toContain('Não reconhecemos este link');
        expect(page.text).not.toContain('<script>');
      }
      expect(world.calls).toMatchObject({ preview: 0, redeem: 0 });
    },
  );

  it('says when to try again', async () => {
    const { http, world } = await startWeb();
    world.trouble.retryAfterS = 600;
    const page = await http.get(LINK);
    expect([page.status, page.headers['retry-after']]).toEqual([429, '600']);
    expect(page.text).toContain('Tente de novo em 10 minutos.');
  });

  it.each([
    { next: '/conta', location: '/conta' },
    { next: '//evil.example/', location: '/dashboard' },
  ])('leads to $location when $next was wanted', async ({ next, location }) => {
    const { browser, world } = await startWeb();
    world.addLink(TOKEN, world.joana.accountId);
    const opened = await browser().post(LINK).type('form').send({ next });
    expect(opened.headers['location']).toBe(location);
  });

  it.each([
    { made: '/account/data.json', location: '/account/data.json' },
    { made: '//evil.example/', location: '/dashboard' },
  ])('leads to $location when it was made for $made', async ({ made, location }) => {
    const { browser, world } = await startWeb();
    world.addLinkTo(made, TOKEN, world.joana.accountId);
    const opened = await browser().post(LINK);
    expect(opened.headers['location']).toBe(location);
  });

  it('is refused from another site', async () => {
    const { http, world } = await startWeb();
    world.addLink(TOKEN, world.joana.accountId);
    const forged = await http.post(LINK).set('Origin', 'https://evil.example');
    expect(forged.status).toBe(403);
    expect(world.calls.redeem).toBe(0);
  });

  it('never stands in a log or in an answer to somebody else (security case 31)', async () => {
    const { http, browser, world } = await startWeb();
    world.addLink(TOKEN, world.joana.accountId);
    await http.get(LINK);
    await http.get(`${LINK}/more`);
    await browser().post(LINK);
    world.trouble.throws = new Error('broken');
    await http.get(LINK);
    expect(JSON.stringify(world.logged)).not.toContain(TOKEN);
    expect(world.logged).toContainEqual({
      level: 'info',
      event: 'http.request',
      fields: expect.objectContaining({
        method: 'GET',
        route: '/l/:token',
        status: 200,
      }) as unknown,
    });
  });
});

describe('a magic link in a browser where somebody is signed in (security cases 27 and 28)', () => {
  async function startSignedIn() {
    const web = await startWeb();
    const { world } = web;
    const pedro = world.addPerson('Pedro Lima');
    const { accessToken, sessionId } = world.signIn(pedro.accountId);
    world.addLink(TOKEN, world.joana.accountId);
    const headers = { Origin: PUBLIC_URL, Cookie: `zl_access=${accessToken}` };
    return { ...web, pedro, sessionId, headers };
  }

  it('says that the account would change', async () => {
    const { http, headers } = await startSignedIn();
    const page = await http.get(LINK).set(headers);
    expect(page.text).toContain('Você está conectado como Pedro Lima');
    expect(page.text).toContain('Trocar de conta e entrar');
    expect(page.text).toContain('name="swap" value="yes"');
  });

  it('asks again before it swaps the account without having said so', async () => {
    const { http, headers, world } = await startSignedIn();
    const pressed = await http.post(LINK).set(headers);
    expect([pressed.status, pressed.headers['location']]).toEqual([303, LINK]);
    const page = await http.get(LINK).set(headers);
    expect(page.text).toContain('Você está conectado como Pedro Lima');
    expect(world.calls.redeem).toBe(0);
  });

  it('swaps when told to, and ends the session that was there', async () => {
    const { http, headers, world, sessionId } = await startSignedIn();
    const opened = await http.post(LINK).set(headers).type('form').send({ swap: 'yes' });
    expect(opened.status).toBe(303);
    expect(world.sessions.has(sessionId)).toBe(false);
    expect([...world.sessions.values()]).toEqual([world.joana.accountId]);
  });

  it('just goes on for the same account', async () => {
    const { http, world } = await startWeb();
    const { accessToken } = world.signIn(world.joana.accountId);
    world.addLink(TOKEN, world.joana.accountId);
    const headers = { Origin: PUBLIC_URL, Cookie: `zl_access=${accessToken}` };
    expect((await http.get(LINK).set(headers)).text).toContain('Você já está conectado');
    expect((await http.post(LINK).set(headers)).status).toBe(303);
  });

  it('offers the way back when the link is spent', async () => {
    const { http, headers, world, pedro } = await startSignedIn();
    world.addLink(TOKEN, pedro.accountId, 'link_used');
    const page = await http.get(LINK).set(headers);
    expect(page.text).toContain('Continuar conectado');
  });
});
