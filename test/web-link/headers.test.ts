import { describe, expect, it } from 'vitest';
import { startWeb } from '../support/web-client.js';
import { tokenOf } from '../support/web-deps.js';

const EVERY_KIND = ['/login', '/healthz', '/api/auth/me', '/nowhere', `/l/${tokenOf('x')}`];

describe('the headers of every answer', () => {
  it.each(EVERY_KIND)(
    'keep caches, frames, other origins and inline code out of %s',
    async (path) => {
      const { http } = await startWeb();
      const { headers } = await http.get(path);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy':
          "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';manifest-src 'self';connect-src 'self';" +
          "form-action 'self';base-uri 'none';frame-ancestors 'none'",
        'referrer-policy': 'strict-origin',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('etag');
    },
  );

  it('lets only the page of the demo show ours in a frame', async () => {
    const { http } = await startWeb({ framedBy: 'http://localhost:3003' });
    const { headers } = await http.get('/login');
    expect(headers['content-security-policy']).toMatch(/;frame-ancestors http:\/\/localhost:3003$/);
    expect(headers).not.toHaveProperty('x-frame-options');
  });

  it('promises https only where the public address is https', async () => {
    const plain = await startWeb();
    const safe = await startWeb({ publicUrl: 'https://entrar.example' });
    expect((await plain.http.get('/login')).headers).not.toHaveProperty(
      'strict-transport-security',
    );
    expect((await safe.http.get('/login')).headers['strict-transport-security']).toBe(
      'max-age=63072000',
    );
  });

  it('lets a form end on the dashboard of another origin', async () => {
    const { http } = await startWeb({ dashboardUrl: 'https://app.example/inicio' });
    const { headers } = await http.get('/login');
    expect(headers['content-security-policy']).toContain("form-action 'self' https://app.example;");
  });

  it('gives each request an id of our own, whatever the client calls it', async () => {
    const { http } = await startWeb();
    const first = await http.get('/healthz').set('X-Request-Id', 'mine');
    const second = await http.get('/healthz').set('X-Request-Id', 'mine');
    expect(first.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
    expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
  });

  it('lets browsers keep the style sheet for minutes', async () => {
    const { http } = await startWeb();
    const sheet = await http.get('/public/site.css');
    expect(sheet.status).toBe(200);
    expect(sheet.headers['cache-control']).toBe('public, max-age=300');
    expect(sheet.headers['content-type']).toContain('text/css');
  });

  it.each(['/public/', '/public/../server.ts', '/public/%2e%2e/server.ts', '/public/.env'])(
    'serves no file outside of the public folder: %s',
    async (path) => {
      const { http } = await startWeb();
      expect((await http.get(path)).status).toBeGreaterThanOrEqual(400);
    },
  );
});
