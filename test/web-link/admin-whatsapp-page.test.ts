import { describe, expect, test } from 'vitest';
import { ADMIN_PASSWORD, adminBrowser, signedInAdmin } from '../support/admin-client.js';
import { createAdminWorld } from '../support/admin-web-deps.js';
import { submit } from '../support/submit.js';
import { pairingWorld } from './pairing-world.js';

const FIVE_MINUTES = 5 * 60_000;

describe('the page about the bot', () => {
  test('sends strangers to the sign-in page', async () => {
    const { world } = await pairingWorld();
    const answer = await adminBrowser(world).get('/admin/whatsapp').expect(303);
    expect(answer.headers['location']).toBe('/admin/login');
    expect(answer.text).not.toContain('secret');
  });

  test('draws the QR with an alternative text and shows the code in two groups', async () => {
    const { browser } = await pairingWorld();
    const page = await browser.get('/admin/whatsapp').expect(200);
    expect(page.text).toMatch(/<svg[^>]*aria-label="QR code para conectar/);
    expect(page.text).toContain('ABCD-1234');
    expect(page.text).toContain('passkey');
    expect(page.text).not.toContain('2@secret');
    expect(page.headers['cache-control']).toBe('no-store');
  });

  test('asks for the password in the place of the QR once the step-up has run out', async () => {
    const { world, browser } = await pairingWorld();
    await world.pass(FIVE_MINUTES);
    const page = await browser.get('/admin/whatsapp').expect(200);
    expect(page.text).not.toContain('<svg');
    expect(page.text).not.toContain('ABCD');
    expect(page.text).toMatch(/<section data-part="step-up" aria/);
    const proven = await browser
      .post('/admin/step-up')
      .type('form')
      .send({ password: ADMIN_PASSWORD })
      .expect(303);
    expect(proven.headers['location']).toBe('/admin/whatsapp');
    expect((await browser.get('/admin/whatsapp')).text).toContain('<svg');
  });

  test('asks for the password before a stale button does anything, and then goes on', async () => {
    const world = createAdminWorld();
    const browser = await signedInAdmin(world);
    await world.pass(FIVE_MINUTES);
    const asked = await submit(browser, '/admin/whatsapp/pair', { phone: '11 98765-4321' });
    expect(asked.text).toContain('name="action" value="pair_by_code"');
    const body = { action: 'pair_by_code', phone: '11 98765-4321' };
    const wrong = await submit(browser, '/admin/step-up', { ...body, password: 'wrong' });
    expect(wrong.text).toContain('Senha incorreta');
    expect(wrong.text).toContain('name="phone" value="11 98765-4321"');
    expect(world.commands).toEqual([]);
    await browser
      .post('/admin/step-up')
      .type('form')
      .send({ ...body, password: ADMIN_PASSWORD })
      .expect(303);
    expect(world.commands).toEqual([{ type: 'pair_by_code', phone: '+5511987654321' }]);
  });

  test('escapes what was typed', async () => {
    const world = createAdminWorld();
    const browser = await signedInAdmin(world);
    const typed = '"><script>alert(1)</script>';
    const page = await submit(browser, '/admin/whatsapp/pair', { phone: typed });
    expect(page.text).not.toContain('<script>alert');
    expect(page.text).toContain('&quot;>&lt;script>');
    expect(page.text).toContain('Esse número não existe');
  });

  test('carries out the buttons and says that it was asked', async () => {
    const world = createAdminWorld();
    const browser = await signedInAdmin(world);
    const pair = await browser.post('/admin/whatsapp/pair').type('form').send({}).expect(303);
    expect(pair.headers['location']).toBe('/admin/whatsapp?asked=1');
    const page = await browser.get('/admin/whatsapp?asked=1').expect(200);
    expect(page.text).toContain('Pedido enviado');
    await browser.post('/admin/whatsapp/logout').expect(303);
    expect(world.commands).toEqual([{ type: 'pair' }, { type: 'logout' }]);
    expect(world.recorded.slice(-2)).toMatchObject([
      { actor: 'admin', action: 'channel_pair' },
      { actor: 'admin', action: 'channel_logout' },
    ]);
  });

  test.each([
    ['open', ['logout']],
    ['logged_out', ['pair', 'pair_by_code']],
    ['outdated', ['retry', 'logout']],
    ['banned', ['retry', 'logout']],
    ['passkey', ['pair', 'pair_by_code']],
  ] as const)('offers in state %s only what helps', async (state, parts) => {
    const world = createAdminWorld();
    const browser = await signedInAdmin(world);
    await world.change({ state });
    const page = await browser.get('/admin/whatsapp').expect(200);
    const shown = ['retry', 'pair', 'pair_by_code', 'logout'].filter(
      (part) => !new RegExp(`data-part="${part}"[^>]* hidden`).test(page.text),
    );
    expect(shown).toEqual(parts);
  });

  test('case F2: names the next try and offers one now', async () => {
    const world = createAdminWorld();
    const browser = await signedInAdmin(world);
    const nextTryAt = new Date('2026-11-23T12:12:00Z');
    await world.change({ state: 'connecting', cause: 'bad_session', nextTryAt });
    const page = await browser.get('/admin/whatsapp').expect(200);
    expect(page.text).toContain('23/11/2026, 09:12');
    expect(page.text).toContain('na hora indicada abaixo');
    expect(page.text).not.toContain('Aguarde alguns segundos');
    expect(page.text).not.toMatch(/data-part="retry"[^>]* hidden/);
    const answer = await browser.get('/api/admin/whatsapp').expect(200);
    expect(answer.body).toMatchObject({
      nextTryAt: nextTryAt.toISOString(),
      actions: ['retry', 'logout'],
    });
    await world.change({ nextTryAt: null });
    const soon = await browser.get('/admin/whatsapp').expect(200);
    expect(soon.text).toContain('Aguarde alguns segundos');
    expect(soon.text).toMatch(/data-part="retry"[^>]* hidden/);
  });

  test('case F4: says that WhatsApp demands a passkey, and shows no QR and no code', async () => {
    const { world, browser } = await pairingWorld();
    await world.change({ state: 'passkey', cause: 'passkey_demanded' });
    const page = await browser.get('/admin/whatsapp').expect(200);
    expect(page.text).toContain('O WhatsApp pede uma chave de acesso (passkey)');
    expect(page.text).not.toContain('ABCD-1234');
    const answer = await browser.get('/api/admin/whatsapp').expect(200);
    expect(answer.body).toMatchObject({ state: 'passkey', cause: 'passkey_demanded', tone: 'bad' });
    expect(answer.body).not.toHaveProperty('qr');
  });

  test('is what a reload after a form comes back to', async () => {
    const { browser } = await pairingWorld();
    for (const path of ['/admin/step-up', '/admin/whatsapp/pair', '/admin/whatsapp/logout']) {
      expect((await browser.get(path).expect(303)).headers['location']).toBe('/admin/whatsapp');
    }
  });
});
