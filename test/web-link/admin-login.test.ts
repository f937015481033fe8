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
import { createAdminWorld } from '../support/admin-web-deps.js';
import { submit } from '../support/submit.js';

describe('the sign-in of the admin', () => {
  test('lets the right password in with a cookie of its own', async () => {
    const world = createAdminWorld();
    await setUpAdmin(world);
    const browser = adminBrowser(world);
    const answer = await browser
      .post('/admin/login')
      .type('form')
      .send({ password: ADMIN_PASSWORD })
      .expect(303);
    expect(answer.headers['location']).toBe('/admin/whatsapp');
    const [cookie] = setCookies(answer);
    expect(cookie).toMatch(/^zl_admin=/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie).toContain('Path=/');
    expect(cookie).not.toContain('Domain');
    await browser.get('/admin/whatsapp').expect(200);
    await browser.get('/admin/login').expect(303);
  });

  test('prefixes the cookie with __Host- and makes it Secure under https', async () => {
    const world = createAdminWorld({ publicUrl: 'https://login.example' });
    await setUpAdmin(world);
    const answer = await adminBrowser(world)
      .post('/api/admin/login')
      .send({ password: ADMIN_PASSWORD })
      .expect(204);
    expect(setCookies(answer)[0]).toMatch(/^__Host-zl_admin=.*; Secure/);
    await request(world.app)
      .get('/api/admin/whatsapp')
      .set('Cookie', cookieOf(answer).replace('__Host-', ''))
      .expect(401);
    await request(world.app).get('/api/admin/whatsapp').set('Cookie', cookieOf(answer)).expect(200);
  });

  test('says no more than that the password is wrong', async () => {
    const world = createAdminWorld();
    const wrong = { password: 'not the password' };
    const before = await submit(adminBrowser(world), '/admin/login', wrong);
    await setUpAdmin(world);
    const after = await submit(adminBrowser(world), '/admin/login', wrong);
    expect(after.text).toContain('Senha incorreta');
    expect(after.text).toBe(before.text);
    expect(setCookies(after).join()).not.toContain('zl_admin');
  });

  test('says when to try again after too many tries, also to programs', async () => {
    const world = createAdminWorld();
    await setUpAdmin(world);
    const browser = adminBrowser(world);
    for (let guess = 0; guess < 10; guess += 1) {
      await browser
        .post('/api/admin/login')
        .send({ password: `guess ${guess}` })
        .expect(401);
    }
    const page = await submit(browser, '/admin/login', { password: ADMIN_PASSWORD });
    expect(page.text).toContain('Tente de novo em 15 minutos');
    const problem = await browser
      .post('/api/admin/login')
      .send({ password: ADMIN_PASSWORD })
      .expect(429);
    expect(problem.body).toMatchObject({ code: 'too_many_requests', retryAfter: 900 });
  });

  test('leaves wrong passwords in the audit log, and not more than twenty an hour', async () => {
    const world = createAdminWorld();
    await setUpAdmin(world);
    for (let guess = 0; guess < 30; guess += 1) {
      if (guess % 10 === 0) await world.pass(15 * 60_000);
      await adminBrowser(world)
        .post('/api/admin/login')
        .send({ password: `guess ${guess}` });
    }
    const failures = world.recorded.filter(({ action }) => action === 'admin_sign_in_failed');
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.length).toBeLessThanOrEqual(20);
    expect(JSON.stringify(failures)).not.toContain('guess');
  });

  test('asks for a password when the field is empty', async () => {
    const world = createAdminWorld();
    const answer = await submit(adminBrowser(world), '/admin/login', { password: '' });
    expect(answer.text).toContain('Digite a senha.');
  });

  test('takes nothing from another site', async () => {
    const world = createAdminWorld();
    const browser = await signedInAdmin(world);
    for (const path of [
      '/admin/login',
      '/admin/logout',
      '/admin/step-up',
      '/admin/whatsapp/pair',
      '/admin/whatsapp/logout',
      '/api/admin/login',
      '/api/admin/step-up',
      '/api/admin/whatsapp/pair',
      '/api/admin/whatsapp/logout',
    ]) {
      await browser.post(path).set('Origin', 'https://evil.example').expect(403);
    }
    expect(world.commands).toEqual([]);
  });

  test.each([
    ['an array', { password: ['x'] }],
    ['an object', { password: { $ne: '' } }],
    ['nothing', {}],
    ['another field', { password: 'x', admin: true }],
    ['an endless password', { password: 'x'.repeat(2000) }],
  ])('refuses %s as malformed', async (_what, body) => {
    const world = createAdminWorld();
    const answer = await adminBrowser(world).post('/api/admin/login').send(body).expect(400);
    expect(answer.body).toMatchObject({ code: 'invalid_request' });
  });

  test('ends the session on sign-out, and the earlier one on a new sign-in', async () => {
    const world = createAdminWorld();
    await setUpAdmin(world);
    const browser = adminBrowser(world);
    const signIn = () => browser.post('/api/admin/login').send({ password: ADMIN_PASSWORD });
    const first = cookieOf(await signIn().expect(204));
    const second = cookieOf(await signIn().expect(204));
    const status = (cookie: string) =>
      request(world.app).get('/api/admin/whatsapp').set('Cookie', cookie);
    await status(first).expect(401);
    await status(second).expect(200);
    const out = await browser.post('/admin/logout').expect(303);
    expect(out.headers['location']).toBe('/admin/login');
    await status(second).expect(401);
  });

  test('forgets who did nothing for half an hour', async () => {
    const world = createAdminWorld();
    const browser = await signedInAdmin(world);
    await world.pass(30 * 60_000 - 1);
    await browser.get('/api/admin/whatsapp').expect(200);
    await world.pass(30 * 60_000 + 1);
    await browser.get('/api/admin/whatsapp').expect(401);
    const page = await browser.get('/admin/whatsapp').expect(303);
    expect(page.headers['location']).toBe('/admin/login');
  });

  test('case A12: ends twelve hours after the sign-in however busy it is, step-ups included', async () => {
    const world = createAdminWorld();
    const browser = await signedInAdmin(world);
    const rounds = (12 * 60) / 29;
    for (let round = 1; round < rounds; round += 1) {
      await world.pass(29 * 60_000);
      await browser.get('/api/admin/whatsapp').expect(200);
      await browser.post('/api/admin/step-up').send({ password: ADMIN_PASSWORD }).expect(204);
    }
    await world.pass(29 * 60_000);
    await browser.get('/api/admin/whatsapp').expect(401);
    await browser.post('/api/admin/step-up').send({ password: ADMIN_PASSWORD }).expect(401);
    await browser.post('/api/admin/login').send({ password: ADMIN_PASSWORD }).expect(204);
    await browser.get('/api/admin/whatsapp').expect(200);
  });

  test('gives the session a new token when the password is proven again', async () => {
    const world = createAdminWorld();
    await setUpAdmin(world);
    const browser = adminBrowser(world);
    const signedIn = await browser.post('/api/admin/login').send({ password: ADMIN_PASSWORD });
    await browser.post('/api/admin/step-up').send({ password: 'wrong' }).expect(401);
    const proven = await browser
      .post('/api/admin/step-up')
      .send({ password: ADMIN_PASSWORD })
      .expect(204);
    expect(cookieOf(proven)).not.toBe(cookieOf(signedIn));
    const status = (cookie: string) =>
      request(world.app).get('/api/admin/whatsapp').set('Cookie', cookie);
    await status(cookieOf(signedIn)).expect(401);
    await status(cookieOf(proven)).expect(200);
  });

  test('leads from /admin to the page about the bot', async () => {
    const answer = await adminBrowser(createAdminWorld()).get('/admin').expect(303);
    expect(answer.headers['location']).toBe('/admin/whatsapp');
  });
});
