import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { cookiesOf, startWeb, valueOf } from '../support/web-client.js';
import { KNOWN_TAX_ID, RIGHT_CODE } from '../support/web-deps.js';

const NEXT = '/login?next=%2Fapp%2Fpedidos';

async function signedIn(settings: Parameters<typeof startWeb>[0] = {}) {
  const web = await startWeb(settings);
  const visitor = web.browser();
  await visitor.post('/login').type('form').send({ taxId: KNOWN_TAX_ID });
  await visitor.post('/login/code').type('form').send({ code: RIGHT_CODE });
  return { ...web, visitor };
}

describe('a loop between the login page and an application that does not recognise the person', () => {
  it('case F5: the third redirect to the same place becomes a page that says what to check', async () => {
    const { visitor, world } = await signedIn();
    for (const round of [1, 2]) {
      const sent = await visitor.get(NEXT);
      expect([round, sent.status, sent.headers['location']]).toEqual([round, 303, '/app/pedidos']);
    }
    const page = await visitor.get(NEXT);
    expect([page.status, page.headers['location']]).toEqual([200, undefined]);
    expect(page.text).toContain('<code>zl_access</code>');
    expect(page.text).toContain('http://localhost:3000/.well-known/jwks.json');
    expect(page.text).toContain('href="/app/pedidos"');
    expect(world.logged).toContainEqual({
      level: 'warn',
      event: 'login.redirect_loop',
      fields: {},
    });
    // Trying again counts from the beginning.
    expect((await visitor.get(NEXT)).status).toBe(303);
  });

  it('case F5: an application at the home page loops no longer either', async () => {
    const { visitor } = await signedIn({ dashboardUrl: 'https://app.example/inicio' });
    const answers = [];
    for (let visit = 0; visit < 3; visit += 1) answers.push((await visitor.get('/login')).status);
    expect(answers).toEqual([303, 303, 200]);
  });

  it('case F5: other places, and who is not signed in, are not counted with it', async () => {
    const { visitor, browser } = await signedIn();
    const places = ['/a', '/b', '/a', '/c', '/b', '/a'];
    for (const next of places) {
      expect((await visitor.get('/login').query({ next })).status).toBe(303);
    }
    const stranger = browser();
    for (let visit = 0; visit < 4; visit += 1) {
      const page = await stranger.get(NEXT);
      expect(page.text).toContain('action="/login"');
      expect([...cookiesOf(page).keys()]).toEqual([]);
    }
  });

  it('case F5: each redirect is remembered for 20 seconds, without the path', async () => {
    const { visitor } = await signedIn();
    for (const name of ['zl_sent_on_1', 'zl_sent_on_2']) {
      const line = cookiesOf(await visitor.get(NEXT)).get(name);
      expect(line).toMatch(/; Max-Age=20; Path=\/; .*HttpOnly; SameSite=Lax$/);
      expect(valueOf(line)).toMatch(/^[\w-]{22}$/);
    }
  });

  it.each([
    { scheme: 'http', prefix: '' },
    { scheme: 'https', prefix: '__Host-' },
  ])('case F5: under $scheme page and docs name the cookie as it is set', async (given) => {
    const { scheme, prefix } = given;
    const { http, world } = await startWeb({ publicUrl: `${scheme}://login.example` });
    const docs = await readFile('docs/integrate.md', 'utf8');
    const [code = ''] = /```js\n.*?```/s.exec(docs) ?? [];
    const { accessToken } = world.signIn(world.joana.accountId);
    const session = `${prefix}zl_access=${accessToken}`;
    const one = await http.get(NEXT).set('Cookie', session);
    const place = valueOf(cookiesOf(one).get(`${prefix}zl_sent_on_1`));
    const seen = `${prefix}zl_sent_on_1=${place}; ${prefix}zl_sent_on_2=${place}`;
    const page = await http.get(NEXT).set('Cookie', `${session}; ${seen}`);
    expect(page.text).toContain(`<code>${prefix}zl_access</code>`);
    expect(code).toContain(`'${prefix}zl_access'`);
  });
});
