import { once } from 'node:events';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERROR_CODES } from '#src/domain/error-code.js';
import { ADMIN_PASSWORD, setUpAdmin } from './support/admin-client.js';
import { createApiBrowser, type ApiAnswer, type ApiBrowser } from './support/api-browser.js';
import {
  API_ROUTES,
  BROKEN_FORMS,
  BROKEN_JSON,
  CHALLENGE,
  FORM,
  FORM_ROUTES,
  MARK,
  NONSENSE,
  OTHER_TYPES,
  PATHS,
} from './support/broken-requests.js';
import type { ProductProcess } from './support/product-process.js';
import { createWorld, type World } from './support/world.js';

describe('bad input over HTTP', () => {
  let world: World;
  let product: ProductProcess;
  let admin: ApiBrowser;
  let stranger: ApiBrowser;
  beforeAll(async () => {
    world = await createWorld();
    product = await world.start();
    await setUpAdmin(product.url, product.setupUrl() ?? '');
    admin = createApiBrowser(product.url);
    expect((await admin.post('/api/admin/login', { password: ADMIN_PASSWORD })).status).toBe(204);
    stranger = createApiBrowser(product.url);
  });
  afterAll(() => world.end());

  async function expectAlive(): Promise<void> {
    expect(product.hasEnded()).toBe(false);
    expect((await stranger.get('/healthz')).status).toBe(200);
  }

  function expectProblem(answer: ApiAnswer, what: string): void {
    expect(answer.status, what).toBeGreaterThanOrEqual(400);
    expect(answer.status, what).toBeLessThan(500);
    expect(answer.header('content-type'), what).toContain('application/problem+json');
    const { code, detail } = answer.body as { code: string; detail: string };
    expect(Object.keys(ERROR_CODES), what).toContain(code);
    expect(detail, what).toMatch(/\.$/);
    expect(JSON.stringify(answer.body), what).not.toContain(MARK);
  }

  it.each(API_ROUTES)('POST $path explains what it does not take', async (route) => {
    const { path, body, needsNothing = false } = route;
    for (const { what, bytes, headers } of BROKEN_JSON)
      expectProblem(await admin.postRaw(path, bytes, headers), what);
    for (const field of Object.keys(body)) {
      for (const value of OTHER_TYPES) {
        const what = `${field}: ${JSON.stringify(value)}`;
        expectProblem(await admin.post(path, { ...body, [field]: value }), what);
      }
    }
    expectProblem(await admin.post(path, { ...body, more: 1 }), 'one field more');
    if (!needsNothing) expectProblem(await admin.postRaw(path, ''), 'nothing');
    await expectAlive();
  });

  it.each(['/api/auth/refresh', '/api/admin/whatsapp/logout'])(
    'POST %s takes no body, and none replaces a session',
    async (path) => {
      for (const { what, bytes, headers } of BROKEN_JSON) {
        const answer = await stranger.postRaw(path, bytes, headers);
        expectProblem(answer, what);
        expect(answer.status, what).toBe(401);
      }
      await expectAlive();
    },
  );

  it('POST /api/auth/logout has nothing to end, whatever comes with it', async () => {
    for (const { what, bytes, headers } of BROKEN_JSON) {
      const answer = await stranger.postRaw('/api/auth/logout', bytes, headers);
      expect(answer.status, what).toBe(204);
    }
    await expectAlive();
  });

  it.each(FORM_ROUTES)('POST $path answers with a page for people', async ({ path }) => {
    for (const { what, bytes, headers = FORM } of BROKEN_FORMS) {
      const answer = await admin.postRaw(path, bytes, { accept: 'text/html', ...headers });
      expect(answer.status, what).toBeGreaterThanOrEqual(400);
      expect(answer.status, what).toBeLessThan(500);
      expect(answer.body, what).toContain('<html lang="pt-BR">');
      expect(answer.body, what).toContain('Não entendemos o pedido');
      expect(answer.body, what).not.toMatch(/\bat \S+:\d+|Error\b/);
    }
    await expectAlive();
  });

  it.each(['/logout', '/admin/logout'])(
    'POST %s leads on, whatever comes with it',
    async (path) => {
      for (const { what, bytes, headers } of BROKEN_JSON) {
        const answer = await stranger.postRaw(path, bytes, headers);
        expect(answer.status, what).toBe(303);
      }
      await expectAlive();
    },
  );

  it.each(PATHS)('GET $path is a page with status $status', async ({ path, status }) => {
    const answer = await fetch(`${product.url}${path}`, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(await answer.text()).toContain('<html lang="pt-BR">');
    await expectAlive();
  });

  it('takes cookies for nothing that it did not make', async () => {
    for (const value of ['', 'x', '%00', '%ff', 'a.b.c', 'x'.repeat(2_000), '"; DROP TABLE']) {
      const browser = createApiBrowser(product.url);
      for (const name of ['zl_access', 'zl_refresh', 'zl_challenge', 'zl_browser', 'zl_admin'])
        browser.setCookie(name, value);
      expect((await browser.get('/api/auth/me')).status, value).toBe(401);
      expect((await browser.post('/api/auth/refresh')).status, value).toBe(401);
      expect((await browser.get('/api/admin/whatsapp')).status, value).toBe(401);
      expect((await browser.get('/dashboard')).status, value).toBe(303);
    }
    await expectAlive();
  });

  it.each(NONSENSE)('outlives bytes that are no request (%#)', async (bytes) => {
    const socket = net.connect(world.port, 'localhost');
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    socket.write(bytes);
    await once(socket, 'close');
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).not.toMatch(/\.js:\d+/);
    await expectAlive();
  });

  it('outlives somebody who hangs up in the middle of a body', async () => {
    const socket = net.connect(world.port, 'localhost');
    socket.write(
      'POST /api/auth/whatsapp HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{"ta',
      () => socket.resetAndDestroy(),
    );
    await once(socket, 'close');
    await expectAlive();
  });

  it('has logged no stack, no fault of its own, and nothing that was sent', () => {
    const log = product.output();
    expect(log).not.toContain('"level":"error"');
    expect(log).not.toMatch(/^\s+at /m);
    for (const secret of [MARK, ADMIN_PASSWORD, '529.982.247-25', '52998224725', CHALLENGE])
      expect(log).not.toContain(secret);
  });
});
