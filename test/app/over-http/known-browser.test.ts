import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPasswordHasher } from '#src/adapters/crypto/password-hasher.js';
import { revokePendingSignIns } from '#src/app/account/revoke-pending-sign-ins.js';
import { contract, newTaxId } from '../../contract/parts.js';
import { createRealWeb, type RealWeb } from '../../support/real-web.js';

const PASSWORD = 'girassol trovoada sete lagos';
const QUARTER_MS = 15 * 60_000;
const hasher = createPasswordHasher();
let hashed: Promise<string> | null = null;

contract('a browser that has been in before', (parts) => {
  let web: RealWeb;
  beforeEach(async () => {
    web = await createRealWeb(parts());
  });

  type Browser = ReturnType<RealWeb['browser']>;
  const logIn = (browser: Browser, taxId: string, password = PASSWORD) =>
    browser.post('/api/auth/login').send({ taxId, password });

  /** Somebody with a password, and the browser in which they were signed in once. */
  async function owner() {
    hashed ??= hasher.hash(PASSWORD);
    const person = await web.person();
    const hash = await hashed;
    await web.store.passwords.set({ accountId: person.id, hash, now: web.clock.now() });
    const browser = web.browser();
    expect((await logIn(browser, person.taxId)).status).toBe(200);
    await web.sentTo(person.chat);
    return { ...person, browser };
  }

  async function guess(taxId: string, times: number): Promise<void> {
    const stranger = web.browser();
    for (let n = 0; n < times; n += 1) await logIn(stranger, taxId, 'errada');
  }

  it('case B3: is let in after a stranger guessed ten times, and the owner is told once a day', async () => {
    const { taxId, chat, browser } = await owner();
    await browser.post('/api/auth/logout').send({});
    await guess(taxId, 12);
    expect((await logIn(web.browser(), taxId)).status).toBe(429);
    expect((await logIn(browser, taxId, 'errada')).status).toBe(401);
    expect((await logIn(browser, taxId)).status).toBe(200);
    const told = await web.sentTo(chat);
    expect(told.filter((text) => text.includes('Alguém errou muitas vezes'))).toHaveLength(1);
    web.pass(QUARTER_MS);
    await guess(taxId, 12);
    expect((await web.sentTo(chat)).join()).not.toContain('Alguém errou');
    web.pass(24 * 60 * 60_000);
    await guess(taxId, 1);
    expect((await web.sentTo(chat)).join()).toContain('Alguém errou muitas vezes');
  });

  it('case B3: is let in while a hundred wrong ones lock the password for strangers, at login and step-up', async () => {
    const { taxId, browser } = await owner();
    // From more addresses than one.
    for (let n = 0; n < 100; n += 1) {
      const now = web.clock.now();
      await web.store.tryLimits.takePassword({ id: randomUUID(), taxId, known: [], now });
      if (n % 10 === 9) web.pass(QUARTER_MS);
    }
    expect((await logIn(web.browser(), taxId)).status).toBe(401);
    expect((await logIn(browser, taxId)).status).toBe(200);
    const step = await browser.post('/api/auth/step-up').send({ password: PASSWORD });
    expect(step.status).toBe(200);
  });

  it('case B3: stays known when the first password is set in it', async () => {
    const person = await web.person();
    const browser = web.browser();
    const asked = await browser.post('/api/auth/whatsapp').send({ taxId: person.taxId });
    const { challengeId } = asked.body as { challengeId: string };
    const code = (await web.sentTo(person.chat)).at(-1);
    await browser.post('/api/auth/whatsapp/verify').send({ challengeId, code });
    const set = await browser.post('/api/auth/password').send({ password: PASSWORD });
    expect(set.status).toBe(204);
    await browser.post('/api/auth/logout').send({});
    await guess(person.taxId, 10);
    expect((await logIn(web.browser(), person.taxId)).status).toBe(429);
    expect((await logIn(browser, person.taxId)).status).toBe(200);
  });

  it('has tries of its own, as few as strangers, and only at its own account', async () => {
    const { taxId, browser } = await owner();
    const other = await owner();
    for (let n = 0; n < 10; n += 1) expect((await logIn(browser, taxId, 'x')).status).toBe(401);
    expect((await logIn(browser, taxId)).status).toBe(429);
    await guess(other.taxId, 10);
    expect((await logIn(browser, other.taxId)).status).toBe(429);
    expect((await logIn(other.browser, other.taxId)).status).toBe(200);
  });

  it('is a stranger again after BLOQUEAR, a claim or a reset, but for the browser that goes on', async () => {
    const { id, taxId, browser } = await owner();
    const me = await browser.get('/api/auth/me');
    const { sessionId } = me.body as { sessionId: string };
    const now = web.clock.now();
    await web.store.transaction((tx) => revokePendingSignIns({ tx, now }, id, { sessionId }));
    await guess(taxId, 10);
    expect((await logIn(browser, taxId)).status).toBe(200);
    await web.store.transaction((tx) => revokePendingSignIns({ tx, now }, id));
    expect((await logIn(browser, taxId)).status).toBe(429);
  });

  describe('at an address that many share', () => {
    it('case B4: gets in after thirty failures of strangers, who do not', async () => {
      const { taxId, browser } = await owner();
      for (let n = 0; n < 30; n += 1) await logIn(web.browser(), newTaxId(), 'errada');
      const stranger = await owner().catch(() => null);
      expect(stranger).toBeNull();
      expect((await logIn(web.browser(), taxId)).status).toBe(429);
      expect((await logIn(browser, taxId)).status).toBe(200);
    });

    it('case B4: thirty-five people log in within ten minutes, by password and by code', async () => {
      hashed ??= hasher.hash(PASSWORD);
      for (let n = 0; n < 35; n += 1) {
        const person = await web.person();
        const hash = await hashed;
        await web.store.passwords.set({ accountId: person.id, hash, now: web.clock.now() });
        expect((await logIn(web.browser(), person.taxId)).status).toBe(200);
        await web.sentTo(person.chat);
        const visitor = web.browser();
        const asked = await visitor.post('/api/auth/whatsapp').send({ taxId: person.taxId });
        const { challengeId } = asked.body as { challengeId: string };
        const code = (await web.sentTo(person.chat)).at(-1);
        const entered = await visitor.post('/api/auth/whatsapp/verify').send({ challengeId, code });
        expect(entered.status).toBe(200);
      }
    });

    it('case B4: may ask for codes when strangers there have used them up', async () => {
      const { taxId, browser, chat } = await owner();
      for (let n = 0; n < 45; n += 1) {
        await web.browser().post('/api/auth/whatsapp').send({ taxId: newTaxId() });
      }
      const ask = (from: Browser) => from.post('/api/auth/whatsapp').send({ taxId });
      expect((await ask(web.browser())).status).toBe(429);
      expect((await ask(browser)).status).toBe(202);
      expect(await web.sentTo(chat)).toHaveLength(2);
    });
  });
});
