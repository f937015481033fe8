import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { botNumberFromWhatsAppUser, type BotNumber } from '#src/domain/bot-number.js';
import { ADMIN_PASSWORD, adminBrowser, signedInAdmin } from '../support/admin-client.js';
import { createAdminWorld } from '../support/admin-web-deps.js';
import { PAIRING, pairingWorld } from './pairing-world.js';

const FIVE_MINUTES = 5 * 60_000;

function ownNumber(digits: string): BotNumber {
  const number = botNumberFromWhatsAppUser(digits);
  if (number === null) throw new Error(`${digits} are no digits of a number`);
  return number;
}

describe('GET /api/admin/whatsapp', () => {
  test('tells nobody anything without a session', async () => {
    const { world } = await pairingWorld();
    const answer = await request(world.app).get('/api/admin/whatsapp').expect(401);
    expect(answer.body).toMatchObject({ code: 'not_authenticated' });
    expect(answer.text).not.toContain('secret');
    for (const cookie of ['zl_admin=forged', 'zl_admin=', 'zl_access=forged']) {
      await request(world.app).get('/api/admin/whatsapp').set('Cookie', cookie).expect(401);
    }
  });

  test('shows the QR and the code to an admin with a fresh step-up, and to no cache', async () => {
    const { browser } = await pairingWorld();
    const answer = await browser.get('/api/admin/whatsapp').expect(200);
    expect(answer.body).toMatchObject({
      state: 'pairing',
      cause: 'first_pairing',
      qr: PAIRING.qr,
      pairingCode: 'ABCD1234',
      stepUpRequired: false,
    });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('shows the state without the secrets once the step-up has run out', async () => {
    const { world, browser } = await pairingWorld();
    await world.pass(FIVE_MINUTES);
    const answer = await browser.get('/api/admin/whatsapp').expect(200);
    expect(answer.body).toMatchObject({ state: 'pairing', stepUpRequired: true });
    expect(answer.body).not.toHaveProperty('qr');
    expect(answer.body).not.toHaveProperty('pairingCode');
    await browser.post('/api/admin/step-up').send({ password: ADMIN_PASSWORD }).expect(204);
    const after = await browser.get('/api/admin/whatsapp').expect(200);
    expect(after.body).toMatchObject({ qr: PAIRING.qr });
  });

  test('masks the number and tells until when messages are held', async () => {
    const world = createAdminWorld();
    const browser = await signedInAdmin(world);
    const heldUntil = new Date('2026-11-23T12:10:00Z');
    await world.change({ state: 'open', phone: ownNumber('5511987654321'), heldUntil });
    const answer = await browser.get('/api/admin/whatsapp').expect(200);
    expect(answer.body).toMatchObject({
      state: 'open',
      cause: null,
      phoneMasked: '(11) •••••-4321',
      since: '2026-11-23T12:00:00.000Z',
      heldUntil: '2026-11-23T12:10:00.000Z',
    });
    expect(answer.text).not.toContain('98765');
  });

  test('shows no secret that a board still carries after pairing', async () => {
    const { world, browser } = await pairingWorld();
    await world.change({ state: 'open', cause: null });
    const answer = await browser.get('/api/admin/whatsapp').expect(200);
    expect(answer.text).not.toContain('secret');
    expect(answer.text).not.toContain('ABCD');
  });
});

describe('POST /api/admin/whatsapp/pair and logout', () => {
  test.each(['/api/admin/whatsapp/pair', '/api/admin/whatsapp/logout'])(
    '%s wants a session and a fresh step-up',
    async (path) => {
      const { world, browser } = await pairingWorld();
      await adminBrowser(world).post(path).send({}).expect(401);
      await world.pass(FIVE_MINUTES);
      const refused = await browser.post(path).send({}).expect(403);
      expect(refused.body).toMatchObject({ code: 'step_up_required' });
      expect(world.commands).toEqual([]);
    },
  );

  test('pass the command on to the owner of the number', async () => {
    const world = createAdminWorld();
    const browser = await signedInAdmin(world);
    await browser.post('/api/admin/whatsapp/pair').expect(202);
    await browser.post('/api/admin/whatsapp/pair').send({ phone: '(11) 98765-4321' }).expect(202);
    await browser.post('/api/admin/whatsapp/logout').expect(202);
    expect(world.commands).toEqual([
      { type: 'pair' },
      { type: 'pair_by_code', phone: '+5511987654321' },
      { type: 'logout' },
    ]);
    expect(JSON.stringify(world.logged)).not.toContain('98765');
  });

  test.each([
    ['(11) 3333-4444', '+551133334444'],
    ['+1 415 555 0123', '+14155550123'],
  ])('case D1: pair %s by code', async (typed, number) => {
    const world = createAdminWorld();
    const browser = await signedInAdmin(world);
    await browser.post('/api/admin/whatsapp/pair').send({ phone: typed }).expect(202);
    expect(world.commands).toEqual([{ type: 'pair_by_code', phone: number }]);
  });

  test.each([
    ['551133334444', '(11) ••••-4444'],
    ['14155550123', '+1 ••••-0123'],
  ])('case D1: show the bot on %s', async (digits, phoneMasked) => {
    const world = createAdminWorld();
    const browser = await signedInAdmin(world);
    await world.change({ state: 'open', phone: ownNumber(digits) });
    const answer = await browser.get('/api/admin/whatsapp').expect(200);
    expect(answer.body).toMatchObject({ state: 'open', phoneMasked });
  });

  test.each([
    ['123', 'Esse número não existe'],
    ['(11) 1234-5678x', 'Confira o DDD'],
    ['14155552671', 'se for de outro país, comece com +'],
  ])('refuse to pair %s and say why', async (typed, why) => {
    const world = createAdminWorld();
    const browser = await signedInAdmin(world);
    const answer = await browser
      .post('/api/admin/whatsapp/pair')
      .send({ phone: typed })
      .expect(400);
    expect(answer.body).toMatchObject({ code: 'invalid_request' });
    expect((answer.body as { detail: string }).detail).toContain(why);
    expect(world.commands).toEqual([]);
  });
});
