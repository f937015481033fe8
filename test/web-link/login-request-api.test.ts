import { describe, expect, it } from 'vitest';
import { botNumberFromWhatsAppUser } from '#src/domain/bot-number.js';
import { cookiesOf, PUBLIC_URL, startWeb, valueOf } from '../support/web-client.js';
import { tokenOf } from '../support/web-deps.js';
import { asking, REQUESTS } from './ask-for-login.js';

const NOBODYS = `${REQUESTS}/6f1c7b0e-58a1-4a55-9d0e-0f3b7c1f2a10`;

describe('a login request', () => {
  it('is asked for with a code, a link to the chat and a number', async () => {
    const { answer } = await asking();
    expect(answer.status).toBe(201);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body).toEqual({
      requestId: expect.any(String) as string,
      requestCode: 'ABCD-2345',
      waUrl: 'https://wa.me/5511912345678?text=Quero%20entrar.%20Pedido%20ABCD-2345',
      number: 47,
      expiresIn: 300,
    });
  });

  it.each(['551133334444', '14155550123'])('case D1: leads to a bot on %s', async (digits) => {
    const web = await startWeb();
    await web.world.changeChannel({ phone: botNumberFromWhatsAppUser(digits) });
    const { answer, joanas } = await asking(web);
    expect(answer.status).toBe(201);
    expect((answer.body as { waUrl: string }).waUrl).toContain(`https://wa.me/${digits}?text=`);
    for (const page of ['/login', '/login/whatsapp'])
      expect((await joanas.get(page)).text).toContain(`https://wa.me/${digits}?text=`);
  });

  it('is bound to the browser by a cookie that scripts cannot read', async () => {
    const { answer, joanas } = await asking();
    expect(cookiesOf(answer).get('zl_browser')).toMatch(
      /; Max-Age=3600; .*HttpOnly; SameSite=Lax$/,
    );
    const again = await joanas.post(REQUESTS).send({});
    const token = (response: typeof answer) => valueOf(cookiesOf(response).get('zl_browser'));
    expect(token(again)).toBe(token(answer));
  });

  it('signs in once, in the browser that asked', async () => {
    const { joanas, path, decide } = await asking();
    await decide('approved');
    const done = await joanas.post(`${path}/complete`).send({ confirm: true });
    expect([done.status, done.body]).toEqual([200, { status: 'logged_in' }]);
    expect([...cookiesOf(done).keys()]).toEqual(
      expect.arrayContaining(['zl_access', 'zl_refresh']),
    );
    expect((await joanas.get('/api/auth/me')).body).toMatchObject({ name: 'Joana Maria Silva' });
    const again = await joanas.post(`${path}/complete`);
    expect(again.status).toBe(410);
    expect(again.body).toMatchObject({ code: 'request_used' });
  });

  it('gives nothing to another browser, approved or not (security case 20, RFC 10027)', async () => {
    const { browser, path, decide, world } = await asking();
    const others = browser();
    await others.post(REQUESTS).send({});
    for (const state of ['pending', 'approved'] as const) {
      if (state === 'approved') await decide('approved');
      const events = await others.get(`${path}/events`);
      const complete = await others.post(`${path}/complete`);
      for (const answer of [events, complete]) {
        expect(answer.status).toBe(404);
        expect(answer.body).toMatchObject({ code: 'not_found' });
        expect(cookiesOf(answer).size).toBe(0);
      }
    }
    expect(world.sessions.size).toBe(0);
  });

  it.each([
    { who: 'a browser that never asked', path: NOBODYS, cookie: '' },
    { who: 'a browser with a nonsense token', path: NOBODYS, cookie: 'zl_browser=nonsense' },
    { who: 'an unknown request', path: NOBODYS, cookie: `zl_browser=${tokenOf('b')}` },
    { who: 'a nonsense request', path: `${REQUESTS}/1'--`, cookie: `zl_browser=${tokenOf('b')}` },
  ])('answers $who with 404', async ({ path, cookie }) => {
    const { http } = await startWeb();
    const events = await http.get(`${path}/events`).set('Cookie', cookie);
    const complete = await http
      .post(`${path}/complete`)
      .set({ Cookie: cookie, Origin: PUBLIC_URL });
    expect([events.status, complete.status]).toEqual([404, 404]);
  });

  it.each([
    { state: 'pending', status: 409, code: 'conflict' },
    { state: 'denied', status: 409, code: 'conflict' },
    { state: 'expired', status: 410, code: 'request_expired' },
  ] as const)('opens nothing while $state', async ({ state, status, code }) => {
    const { joanas, path, decide, world } = await asking();
    if (state !== 'pending') await decide(state);
    const answer = await joanas.post(`${path}/complete`);
    expect([answer.status, answer.body]).toEqual([status, expect.objectContaining({ code })]);
    expect(world.sessions.size).toBe(0);
  });

  it('cannot be made or completed by another site (security case 46)', async () => {
    const { http, path, cookie, decide } = await asking();
    await decide('approved');
    for (const call of [REQUESTS, `${path}/complete`]) {
      const answer = await http.post(call).set({ Cookie: cookie, Origin: 'https://evil.example' });
      expect([answer.status, answer.body]).toEqual([
        403,
        expect.objectContaining({ code: 'forbidden_origin' }),
      ]);
    }
  });

  it('says that the bot is down, or when to try again', async () => {
    const { browser, world } = await startWeb();
    world.trouble.retryAfterS = 30;
    const early = await browser().post(REQUESTS).send({});
    expect([early.status, early.headers['retry-after']]).toEqual([429, '30']);
    await world.changeChannel({ state: 'waiting' });
    const down = await browser().post(REQUESTS).send({});
    expect([down.status, down.body]).toEqual([
      503,
      expect.objectContaining({ code: 'channel_down' }),
    ]);
  });

  it.each([{ next: 1 }, { next: ['/a'] }, { nexxt: '/a' }])('refuses the body %o', async (body) => {
    const { browser } = await startWeb();
    const answer = await browser().post(REQUESTS).send(body);
    expect(answer.status).toBe(400);
  });
});
