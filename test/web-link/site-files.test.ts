import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '#src/config/config.js';
import { startWeb } from '../support/web-client.js';
import { tokenOf } from '../support/web-deps.js';

const EXPIRES = new Date('2027-05-01T00:00:00Z');

describe('what browsers, managers and crawlers ask for by name', () => {
  it.each([
    { path: '/favicon.ico', type: /^image\/(x-icon|vnd\.microsoft\.icon)/, magic: '00000100' },
    { path: '/public/favicon.ico', type: /^image\//, magic: '00000100' },
    { path: '/apple-touch-icon.png', type: /^image\/png/, magic: '89504e47' },
    { path: '/public/icon-192.png', type: /^image\/png/, magic: '89504e47' },
    { path: '/public/icon-512.png', type: /^image\/png/, magic: '89504e47' },
  ])('case F10: $path is a picture of our own', async ({ path, type, magic }) => {
    const { http } = await startWeb();
    const picture = await http.get(path).buffer(true).responseType('blob');
    expect(picture.status).toBe(200);
    expect(picture.headers['content-type']).toMatch(type);
    expect(picture.headers['cache-control']).toMatch(/^public, max-age=/);
    expect((picture.body as Buffer).subarray(0, 4).toString('hex')).toBe(magic);
  });

  it('case F10: every page names icons, manifest and colour, and previews say nothing of a person', async () => {
    const { http, world } = await startWeb();
    world.addLink(tokenOf('l'), world.joana.accountId);
    const cards = [];
    for (const path of ['/login', `/l/${tokenOf('l')}`]) {
      const { text } = await http.get(path);
      const links = [...text.matchAll(/<link rel="[^"]+" href="([^"]+)"/g)].map(([, href]) => href);
      for (const href of links)
        expect([href, (await http.get(href ?? '')).status]).toEqual([href, 200]);
      expect(links).toContain('/public/apple-touch-icon.png');
      expect(text).toMatch(
        /<meta name="theme-color" content="#\w{6}" media="\(prefers-color-scheme: dark\)"/,
      );
      cards.push(
        [...text.matchAll(/<meta (?:name="description"|property="og:[^>]+)[^>]*>/g)].join(),
      );
    }
    expect(cards[0]).toContain('og:description');
    expect(cards[1]).toBe(cards[0]);
  });

  it('case F10: the manifest names pictures that are there, and the pages may load it', async () => {
    const { http } = await startWeb();
    const manifest = await http.get('/public/site.webmanifest');
    expect(manifest.headers['content-type']).toContain('application/manifest+json');
    const { icons, lang } = JSON.parse(manifest.text) as { icons: { src: string }[]; lang: string };
    expect([icons.length, lang]).toEqual([2, 'pt-BR']);
    for (const { src } of icons) expect((await http.get(src)).status).toBe(200);
    const { headers } = await http.get('/login');
    expect(headers['content-security-policy']).toContain("manifest-src 'self'");
  });

  it('case F10: a password manager is led to the page that changes the password', async () => {
    const { http } = await startWeb();
    const led = await http.get('/.well-known/change-password');
    expect([led.status, led.headers['location']]).toEqual([302, '/account/password']);
    expect((await http.get('/robots.txt')).text).toBe('User-agent: *\nDisallow: /\n');
  });

  it('case F10: security.txt is there where a contact is set, and only there', async () => {
    const none = await startWeb();
    expect((await none.http.get('/.well-known/security.txt')).status).toBe(404);
    const contact = 'mailto:seguranca@login.example';
    const security = { contact, expires: () => EXPIRES };
    const { http } = await startWeb({ publicUrl: 'https://login.example', security });
    const file = await http.get('/.well-known/security.txt');
    expect(file.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(file.text).toBe(
      `Contact: ${contact}\nExpires: 2027-05-01T00:00:00.000Z\nPreferred-Languages: pt, en\n` +
        'Canonical: https://login.example/.well-known/security.txt\n',
    );
  });

  it.each(['seguranca@login.example', 'http://login.example', 'mailto:a@b\nPolicy: x', 'mailto:'])(
    'case F10: %j is no contact',
    (contact) => {
      expect(() => readConfig({ SECURITY_CONTACT: contact })).toThrow(ConfigError);
    },
  );

  it('case F10: with WhatsApp away the notice stands before every way in', async () => {
    const { http, world } = await startWeb();
    for (const status of [{ state: 'waiting' as const }, { heldUntil: EXPIRES }]) {
      world.board.status = { ...world.board.status, ...status };
      const { text } = await http.get('/login');
      const notice = text.indexOf('class="notice warn"');
      expect(notice).toBeGreaterThan(0);
      expect(text.indexOf('href="/login/password"')).toBeGreaterThan(notice);
      expect(text.slice(0, notice)).not.toMatch(/<form|class="button/);
      const byPassword = (await http.get('/login/password')).text;
      const before = byPassword.slice(0, byPassword.indexOf('class="notice warn"'));
      expect(before).not.toMatch(/<form|<input|class="button/);
      expect(byPassword).toContain('id="password"');
    }
  });
});
