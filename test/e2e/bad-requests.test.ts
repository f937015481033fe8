import { once } from 'node:events';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERROR_CODES } from '#src/domain/error-code.js';
import { ADMIN_PASSWORD, setUpAdmin } from './support/admin-client.js';
import { createApiBrowser, type ApiAnswer, type ApiBrowser } from './support/api-browser.js';
import type { ProductProcess } from './support/product-process.js';
import { createWorld, type World } from './support/world.js';

/** Marks what was sent: it must be in no log. */
const MARK = 'marca-do-teste';
const CHALLENGE = '0b0f6a6e-3f0c-4a51-9d3b-3c2f6d8e9a10';

interface Route {
  readonly path: string;
  /** A body that would do. */
  readonly body: Readonly<Record<string, unknown>>;
  /** An empty body is one that would do. */
  readonly needsNothing?: boolean;
}

const API_ROUTES: readonly Route[] = [
  { path: '/api/auth/whatsapp', body: { taxId: '529.982.247-25', purpose: 'login' } },
  { path: '/api/auth/whatsapp/verify', body: { challengeId: CHALLENGE, code: '123456' } },
  { path: '/api/admin/login', body: { password: ADMIN_PASSWORD } },
  { path: '/api/admin/step-up', body: { password: ADMIN_PASSWORD } },
  { path: '/api/admin/whatsapp/pair', body: { phone: '11912345678' }, needsNothing: true },
];

const FORM_ROUTES: readonly Route[] = [
  { path: '/login', body: { taxId: '529.982.247-25' } },
  { path: '/login/code', body: { code: '123456' } },
  { path: `/l/${'k'.repeat(43)}`, body: { next: '/a' }, needsNothing: true },
  { path: `/admin/setup/${'k'.repeat(43)}`, body: { password: 'x', again: 'x' } },
  { path: '/admin/login', body: { password: ADMIN_PASSWORD } },
  { path: '/admin/step-up', body: { password: ADMIN_PASSWORD } },
  { path: '/admin/whatsapp/pair', body: { phone: '11912345678' }, needsNothing: true },
];

const OTHER_TYPES: readonly unknown[] = [null, 0, -1.5, true, [], [MARK], {}, { $ne: null }];

interface Body {
  readonly what: string;
  readonly bytes: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

const typed = (type: string) => ({ 'content-type': type });

const BROKEN_JSON: readonly Body[] = [
  { what: 'null', bytes: 'null' },
  { what: 'a number', bytes: '1' },
  { what: 'a text', bytes: `"${MARK}"` },
  { what: 'true', bytes: 'true' },
  { what: 'a list', bytes: '[]' },
  { what: 'a list of lists', bytes: '[[[]]]' },
  { what: 'half an object', bytes: `{"${MARK}":` },
  { what: 'two objects', bytes: '{}{}' },
  { what: 'a NUL', bytes: '\u0000' },
  { what: 'an unknown field', bytes: `{"${MARK}":1}` },
  { what: 'a prototype', bytes: '{"__proto__":{"admin":true}}' },
  { what: 'a constructor', bytes: '{"constructor":{"prototype":{"admin":true}}}' },
  { what: 'lists 8,000 deep', bytes: '['.repeat(8_000) + ']'.repeat(8_000) },
  { what: 'objects 2,000 deep', bytes: '{"a":'.repeat(2_000) + '1' + '}'.repeat(2_000) },
  { what: '20 kB', bytes: JSON.stringify({ taxId: 'x'.repeat(20_480) }) },
  { what: '5 MB', bytes: JSON.stringify({ taxId: 'x'.repeat(5_000_000) }) },
  { what: 'invalid UTF-8', bytes: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]) },
  { what: 'UTF-16', bytes: Buffer.from('{"taxId":"1"}', 'utf16le') },
  { what: 'a form', bytes: 'taxId=1', headers: typed('application/x-www-form-urlencoded') },
  { what: 'plain text', bytes: '{}', headers: typed('text/plain') },
  { what: 'XML', bytes: '<a/>', headers: typed('application/xml') },
  { what: 'a file', bytes: '--x--', headers: typed('multipart/form-data; boundary=x') },
  { what: 'no type that exists', bytes: '{}', headers: typed(';;;') },
  { what: 'another charset', bytes: '{}', headers: typed('application/json; charset=koi8-r') },
  { what: 'no gzip', bytes: '{}', headers: { 'content-encoding': 'gzip' } },
  { what: 'an unknown encoding', bytes: '{}', headers: { 'content-encoding': 'zip' } },
];

const FORM = typed('application/x-www-form-urlencoded');
const BROKEN_FORMS: readonly Body[] = [
  { what: 'an unknown field', bytes: `${MARK}=1` },
  { what: 'a list', bytes: 'taxId[]=1&code[]=1&password[]=1&phone[]=1&next[]=1' },
  { what: 'an object', bytes: 'taxId[a]=1&code[a]=1&password[a]=1&phone[a]=1&next[a]=1' },
  { what: 'a prototype', bytes: '__proto__[admin]=1' },
  { what: '40 fields', bytes: 'a=1&'.repeat(40) },
  { what: '20 kB', bytes: `taxId=${'1'.repeat(20_480)}` },
  { what: 'invalid UTF-8', bytes: Buffer.from([0x61, 0x3d, 0xff]) },
  { what: 'JSON', bytes: '{}', headers: typed('application/json') },
  { what: 'a file', bytes: '--x--', headers: typed('multipart/form-data; boundary=x') },
];

const NONSENSE = [
  'GARBAGE\r\n\r\n',
  '\u0000\u0001\u0002\u0003',
  'GET / HTTP/9.9\r\n\r\n',
  'GET /healthz HTTP/1.1\r\n\r\n',
  'POST /api/auth/whatsapp HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n',
  'POST /api/auth/whatsapp HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
  'POST /api/auth/whatsapp HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  `GET / HTTP/1.1\r\nHost: a\r\nCookie: ${'x'.repeat(40_000)}\r\n\r\n`,
  `GET /${'x'.repeat(40_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
];

const PATHS = [
  { path: '/l/nonsense', status: 404 },
  { path: `/l/${'x'.repeat(8_000)}`, status: 404 },
  { path: '/l/%00', status: 404 },
  { path: '/l/%ff', status: 400 },
  { path: '/l/', status: 404 },
  { path: '/login?next=/a&next=/b', status: 400 },
  { path: '/login?next=%00', status: 400 },
  { path: '/admin/setup/nonsense', status: 410 },
  { path: '/public/%2e%2e%2fserver.ts', status: 404 },
  { path: '/public/..%5cserver.ts', status: 404 },
  { path: '/.env', status: 404 },
];

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
