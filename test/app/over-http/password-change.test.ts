import { beforeEach, describe, expect, it } from 'vitest';
import { SESSION_PROOF_LIFETIME_MS } from '#src/domain/step-up.js';
import { contract, newTaxId } from '../../contract/parts.js';
import { createRealWeb, type RealWeb } from '../../support/real-web.js';
import { cookiesOf, valueOf } from '../../support/web-client.js';
import { submit } from '../../support/submit.js';
import { isSignedIn, logIn, OTHER, PASSWORD, setPassword } from './passwords.js';

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
});
