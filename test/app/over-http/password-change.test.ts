import { beforeEach, describe, expect, it } from 'vitest';
import { maskPersonName } from '#src/domain/person-name.js';
import { SESSION_PROOF_LIFETIME_MS } from '#src/domain/step-up.js';
import { contract, newTaxId } from '../../contract/parts.js';
import { createRealWeb, type RealWeb } from '../../support/real-web.js';
import { cookiesOf, valueOf } from '../../support/web-client.js';
import { submit } from '../../support/submit.js';

const PASSWORD = 'girassol trovoada sete lagos';
const OTHER = 'sabiá laranjeira 41 janelas';
const RESET_LINK = /\/password\/reset\/[\w-]{43}/;

type Visitor = Awaited<ReturnType<RealWeb['signedIn']>>;
type Person = Awaited<ReturnType<RealWeb['person']>>;

const isSignedIn = async (visitor: Visitor) => (await visitor.get('/api/auth/me')).status === 200;
const setPassword = (visitor: Visitor, password: string) =>
  visitor.post('/api/auth/password').send({ password });
const logIn = (web: RealWeb, { taxId }: Person, password: string) =>
  web.browser().post('/api/auth/login').send({ taxId, password });

/** What the reset's link leads to, from the chat. */
async function resetPath(web: RealWeb, { taxId, chat }: Person): Promise<string> {
  await web.sentTo(chat);
  await web.browser().post('/password/forgot').type('form').send({ taxId });
  return RESET_LINK.exec((await web.sentTo(chat)).join('\n'))?.[0] ?? 'no link came';
}

contract('setting and resetting a password', (parts) => {
  let web: RealWeb;
  beforeEach(async () => {
    web = await createRealWeb(parts());
  });

  it('sets a first password, tells the owner, and leaves other devices alone', async () => {
    const person = await web.person();
    const [phone, computer] = [await web.signedIn(person.id), await web.signedIn(person.id)];
    await web.sentTo(person.chat);
    expect((await setPassword(phone, PASSWORD)).status).toBe(204);
    expect((await web.sentTo(person.chat)).join()).toMatch(/senha .* definida .* BLOQUEAR/);
    expect(await isSignedIn(computer)).toBe(true);
    expect((await logIn(web, person, PASSWORD)).status).toBe(200);
  });

  it('ends the other sessions when it changes, on this instance and the others (case 45)', async () => {
    const person = await web.person();
    const elsewhere = await createRealWeb(parts(), { bus: web.bus, clock: web.clock });
    const phone = await web.signedIn(person.id);
    await setPassword(phone, PASSWORD);
    const thief = await elsewhere.signedIn(person.id);
    expect(await isSignedIn(thief)).toBe(true);
    expect((await setPassword(phone, OTHER)).status).toBe(204);
    expect(await isSignedIn(thief)).toBe(false);
    expect(await isSignedIn(phone)).toBe(true);
    expect((await logIn(web, person, PASSWORD)).status).toBe(401);
    expect((await logIn(web, person, OTHER)).status).toBe(200);
  });

  it('says why a password will not do', async () => {
    const { id, taxId } = await web.person();
    const visitor = await web.signedIn(id);
    const refusals = await Promise.all(
      ['curta', 'senha123456', `${taxId}ab`].map(async (password) => {
        const refused = await setPassword(visitor, password);
        return { status: refused.status, detail: (refused.body as { detail: string }).detail };
      }),
    );
    expect(refusals).toEqual([
      { status: 422, detail: 'Use 10 caracteres ou mais.' },
      { status: 422, detail: expect.stringContaining('primeiras') as string },
      { status: 422, detail: expect.stringContaining('documento') as string },
    ]);
  });

  it('sets nothing while somebody else claims the account (case 38)', async () => {
    const { id, taxId } = await web.person();
    const visitor = await web.signedIn(id);
    const stranger = await web.person();
    const claim = { id: crypto.randomUUID(), accountId: id, taxId, chat: stranger.chat };
    await web.store.claims.record({ ...claim, phone: stranger.phone, now: web.clock.now() });
    const answer = await setPassword(visitor, PASSWORD);
    expect(answer.body).toMatchObject({ code: 'account_contested', status: 409 });
    expect((await visitor.get('/account')).text).toContain('Há um pedido sobre este CPF');
  });

  it('case A8: a stolen password is replaced while somebody else claims the account', async () => {
    const person = await web.person();
    const owners = await web.signedIn(person.id);
    await setPassword(owners, PASSWORD);
    const thief = await web.signedIn(person.id);
    const { id: accountId, taxId } = person;
    const stranger = await web.person();
    const claim = { id: crypto.randomUUID(), accountId, taxId, chat: stranger.chat };
    await web.store.claims.record({ ...claim, phone: stranger.phone, now: web.clock.now() });
    expect(await web.store.claims.contests(accountId)).toBe(true);
    expect((await setPassword(owners, OTHER)).status).toBe(204);
    expect(await isSignedIn(thief)).toBe(false);
    expect((await logIn(web, person, PASSWORD)).status).toBe(401);
    expect((await logIn(web, person, OTHER)).status).toBe(200);
  });

  describe('a proof that is older than five minutes', () => {
    it('is asked for anew, and the browser goes on in a session with a new id (case 43)', async () => {
      const person = await web.person();
      const visitor = await web.signedIn(person.id);
      await setPassword(visitor, PASSWORD);
      const before = await visitor.get('/api/auth/me');
      web.pass(SESSION_PROOF_LIFETIME_MS);
      expect((await setPassword(visitor, OTHER)).body).toMatchObject({ code: 'step_up_required' });
      const page = await visitor.get('/account/password');
      expect(page.headers['location']).toBe('/account/confirm?then=%2Faccount%2Fpassword');
      for (const path of ['/account/delete', '/account/data.json']) {
        expect((await visitor.get(path)).headers['location']).toContain('/account/confirm?then=');
      }

      const old = cookiesOf(before);
      expect(old.size).toBe(0);
      const wrong = await submit(visitor, '/account/confirm', {
        ...{ then: '/account/password', password: 'errada' },
      });
      expect(wrong.text).toContain('A senha não confere.');
      const proven = await visitor
        .post('/account/confirm')
        .type('form')
        .send({ then: '/account/password', password: PASSWORD });
      expect(proven.headers['location']).toBe('/account/password');
      const after = await visitor.get('/api/auth/me');
      const idOf = (answer: typeof before) => (answer.body as { sessionId: string }).sessionId;
      expect(idOf(after)).not.toBe(idOf(before));
      expect(await web.store.sessions.find(idOf(before))).toMatchObject({
        revokedAt: web.clock.now(),
      });
      const access = valueOf(cookiesOf(proven).get('zl_access'));
      expect(access).not.toBe('');
      expect((await setPassword(visitor, OTHER)).status).toBe(204);
    });

    it('is given by a code from WhatsApp, for nothing but this', async () => {
      const person = await web.person();
      const visitor = await web.signedIn(person.id);
      web.pass(SESSION_PROOF_LIFETIME_MS);
      await web.sentTo(person.chat);
      const asked = await visitor
        .post('/api/auth/whatsapp')
        .send({ purpose: 'step_up', taxId: newTaxId() });
      const { challengeId } = asked.body as { challengeId: string };
      const code = (await web.sentTo(person.chat)).at(-1);
      const login = await visitor.post('/api/auth/whatsapp/verify').send({ challengeId, code });
      expect(login.body).toMatchObject({ code: 'challenge_expired' });
      const proven = await visitor.post('/api/auth/step-up').send({ challengeId, code });
      expect([proven.status, proven.body]).toEqual([200, { status: 'proven' }]);
      expect((await setPassword(visitor, PASSWORD)).status).toBe(204);
    });

    it('is asked for in nobody’s name', async () => {
      const answer = await web.browser().post('/api/auth/whatsapp').send({ purpose: 'step_up' });
      expect(answer.body).toMatchObject({ code: 'not_authenticated', status: 401 });
      const link = await web
        .browser()
        .post('/api/auth/whatsapp')
        .send({ purpose: 'link', taxId: newTaxId() });
      expect(link.body).toMatchObject({ code: 'link_expired', status: 410 });
    });
  });

  describe('a forgotten password', () => {
    it('is replaced by the link from the chat: all sessions end, nobody is signed in', async () => {
      const person = await web.person();
      const visitor = await web.signedIn(person.id);
      await setPassword(visitor, PASSWORD);
      const path = await resetPath(web, person);
      const token = path.slice(-43);
      const fresh = web.browser();
      for (const method of ['get', 'head', 'get'] as const) {
        expect((await fresh[method](path)).status).toBe(200);
      }
      const form = { token, password: OTHER, repeat: OTHER };
      const post = (fields: object) => submit(fresh, '/password/reset', { ...form, ...fields });
      expect((await post({ repeat: 'outra' })).text).toContain('não são iguais');
      const short = await post({ password: 'curta', repeat: 'curta' });
      expect(short.text).toContain('Use 10 caracteres ou mais.');
      const done = await post({});
      expect([done.status, done.text.includes('Senha salva')]).toEqual([200, true]);
      expect([await isSignedIn(fresh), await isSignedIn(visitor)]).toEqual([false, false]);
      expect((await post({})).status).toBe(410);
      expect((await logIn(web, person, OTHER)).status).toBe(200);
    });

    it('says whose it is, and signs nobody else out: the link may be a stranger’s', async () => {
      const [person, lurer] = [await web.person(), await web.person()];
      const visitor = await web.signedIn(person.id);
      const path = await resetPath(web, lurer);
      const account = await web.store.accounts.findById(lurer.id);
      if (account === null) throw new Error('the account is gone');
      const title = `Senha nova para a conta de ${maskPersonName(account.name)}`;
      expect((await visitor.get(path)).text).toContain(title);
      const post = (password: string) =>
        submit(visitor, '/password/reset', {
          ...{ token: path.slice(-43), password, repeat: password },
        });
      expect((await post('curta')).text).toContain(title);
      expect((await post(PASSWORD)).text).toContain('Senha salva');
      expect(await isSignedIn(visitor)).toBe(true);
      const own = await web.signedIn(lurer.id);
      web.pass(60_000);
      const again = await resetPath(web, lurer);
      const form = { token: again.slice(-43), password: OTHER, repeat: OTHER };
      const done = await own.post('/password/reset').type('form').send(form);
      expect([...cookiesOf(done).keys()]).toContain('zl_access');
      expect(valueOf(cookiesOf(done).get('zl_access'))).toBe('');
    });

    it('answers alike for a CPF nobody has, and keeps the link away from the login (case 13)', async () => {
      const person = await web.person();
      const ask = (taxId: string) => submit(web.browser(), '/password/forgot', { taxId });
      const [known, unknown] = [await ask(person.taxId), await ask(newTaxId())];
      expect([known.status, unknown.status]).toEqual([200, 200]);
      expect(unknown.text).toBe(known.text);
      const path = RESET_LINK.exec((await web.sentTo(person.chat)).join('\n'))?.[0] ?? '';
      expect((await web.browser().get(`/l/${path.slice(-43)}`)).status).toBe(404);
    });

    it('sends one link a minute, whatever the browser', async () => {
      const person = await web.person();
      expect(await resetPath(web, person)).toMatch(RESET_LINK);
      expect(await resetPath(web, person)).toBe('no link came');
    });

    it('is replaced by a reset code, which a weak password does not use up', async () => {
      const person = await web.person();
      const visitor = web.browser();
      const asked = await visitor
        .post('/api/auth/whatsapp')
        .send({ taxId: person.taxId, purpose: 'reset' });
      const { challengeId } = asked.body as { challengeId: string };
      const code = (await web.sentTo(person.chat)).at(-1);
      const reset = (password: string) =>
        visitor.post('/api/auth/password/reset').send({ challengeId, code, password });
      expect((await reset(`${person.taxId}ab`)).status).toBe(422);
      expect((await reset(PASSWORD)).status).toBe(204);
      expect((await reset(PASSWORD)).status).toBe(410);
      expect((await logIn(web, person, PASSWORD)).status).toBe(200);
    });

    it('says that WhatsApp is down', async () => {
      await web.setBoard({ state: 'waiting' });
      const page = await submit(web.browser(), '/password/forgot', { taxId: newTaxId() });
      expect(page.text).toContain('fora do ar');
    });
  });
});
