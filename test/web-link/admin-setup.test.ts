import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { ADMIN_PASSWORD, adminBrowser, setUpAdmin } from '../support/admin-client.js';
import { createAdminWorld } from '../support/admin-web-deps.js';
import { submit } from '../support/submit.js';

const send = (
  world: ReturnType<typeof createAdminWorld>,
  path: string,
  body: Readonly<Record<string, string>>,
) => submit(adminBrowser(world), path, body);

describe('the set-up address', () => {
  test('shows a form with the rules, and keeps out of caches and Referer', async () => {
    const world = createAdminWorld();
    const page = await adminBrowser(world)
      .get(await world.announce())
      .expect(200);
    expect(page.text).toContain('Crie a senha de administração');
    expect(page.text).toContain('Pelo menos 10 caracteres');
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['referrer-policy']).toMatch(/^(?:no-referrer|strict-origin)$/);
  });

  test('creates the admin once and sends them to sign in', async () => {
    const world = createAdminWorld();
    const path = await world.announce();
    const body = { password: ADMIN_PASSWORD, again: ADMIN_PASSWORD };
    const created = await adminBrowser(world).post(path).type('form').send(body).expect(303);
    expect(created.headers['location']).toBe('/admin/login?created=1');
    const login = await adminBrowser(world).get('/admin/login?created=1').expect(200);
    expect(login.text).toContain('Senha criada');
    expect(world.recorded).toMatchObject([{ actor: 'visitor', action: 'admin_created' }]);

    const again = await send(world, path, body);
    expect(again.status).toBe(410);
    expect(again.text).toContain('um novo endereço aparece no terminal');
  });

  test('says how to get another one when it is unknown or has run out', async () => {
    const world = createAdminWorld();
    const path = await world.announce();
    const unknown = await adminBrowser(world).get('/admin/setup/nonsense').expect(410);
    expect(unknown.text).toContain('reinicie o programa');
    await world.pass(30 * 60_000);
    await adminBrowser(world).get(path).expect(410);
  });

  test('stops answering guesses and says for how long', async () => {
    const world = createAdminWorld();
    for (let guess = 0; guess < 10; guess += 1) {
      await adminBrowser(world).get(`/admin/setup/guess-${guess}`).expect(410);
    }
    const limited = await adminBrowser(world).get('/admin/setup/guess').expect(429);
    expect(limited.headers['retry-after']).toBe('900');
    expect(limited.text).toContain('Tente de novo em 15 minutos');
  });

  test.each([
    ['short', 'Use pelo menos 10 caracteres'],
    ['a'.repeat(300), 'Use até 256 caracteres'],
    ['1234567890', 'primeiras que alguém tentaria'],
    ['zaplogin admin', 'quase só o nome do sistema'],
  ])('refuses %s and says why', async (password, why) => {
    const world = createAdminWorld();
    const path = await world.announce();
    const refused = await send(world, path, { password, again: password });
    expect(refused.text).toContain(why);
    expect(refused.text).not.toContain(`value="${password}"`);
    await adminBrowser(world).get(path).expect(200);
  });

  test('asks again when the two passwords differ', async () => {
    const world = createAdminWorld();
    const path = await world.announce();
    const body = { password: ADMIN_PASSWORD, again: `${ADMIN_PASSWORD}!` };
    const refused = await send(world, path, body);
    expect(refused.text).toContain('não são iguais');
  });

  test('takes no form from another site', async () => {
    const world = createAdminWorld();
    const path = await world.announce();
    const body = { password: ADMIN_PASSWORD, again: ADMIN_PASSWORD };
    await request(world.app).post(path).type('form').send(body).expect(403);
    const evil = { Origin: 'https://evil.example' };
    await request(world.app).post(path).set(evil).type('form').send(body).expect(403);
    await adminBrowser(world).get(path).expect(200);
  });

  test('keeps its token and the password out of the log', async () => {
    const world = createAdminWorld();
    await setUpAdmin(world);
    expect(world.logged).not.toEqual([]);
    expect(JSON.stringify(world.logged)).toContain('/admin/setup/:token');
    expect(JSON.stringify(world.logged)).not.toMatch(/token-|cavalo/);
  });

  test('speaks English where the site does', async () => {
    const world = createAdminWorld({ locale: 'en' });
    const page = await adminBrowser(world)
      .get(await world.announce())
      .expect(200);
    expect(page.text).toContain('lang="en"');
    expect(page.text).toContain('Choose the admin password');
  });
});
