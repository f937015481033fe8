import { describe, expect, it } from 'vitest';
import { startWeb } from '../support/web-client.js';

const APP = 'https://app.example';
const OWN = 'https://entrar.example';
const SETTINGS = { publicUrl: OWN, corsOrigins: [APP] };

interface Case {
  readonly who: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly api: number;
  readonly page: number;
}

const CASES: readonly Case[] = [
  { who: 'our own page', headers: { Origin: OWN }, api: 204, page: 303 },
  { who: 'a listed origin', headers: { Origin: APP }, api: 204, page: 403 },
  { who: 'a stranger', headers: { Origin: 'https://evil.example' }, api: 403, page: 403 },
  { who: 'our host by http', headers: { Origin: 'http://entrar.example' }, api: 403, page: 403 },
  { who: 'our host on a port', headers: { Origin: `${OWN}:8443` }, api: 403, page: 403 },
  { who: 'a suffix of ours', headers: { Origin: `${OWN}.evil.example` }, api: 403, page: 403 },
  { who: 'an opaque origin', headers: { Origin: 'null' }, api: 403, page: 403 },
  {
    who: 'case B10: a same-origin page under `Referrer-Policy: no-referrer`',
    headers: { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' },
    api: 204,
    page: 303,
  },
  ...['same-site', 'cross-site', 'none', 'same-origin, same-origin', 'SAME-ORIGIN', ''].map(
    (site) => ({
      who: `case B10: an opaque origin from "${site}"`,
      headers: { Origin: 'null', 'Sec-Fetch-Site': site },
      api: 403,
      page: 403,
    }),
  ),
  {
    who: 'a stranger who calls itself same-origin',
    headers: { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' },
    api: 403,
    page: 403,
  },
  { who: 'a same-origin fetch', headers: { 'Sec-Fetch-Site': 'same-origin' }, api: 204, page: 303 },
  { who: 'a sibling domain', headers: { 'Sec-Fetch-Site': 'same-site' }, api: 403, page: 403 },
  { who: 'another site', headers: { 'Sec-Fetch-Site': 'cross-site' }, api: 403, page: 403 },
  { who: 'a typed address', headers: { 'Sec-Fetch-Site': 'none' }, api: 403, page: 403 },
  { who: 'nobody who says', headers: {}, api: 403, page: 403 },
];

describe('state-changing calls (security case 46)', () => {
  it.each(CASES)('from $who get $api from the API and $page from pages', async (row) => {
    const { http } = await startWeb(SETTINGS);
    const api = await http.post('/api/auth/logout').set(row.headers);
    const page = await http.post('/logout').set(row.headers);
    expect([api.status, page.status]).toEqual([row.api, row.page]);
    if (row.api === 403) expect(api.body).toMatchObject({ code: 'forbidden_origin', status: 403 });
  });

  it('tell people where to go when they use another address', async () => {
    const { http } = await startWeb(SETTINGS);
    const page = await http.post('/logout').set('Origin', 'http://127.0.0.1:3000');
    expect(page.text).toContain(OWN);
    expect(page.headers['content-type']).toContain('text/html');
  });
});

describe('answers to other origins', () => {
  it('carry credentials for a listed one', async () => {
    const { http } = await startWeb(SETTINGS);
    const { headers } = await http.get('/api/auth/me').set('Origin', APP);
    expect(headers).toMatchObject({
      'access-control-allow-origin': APP,
      'access-control-allow-credentials': 'true',
      vary: 'Origin',
    });
  });

  it('let a listed one ask first', async () => {
    const { http } = await startWeb(SETTINGS);
    const asked = await http
      .options('/api/auth/whatsapp')
      .set({ Origin: APP, 'Access-Control-Request-Method': 'POST' });
    expect(asked.status).toBe(204);
    expect(asked.headers).toMatchObject({
      'access-control-allow-origin': APP,
      'access-control-allow-methods': 'GET, POST, DELETE',
      'access-control-allow-headers': 'Content-Type',
    });
  });

  it.each([
    { path: '/api/auth/me', origin: 'https://evil.example' },
    { path: '/api/auth/me', origin: 'null' },
    { path: '/api/auth/me', origin: `${APP}.evil.example` },
    { path: '/api/admin/whatsapp', origin: APP },
    { path: '/API/admin/whatsapp', origin: APP },
    { path: '/login', origin: APP },
  ])('say nothing to $origin about $path', async ({ path, origin }) => {
    const { http } = await startWeb(SETTINGS);
    for (const answer of [
      await http.get(path).set('Origin', origin),
      await http.options(path).set({ Origin: origin, 'Access-Control-Request-Method': 'POST' }),
    ]) {
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
      expect(answer.headers).not.toHaveProperty('access-control-allow-credentials');
    }
  });

  it('never let a listed origin change what is the admin’s', async () => {
    const { http } = await startWeb(SETTINGS);
    const answer = await http.post('/api/admin/whatsapp/pair').set('Origin', APP);
    expect(answer.status).toBe(403);
  });
});
