import { describe, expect, it } from 'vitest';
import { cookiesOf, PUBLIC_URL, startWeb, valueOf } from '../support/web-client.js';
import { KNOWN_TAX_ID, RIGHT_CODE } from '../support/web-deps.js';

const ASK = '/api/auth/whatsapp';
const VERIFY = '/api/auth/whatsapp/verify';

interface Asked {
  readonly challengeId: string;
}

describe('signing in by CPF and code', () => {
  it('asks, proves, and is somebody', async () => {
    const { browser, world } = await startWeb();
    const joanas = browser();
    const asked = await joanas.post(ASK).send({ taxId: KNOWN_TAX_ID, purpose: 'login' });
    expect(asked.status).toBe(202);
    const { challengeId } = asked.body as Asked;
    expect(asked.body).toEqual({ challengeId, expiresIn: 300, resendIn: 60, held: false });

    const proven = await joanas.post(VERIFY).send({ challengeId, code: '482-915' });
    expect([proven.status, proven.body]).toEqual([200, { status: 'logged_in' }]);

    const me = await joanas.get('/api/auth/me');
    expect(me.body).toMatchObject({
      accountId: world.joana.accountId,
      name: 'Joana Maria Silva',
      taxIdMasked: '529.***.***-25',
      methods: [{ method: 'whatsapp', label: '(11) •••••-5678' }],
    });
  });

  it('hands its tokens out in cookies that no script and no plain connection gets', async () => {
    const { browser } = await startWeb({ publicUrl: 'https://entrar.example' });
    // The agent speaks plain http to the test server, so the cookies are carried by hand.
    const asked = await browser().post(ASK).send({ taxId: KNOWN_TAX_ID });
    const bound = cookiesOf(asked).get('__Host-zl_browser');
    expect(bound).toMatch(/; Max-Age=3600; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);

    const proven = await browser()
      .post(VERIFY)
      .set('Cookie', `__Host-zl_browser=${valueOf(bound)}`)
      .send({ challengeId: (asked.body as Asked).challengeId, code: RIGHT_CODE });
    const cookies = cookiesOf(proven);
    expect(cookies.get('__Host-zl_access')).toMatch(
      /; Max-Age=900; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(cookies.get('__Host-zl_refresh')).toMatch(
      /; Path=\/; Expires=Tue, 01 Jan 2030 00:00:00 GMT; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('has plain names and no Secure on http, where browsers would drop them', async () => {
    const { browser } = await startWeb();
    const cookie = cookiesOf(await browser().post(ASK).send({ taxId: KNOWN_TAX_ID })).get(
      'zl_browser',
    );
    expect(cookie).toContain('HttpOnly; SameSite=Lax');
    expect(cookie).not.toContain('Secure');
  });

  it('refuses a code in a browser that did not ask for it (security case 5)', async () => {
    const { browser } = await startWeb();
    const asked = await browser().post(ASK).send({ taxId: KNOWN_TAX_ID });
    const { challengeId } = asked.body as Asked;
    const thief = browser();
    const withoutCookie = await thief.post(VERIFY).send({ challengeId, code: RIGHT_CODE });
    expect(withoutCookie.body).toMatchObject({ code: 'challenge_expired', status: 410 });
    const withAnother = await thief
      .post(VERIFY)
      .set('Cookie', `zl_browser=${'z'.repeat(43)}`)
      .send({ challengeId, code: RIGHT_CODE });
    expect(withAnother.body).toMatchObject({ code: 'challenge_expired', status: 410 });
  });

  it('counts wrong codes down and then refuses the right one', async () => {
    const { browser } = await startWeb();
    const guesser = browser();
    const { challengeId } = (await guesser.post(ASK).send({ taxId: KNOWN_TAX_ID })).body as Asked;
    for (const attemptsLeft of [4, 3, 2, 1, 0]) {
      const wrong = await guesser.post(VERIFY).send({ challengeId, code: '000000' });
      expect(wrong.body).toMatchObject({ code: 'wrong_code', status: 401, attemptsLeft });
    }
    const right = await guesser.post(VERIFY).send({ challengeId, code: RIGHT_CODE });
    expect(right.body).toMatchObject({ code: 'challenge_exhausted', status: 429 });
  });

  it('says when to come back', async () => {
    const { browser, world } = await startWeb();
    world.trouble.retryAfterS = 42;
    const answer = await browser().post(ASK).send({ taxId: KNOWN_TAX_ID });
    expect(answer.body).toMatchObject({ code: 'too_many_requests', retryAfter: 42 });
    expect(answer.headers['retry-after']).toBe('42');
  });

  it('says that WhatsApp is down', async () => {
    const { browser, world } = await startWeb();
    world.board.status = { ...world.board.status, state: 'waiting' };
    const answer = await browser().post(ASK).send({ taxId: KNOWN_TAX_ID });
    expect(answer.body).toMatchObject({ code: 'channel_down', status: 503 });
  });

  it('ends the session that the browser had before (security case 43)', async () => {
    const { browser, world } = await startWeb();
    const before = world.signIn(world.joana.accountId);
    const cookie = `zl_access=${before.accessToken}; zl_browser=${'b'.repeat(43)}`;
    const asked = await browser().post(ASK).set('Cookie', cookie).send({ taxId: KNOWN_TAX_ID });
    await browser()
      .post(VERIFY)
      .set('Cookie', cookie)
      .send({ challengeId: (asked.body as Asked).challengeId, code: RIGHT_CODE });
    expect(world.sessions.has(before.sessionId)).toBe(false);
    expect(world.sessions.size).toBe(1);
  });
});

describe('the client’s address (security case 10)', () => {
  it.each([
    { trustProxy: 0, seen: '127.0.0.1' },
    { trustProxy: 1, seen: '203.0.113.7' },
  ])('is $seen behind $trustProxy trusted proxies', async ({ trustProxy, seen }) => {
    const { browser, world } = await startWeb({ trustProxy });
    await browser()
      .post(ASK)
      .set('X-Forwarded-For', '198.51.100.1, 203.0.113.7')
      .send({ taxId: KNOWN_TAX_ID });
    expect(world.calls.addresses).toEqual([seen]);
  });
});

describe('the life of a session', () => {
  it('is nobody without cookies, with nonsense ones, and after it ended', async () => {
    const { http, world } = await startWeb();
    expect((await http.get('/api/auth/me')).body).toMatchObject({ code: 'not_authenticated' });
    const nonsense = await http.get('/api/auth/me').set('Cookie', 'zl_access=" a b; zl_access');
    expect(nonsense.body).toMatchObject({ code: 'not_authenticated', status: 401 });
    const { accessToken, sessionId } = world.signIn(world.joana.accountId);
    world.sessions.delete(sessionId);
    const ended = await http.get('/api/auth/me').set('Cookie', `zl_access=${accessToken}`);
    expect(ended.body).toMatchObject({ code: 'session_expired', status: 401 });
  });

  it('ends with the account', async () => {
    const { http, world } = await startWeb();
    const { accessToken } = world.signIn(world.joana.accountId);
    world.removePerson(world.joana.accountId);
    const me = await http.get('/api/auth/me').set('Cookie', `zl_access=${accessToken}`);
    expect(me.body).toMatchObject({ code: 'session_expired' });
  });

  it('is renewed by its refresh token, with new cookies', async () => {
    const { http, world } = await startWeb();
    const { refreshToken } = world.signIn(world.joana.accountId);
    const renewed = await http
      .post('/api/auth/refresh')
      .set({ Origin: PUBLIC_URL, Cookie: `zl_refresh=${refreshToken}` });
    expect([renewed.status, renewed.body]).toEqual([200, { status: 'logged_in' }]);
    const cookies = cookiesOf(renewed);
    expect(valueOf(cookies.get('zl_refresh'))).not.toBe(refreshToken);
    const access = valueOf(cookies.get('zl_access'));
    expect((await http.get('/api/auth/me').set('Cookie', `zl_access=${access}`)).status).toBe(200);
  });

  it('takes the cookies away with a refresh token that is worth nothing', async () => {
    const { http } = await startWeb();
    const refused = await http
      .post('/api/auth/refresh')
      .set({ Origin: PUBLIC_URL, Cookie: 'zl_refresh=old' });
    expect(refused.body).toMatchObject({ code: 'session_expired', status: 401 });
    expect(cookiesOf(refused).get('zl_refresh')).toContain('Expires=Thu, 01 Jan 1970');
    const none = await http.post('/api/auth/refresh').set('Origin', PUBLIC_URL);
    expect(none.body).toMatchObject({ code: 'not_authenticated', status: 401 });
  });

  it('ends by logout, with the access token or the refresh token alone', async () => {
    const { http, world } = await startWeb();
    const first = world.signIn(world.joana.accountId);
    const second = world.signIn(world.joana.accountId);
    const byAccess = await http
      .post('/api/auth/logout')
      .set({ Origin: PUBLIC_URL, Cookie: `zl_access=${first.accessToken}` });
    const byRefresh = await http
      .post('/api/auth/logout')
      .set({ Origin: PUBLIC_URL, Cookie: `zl_refresh=${second.refreshToken}` });
    expect([byAccess.status, byRefresh.status]).toEqual([204, 204]);
    expect(cookiesOf(byAccess).get('zl_access')).toContain('Expires=Thu, 01 Jan 1970');
    expect(world.sessions.size).toBe(0);
  });
});
