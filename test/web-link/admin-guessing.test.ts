import request from 'supertest';
import { describe, expect, test } from 'vitest';
import {
  ADMIN_PASSWORD,
  adminBrowser,
  cookieOf,
  setCookies,
  setUpAdmin,
  signedInAdmin,
} from '../support/admin-client.js';
import { createAdminWorld, type AdminWorld } from '../support/admin-web-deps.js';

const QUARTER_HOUR = 15 * 60_000;

/** Behind one proxy, which tells the address. */
async function world(): Promise<AdminWorld> {
  const made = createAdminWorld({ trustProxy: 1 });
  await setUpAdmin(made);
  return made;
}

interface Try {
  readonly from: string;
  readonly password?: string;
  readonly cookie?: string;
}

async function guess(made: AdminWorld, { from, password = 'wrong', cookie }: Try) {
  const attempt = adminBrowser(made).post('/api/admin/login').set('X-Forwarded-For', from);
  if (cookie !== undefined) void attempt.set('Cookie', cookie);
  return attempt.send({ password });
}

/** Four hundred wrong passwords from forty addresses, more than all strangers together may try. */
async function flood(made: AdminWorld): Promise<number[]> {
  const answers: number[] = [];
  for (let address = 1; address <= 40; address += 1) {
    for (let tries = 0; tries < 10; tries += 1) {
      answers.push((await guess(made, { from: `198.51.100.${address}` })).status);
    }
  }
  return answers;
}

describe('a flood of wrong passwords', () => {
  test('is heard seldom: once for each address, and thirty times beside that', async () => {
    const answers = await flood(await world());
    expect(answers.filter((status) => status === 401)).toHaveLength(40 + 30);
    expect(answers.filter((status) => status === 429)).toHaveLength(400 - 70);
  });

  test('does not keep the admin out who comes from elsewhere', async () => {
    const made = await world();
    await flood(made);
    const answer = await guess(made, { from: '203.0.113.5', password: ADMIN_PASSWORD });
    expect(answer.status).toBe(204);
  });

  test('leaves an admin’s own browser its ten tries, even from the attacker’s address', async () => {
    const made = await world();
    const cookie = cookieOf(await guess(made, { from: '203.0.113.5', password: ADMIN_PASSWORD }));
    await flood(made);
    const from = '198.51.100.1';
    for (let tries = 0; tries < 9; tries += 1) {
      expect((await guess(made, { from, cookie })).status).toBe(401);
    }
    expect((await guess(made, { from, cookie, password: ADMIN_PASSWORD })).status).toBe(204);
  });

  test.each([
    { network: '/48', step: 0x100, heard: 30 },
    { network: '/56', step: 1, heard: 20 },
  ])('from one $network of IPv6 counts as from one network', async ({ step, heard }) => {
    const made = await world();
    const answers: number[] = [];
    for (let net = 0; net < 100; net += 1) {
      const from = `2001:db8:7:${(net * step).toString(16)}::1`;
      answers.push((await guess(made, { from })).status);
    }
    expect(answers.filter((status) => status === 401)).toHaveLength(heard);
  });

  test('does not keep a signed-in admin from a step-up, whoever shares the address', async () => {
    const made = createAdminWorld();
    const browser = await signedInAdmin(made);
    for (let tries = 0; tries < 12; tries += 1) {
      await adminBrowser(made).post('/api/admin/login').send({ password: 'wrong' });
    }
    await browser.post('/api/admin/step-up').send({ password: 'wrong' }).expect(401);
    await browser.post('/api/admin/step-up').send({ password: ADMIN_PASSWORD }).expect(204);
  });

  test('in a stolen session ends after ten tries', async () => {
    const made = createAdminWorld();
    const browser = await signedInAdmin(made);
    for (let tries = 0; tries < 10; tries += 1) {
      await browser.post('/api/admin/step-up').send({ password: 'wrong' }).expect(401);
    }
    await browser.post('/api/admin/step-up').send({ password: ADMIN_PASSWORD }).expect(429);
  });
});

describe('the cookie of an admin’s browser', () => {
  test('outlives the session, opens nothing, and is another one after each sign-in', async () => {
    const made = await world();
    const answer = await guess(made, { from: '203.0.113.5', password: ADMIN_PASSWORD });
    const [, device = ''] = setCookies(answer);
    expect(device).toMatch(/^zl_admin_device=[^;]+; Max-Age=15552000;.*HttpOnly; SameSite=Strict/);
    const cookie = device.split(';')[0] ?? '';
    await request(made.app).get('/api/admin/whatsapp').set('Cookie', cookie).expect(401);
    const again = await guess(made, { from: '203.0.113.5', password: ADMIN_PASSWORD });
    expect(setCookies(again)[1]?.split(';')[0]).not.toBe(cookie);
  });

  test.each([
    ['made up', () => 'nonce.signature'],
    ['without a signature', (real: string) => real.split('.')[0] ?? ''],
    ['with the signature of another', (real: string) => `other.${real.split('.')[1]}`],
    ['with something after it', (real: string) => `${real}.more`],
  ])('counts for nothing when it is %s', async (_, forge) => {
    const made = await world();
    const answer = await guess(made, { from: '203.0.113.5', password: ADMIN_PASSWORD });
    const real = /zl_admin_device=([^;]+)/.exec(setCookies(answer)[1] ?? '')?.[1] ?? '';
    await flood(made);
    const cookie = `zl_admin_device=${forge(real)}`;
    expect((await guess(made, { from: '198.51.100.1', cookie })).status).toBe(429);
  });

  test('has its ten tries in a quarter of an hour, and no more', async () => {
    const made = await world();
    const cookie = cookieOf(await guess(made, { from: '203.0.113.5', password: ADMIN_PASSWORD }));
    for (let tries = 0; tries < 10; tries += 1) {
      expect((await guess(made, { from: `203.0.113.${tries}`, cookie })).status).toBe(401);
    }
    const refused = await guess(made, { from: '203.0.113.99', cookie, password: ADMIN_PASSWORD });
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBe(String(QUARTER_HOUR / 1000));
  });
});
