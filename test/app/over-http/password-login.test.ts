import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPasswordHasher } from '#src/adapters/crypto/password-hasher.js';
import { MAX_PASSWORD_FAILURES } from '#src/domain/password.js';
import type { TaxId } from '#src/domain/tax-id.js';
import { contract, newTaxId, NOON } from '../../contract/parts.js';
import { createRealWeb, type RealWeb } from '../../support/real-web.js';
import { submit } from '../../support/submit.js';

const PASSWORD = 'girassol trovoada sete lagos';
const hasher = createPasswordHasher();
let hashed: Promise<string> | null = null;

async function withPassword(web: RealWeb) {
  hashed ??= hasher.hash(PASSWORD);
  const person = await web.person();
  await web.store.passwords.set({ accountId: person.id, hash: await hashed, now: NOON });
  return person;
}

const logIn = (web: RealWeb, taxId: string, password = PASSWORD) =>
  web.browser().post('/api/auth/login').send({ taxId, password });

contract('signing in with a password', (parts) => {
  let web: RealWeb;
  beforeEach(async () => {
    web = await createRealWeb(parts());
  });

  it('works by CPF and password, through the API and the page, while the bot is down', async () => {
    await web.setBoard({ state: 'waiting' });
    const { taxId, chat } = await withPassword(web);
    const visitor = web.browser();
    const answer = await visitor.post('/api/auth/login').send({ taxId, password: PASSWORD });
    expect([answer.status, answer.body]).toEqual([200, { status: 'logged_in' }]);
    const list = await visitor.get('/api/auth/sessions');
    expect(list.body).toMatchObject({ sessions: [{ way: 'password', current: true }] });
    expect((await visitor.get('/api/auth/me')).body).toMatchObject({
      methods: [{ method: 'whatsapp' }, { method: 'password' }],
    });
    expect((await web.sentTo(chat)).join()).toMatch(/Você entrou às/);

    const page = await web.browser().get('/login');
    expect(page.text).toContain('O WhatsApp está fora do ar por aqui');
    const form = web.browser();
    const entered = await form
      .post('/login')
      .type('form')
      .send({ taxId, password: PASSWORD, way: 'password', next: '/account' });
    expect([entered.status, entered.headers['location']]).toEqual([303, '/account']);
  });

  it('answers alike for a CPF that is unknown, blocked, without, locked and wrong (case 11)', async () => {
    const wrong = await withPassword(web);
    const without = await web.person();
    const blocked = await withPassword(web);
    await web.store.accounts.block(blocked.id, 'owner');
    const locked = await withPassword(web);
    await lock(web, locked.taxId);
    const answers = [
      await logIn(web, wrong.taxId, 'outra senha comprida'),
      await logIn(web, newTaxId()),
      await logIn(web, without.taxId),
      await logIn(web, blocked.taxId),
      await logIn(web, locked.taxId),
    ].map(({ status, body, headers }) => ({
      status,
      body: { ...(body as object), requestId: '' },
      headers: Object.keys(headers as object).sort(),
    }));
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'wrong_password' } });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('caps guesses at one CPF, known or not, and starts anew after a right one (case 41)', async () => {
    const { taxId } = await withPassword(web);
    for (let n = 0; n < 5; n += 1) expect((await logIn(web, taxId, 'errada')).status).toBe(401);
    expect((await logIn(web, taxId)).status).toBe(200);
    for (const tried of [taxId, newTaxId()]) {
      for (let n = 0; n < 10; n += 1) expect((await logIn(web, tried, 'errada')).status).toBe(401);
      const capped = await logIn(web, tried);
      expect(capped.body).toMatchObject({ code: 'too_many_requests' });
      expect(Number(capped.headers['retry-after'])).toBeGreaterThan(0);
    }
  });

  it('shares its count per address with codes (case 41)', async () => {
    for (let n = 0; n < 30; n += 1) await logIn(web, newTaxId());
    const { taxId } = await withPassword(web);
    expect((await logIn(web, taxId)).status).toBe(429);
    const verify = { challengeId: '00000000-0000-4000-8000-000000000000', code: '123456' };
    const asker = web.browser();
    await asker.post('/api/auth/whatsapp').send({ taxId });
    const code = await asker.post('/api/auth/whatsapp/verify').send(verify);
    expect(code.body).toMatchObject({ code: 'too_many_requests' });
  });

  it('leaves WhatsApp usable when the password is locked', async () => {
    const { taxId, chat } = await withPassword(web);
    await lock(web, taxId);
    expect((await logIn(web, taxId)).status).toBe(401);
    const visitor = web.browser();
    const asked = await visitor.post('/api/auth/whatsapp').send({ taxId });
    const { challengeId } = asked.body as { challengeId: string };
    const code = (await web.sentTo(chat)).at(-1);
    const entered = await visitor.post('/api/auth/whatsapp/verify').send({ challengeId, code });
    expect(entered.status).toBe(200);
  });

  describe('the form of the login page', () => {
    it.each([
      { password: '', text: 'Digite a sua senha.' },
      { password: 'errada', text: 'CPF, CNPJ ou senha não conferem.' },
    ])('says "$text" and keeps the CPF, not the password', async ({ password, text }) => {
      const { taxId } = await withPassword(web);
      const page = await submit(web.browser(), '/login', { taxId, password, way: 'password' });
      expect(page.text).toContain(text);
      expect(page.text).toContain(`value="${taxId}"`);
      expect(page.text).not.toContain('value="errada"');
    });
  });

  it.each([{ password: ['a'] }, { password: 1 }, { password: '' }, {}])(
    'refuses %j as malformed',
    async (fields) => {
      const answer = await web
        .browser()
        .post('/api/auth/login')
        .send({ taxId: newTaxId(), ...fields });
      expect(answer.body).toMatchObject({ code: 'invalid_request', status: 400 });
    },
  );
});

/** Strangers have guessed for days, and stopped a day ago. */
async function lock(web: RealWeb, taxId: TaxId): Promise<void> {
  const before = web.clock.now().getTime() - 86_400_000;
  for (let guess = 0; guess < MAX_PASSWORD_FAILURES; guess += 1) {
    const now = new Date(before - (MAX_PASSWORD_FAILURES - guess) * 3_600_000);
    await web.store.tryLimits.takePassword({ id: randomUUID(), taxId, known: [], now });
  }
}
