import { createMemoryRateLimiter } from '#src/adapters/memory/rate-limiter.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { REFRESH_GRACE_MS } from '#src/domain/session.js';
import { contract, newTaxId } from '../../contract/parts.js';
import { createRealWeb, ORIGIN, type RealWeb } from '../../support/real-web.js';
import { cookiesOf, valueOf } from '../../support/web-client.js';

const ROUNDS = 1000;
/** Two thousand calls take 10 to 15 s, and a multiple of that on a machine with other work. */
const ROUNDS_MS = 600_000;
/** A revocation is seen by every instance within this time, with or without an event (case 45). */
const SEEN_WITHIN_MS = 5_000;

/** How often one session may be renewed is tested beside its limit (case B6); here it would end the race. */
const countsNothing = {
  ...createMemoryRateLimiter(),
  hitAll: () => Promise.resolve({ allowed: true, retryAfterS: 0 }),
};

type Visitor = Awaited<ReturnType<RealWeb['signedIn']>>;
async function meIn(visitor: Visitor) {
  const answer = await visitor.get('/api/auth/me');
  return answer.body as { readonly accountId: string; readonly sessionId: string };
}

const isSignedIn = async (visitor: Visitor) => (await visitor.get('/api/auth/me')).status === 200;

contract('the devices of an account', (parts) => {
  let web: RealWeb;
  beforeEach(async () => {
    web = await createRealWeb(parts());
  });

  it('are listed, and ended one by one', async () => {
    const { id } = await web.person();
    const [phone, computer] = [await web.signedIn(id), await web.signedIn(id)];
    const list = await phone.get('/api/auth/sessions');
    const { sessions } = list.body as { sessions: { id: string; current: boolean }[] };
    expect(sessions).toHaveLength(2);
    const other = sessions.find(({ current }) => !current);
    expect(other).toMatchObject({ browser: 'Chrome', system: 'Windows', way: 'login_link' });
    const end = () => phone.delete(`/api/auth/sessions/${other?.id}`);
    expect((await end()).status).toBe(204);
    expect((await end()).body).toMatchObject({ code: 'not_found' });
    expect([await isSignedIn(phone), await isSignedIn(computer)]).toEqual([true, false]);
  });

  it('are not ended by somebody else', async () => {
    const [mine, theirs] = [await web.person(), await web.person()];
    const me = await web.signedIn(mine.id);
    const them = await web.signedIn(theirs.id);
    const { sessionId } = await meIn(them);
    expect((await me.delete(`/api/auth/sessions/${sessionId}`)).status).toBe(404);
    await me.post(`/account/sessions/${sessionId}/end`);
    expect(await isSignedIn(them)).toBe(true);
  });

  it('all end at once, with the links on their way', async () => {
    const { id, taxId } = await web.person();
    const [phone, computer] = [await web.signedIn(id), await web.signedIn(id)];
    await web.browser().post('/password/forgot').type('form').send({ taxId });
    expect((await phone.post('/api/auth/sessions/revoke-all')).status).toBe(204);
    expect([await isSignedIn(phone), await isSignedIn(computer)]).toEqual([false, false]);
    expect(cookiesOf(await computer.post('/api/auth/refresh')).get('zl_refresh')).toContain(
      'Expires=Thu, 01 Jan 1970',
    );
  });

  it('end within five seconds on an instance that hears no event (case 45)', async () => {
    const { id } = await web.person();
    // Its own bus: nothing is told, as when Redis is down.
    const deaf = await createRealWeb(parts(), { clock: web.clock });
    const visitor = await deaf.signedIn(id);
    expect(await isSignedIn(visitor)).toBe(true);
    const phone = await web.signedIn(id);
    await phone.post('/api/auth/sessions/revoke-all');
    web.pass(SEEN_WITHIN_MS);
    expect(await isSignedIn(visitor)).toBe(false);
  });

  it('show on the page of the account with plain forms', async () => {
    const { id } = await web.person();
    const [phone, computer] = [await web.signedIn(id), await web.signedIn(id)];
    const page = await phone.get('/account');
    expect(page.text).toContain('este aparelho');
    const { sessionId } = await meIn(computer);
    expect(page.text).toContain(`action="/account/sessions/${sessionId}/end"`);
    const ended = await phone.post(`/account/sessions/${sessionId}/end`);
    expect(ended.headers['location']).toBe('/account?done=session');
    expect(await isSignedIn(computer)).toBe(false);
    const all = await phone.post('/account/sessions/end-all');
    expect(all.headers['location']).toBe('/login?signed_out=1');
    expect((await phone.get('/account')).headers['location']).toBe('/login?next=%2Faccount');
  });

  it('say nothing that a link made up', async () => {
    const visitor = await web.signedIn((await web.person()).id);
    for (const done of ['constructor', '<b>', 'toString']) {
      expect((await visitor.get('/account').query({ done })).text).not.toContain('role="status"');
    }
    expect((await visitor.get('/account?done=password')).text).toContain('Senha salva.');
  });

  it('are not swapped by somebody else’s link (case 28)', async () => {
    const [victim, attacker] = [await web.person(), await web.person()];
    const visitor = await web.signedIn(victim.id);
    const url = await web.linkFor(attacker.id);
    const page = await visitor.get(url);
    expect(page.text).toContain('essa conta sai deste navegador');
    const blind = await visitor.post(url).type('form').send({});
    expect([blind.status, blind.headers['location']]).toEqual([303, url]);
    expect(await meIn(visitor)).toMatchObject({ accountId: victim.id });
  });
});

contract('refresh tokens over HTTP', (parts) => {
  it(
    `lets two tabs refresh at the same instant ${ROUNDS} times; a stolen old one ends it (case 44)`,
    async () => {
      const web = await createRealWeb(parts(), { limiter: countsNothing });
      const { id } = await web.person();
      const visitor = await web.signedIn(id);
      const refresh = (token: string) =>
        web.http.post('/api/auth/refresh').set({ Origin: ORIGIN, Cookie: `zl_refresh=${token}` });
      let token = valueOf(cookiesOf(await visitor.post('/api/auth/refresh')).get('zl_refresh'));
      const stolen = token;
      for (let round = 0; round < ROUNDS; round += 1) {
        const [one, other] = await Promise.all([refresh(token), refresh(token)]);
        const tokens = [one, other].map((tab) => valueOf(cookiesOf(tab).get('zl_refresh')));
        expect([one.status, other.status, tokens[0] === tokens[1]]).toEqual([200, 200, true]);
        token = tokens[0] ?? '';
      }
      web.pass(REFRESH_GRACE_MS + 1);
      expect((await refresh(stolen)).body).toMatchObject({ code: 'session_expired' });
      expect((await refresh(token)).body).toMatchObject({ code: 'session_expired' });
    },
    ROUNDS_MS,
  );
});

contract('calls from another site (case 46)', (parts) => {
  const CALLS = [
    { method: 'post', path: '/api/auth/login', body: { taxId: newTaxId(), password: 'x' } },
    { method: 'post', path: '/api/auth/password', body: { password: 'girassol trovoada' } },
    { method: 'post', path: '/api/auth/password/reset', body: { token: 'x', password: 'y' } },
    { method: 'post', path: '/api/auth/step-up', body: { password: 'x' } },
    { method: 'post', path: '/api/auth/sessions/revoke-all', body: {} },
    {
      method: 'delete',
      path: '/api/auth/sessions/00000000-0000-4000-8000-000000000000',
      body: {},
    },
    { method: 'post', path: '/account/delete', body: {} },
    { method: 'post', path: '/account/sessions/end-all', body: {} },
    { method: 'post', path: '/account/password', body: {} },
    { method: 'post', path: '/account/confirm', body: {} },
    { method: 'post', path: '/password/reset', body: {} },
  ] as const;

  describe.each(CALLS)('$method $path', ({ method, path, body }) => {
    it.each([
      { what: 'a foreign origin', headers: { Origin: 'https://evil.example' } },
      { what: 'an opaque origin', headers: { Origin: 'null' } },
      { what: 'no word of where it comes from', headers: {} },
    ])('is refused with $what', async ({ headers }) => {
      const web = await createRealWeb(parts());
      const call = web.http[method](path)
        .set('Accept', 'application/json')
        .set(headers as Record<string, string>);
      const answer = await call.send(body);
      expect(answer.body).toMatchObject({ code: 'forbidden_origin', status: 403 });
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    });
  });
});
