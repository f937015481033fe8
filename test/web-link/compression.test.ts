import http, { type IncomingHttpHeaders } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { startWeb } from '../support/web-client.js';
import { tokenOf } from '../support/web-deps.js';

const FOLDER = new URL('../../web-link/public/', import.meta.url);
const TEXTS = readdirSync(FOLDER).filter((name) => /\.(css|js|svg)$/.test(name));
const EVERYTHING = 'gzip, deflate, br, zstd';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it came over the wire. */
  readonly body: Buffer;
}

/** Not supertest, which opens what is compressed. */
function get(url: string, headers: http.OutgoingHttpHeaders, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const { statusCode: status = 0, headers: said } = response;
        resolve({ status, headers: said, body: Buffer.concat(parts) });
      });
    });
    request.on('error', reject).end();
  });
}

describe('case F10: what is the same for everybody is compressed', () => {
  it.each(TEXTS)('case F10: %s comes as small as the browser takes it', async (name) => {
    const { url } = await startWeb();
    const bytes = readFileSync(new URL(name, FOLDER));
    const plain = await get(`${url}/public/${name}`, {});
    const br = await get(`${url}/public/${name}`, { 'accept-encoding': EVERYTHING });
    const zipped = await get(`${url}/public/${name}`, { 'accept-encoding': 'gzip' });
    expect([plain.status, br.status, zipped.status]).toEqual([200, 200, 200]);
    expect(plain.body.equals(bytes)).toBe(true);
    expect(plain.headers['content-encoding']).toBeUndefined();
    // A few bytes do not get smaller.
    if (bytes.length > 200) {
      expect([br.headers['content-encoding'], zipped.headers['content-encoding']]).toEqual([
        ...['br', 'gzip'],
      ]);
      expect(brotliDecompressSync(br.body).equals(bytes)).toBe(true);
      expect(gunzipSync(zipped.body).equals(bytes)).toBe(true);
      expect(br.body.length).toBeLessThan(bytes.length * 0.75);
    }
    for (const { headers, body } of [plain, br, zipped]) {
      expect(headers.vary).toContain('Accept-Encoding');
      expect(headers['cache-control']).toBe('public, max-age=300');
      expect(headers['content-type']).toBe(plain.headers['content-type']);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(Number(headers['content-length'])).toBe(body.length);
    }
  });

  it.each([
    ['identity', undefined],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0.5, br;q=0.1', 'br'],
    ['*', 'br'],
    ['zstd', undefined],
    ['identity;q=0', undefined],
  ])('case F10: "%s" gets %s', async (accepted, encoding) => {
    const { url } = await startWeb();
    const sheet = await get(`${url}/public/site.css`, { 'accept-encoding': accepted });
    expect([sheet.status, sheet.headers['content-encoding']]).toEqual([200, encoding]);
  });

  it('case F10: each encoding has a tag of its own, and who has it gets nothing again', async () => {
    const { url } = await startWeb();
    const address = `${url}/public/site.css`;
    const tags: string[] = [];
    for (const accepted of ['br', 'gzip', 'identity']) {
      const headers = { 'accept-encoding': accepted };
      const first = await get(address, headers);
      const tag = first.headers.etag ?? '';
      const again = await get(address, { ...headers, 'if-none-match': tag });
      expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, tag]);
      expect(again.headers.vary).toContain('Accept-Encoding');
      const head = await get(address, headers, 'HEAD');
      expect([head.status, head.body.length]).toEqual([200, 0]);
      expect(head.headers['content-length']).toBe(first.headers['content-length']);
      tags.push(tag);
    }
    expect(new Set(tags).size).toBe(3);
  });

  it('case F10: pictures stay as they are, and names that are none are not found', async () => {
    const { url } = await startWeb();
    const headers = { 'accept-encoding': EVERYTHING };
    const picture = await get(`${url}/public/icon-192.png`, headers);
    expect([picture.status, picture.headers['content-encoding']]).toEqual([200, undefined]);
    for (const path of [
      '/public/',
      '/public/nothing.css',
      '/public/../app.ts',
      '/public/site.css/',
    ]) {
      expect([path, (await get(`${url}${path}`, headers)).status]).toEqual([path, 404]);
    }
  });

  it('case F10: the privacy notice is compressed, and no cache keeps it', async () => {
    const { url } = await startWeb();
    const plain = await get(`${url}/privacidade`, {});
    const small = await get(`${url}/privacidade`, { 'accept-encoding': EVERYTHING });
    expect(small.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'no-store' });
    expect(small.headers.vary).toContain('Accept-Encoding');
    expect(brotliDecompressSync(small.body).equals(plain.body)).toBe(true);
    expect(small.body.length).toBeLessThan(plain.body.length / 2);
  });
});

describe('case F10: what holds a secret or something of a person is not (BREACH)', () => {
  it.each([
    ...['/login', '/login?next=%2Fapp', '/login/whatsapp', '/password/forgot', '/claim'],
    ...[`/l/${tokenOf('l')}`, '/dashboard', '/account/data.json', '/api/auth/me'],
    ...['/admin/login', '/nowhere', '/.well-known/jwks.json', '/readyz'],
  ])('case F10: %s', async (path) => {
    const { url, world } = await startWeb();
    world.addLink(tokenOf('l'), world.joana.accountId);
    const { accessToken } = world.signIn(world.joana.accountId);
    const isOwn = /dashboard|account|me$/.test(path);
    const answer = await get(`${url}${path}`, {
      'accept-encoding': EVERYTHING,
      ...(isOwn && { cookie: `zl_access=${accessToken}` }),
    });
    expect(answer.body.length).toBeGreaterThan(0);
    expect(answer.headers['content-encoding']).toBeUndefined();
  });
});
