import { describe, expect, it } from 'vitest';
import { NO_BRAND, type Brand } from '#web-link/brand/brand.js';
import { startWeb } from '../support/web-client.js';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const SHOP: Brand = {
  ...NO_BRAND,
  name: 'Loja & Filhos',
  logo: { type: 'image/svg+xml', bytes: Buffer.from(SVG) },
  color: {
    light: { accent: '#0b3d91', strong: '#093174' },
    dark: { accent: '#8fb1f0', strong: '#a5c1f3' },
  },
  siteUrl: 'https://loja.example',
  supportContact: 'ajuda@loja.example',
  termsUrl: 'https://loja.example/termos',
};

describe('the brand', () => {
  it('is named in title, header and previews of every page, errors and the admin included', async () => {
    const { http } = await startWeb({ brand: SHOP });
    for (const path of ['/login', '/claim', '/login/whatsapp', '/privacidade', '/nowhere']) {
      const { text } = await http.get(path).set('Accept', 'text/html');
      expect(text, path).toMatch(/<title>[^<]+ · Loja &amp; Filhos<\/title>/);
      expect(text, path).toContain('<meta property="og:site_name" content="Loja &amp; Filhos"/>');
      expect(text, path).toContain('<span>Loja &amp; Filhos</span>');
      expect(text, path).not.toContain('zap-login');
    }
    const manifest = await http.get('/public/site.webmanifest');
    expect(JSON.parse(manifest.text)).toMatchObject({
      ...{ name: 'Loja & Filhos', theme_color: '#0b3d91' },
    });
  });

  it('says where help, site, privacy and terms are, on every page', async () => {
    const { http } = await startWeb({ brand: SHOP });
    const { text } = await http.get('/login');
    const footer = /<footer>.*<\/footer>/s.exec(text)?.[0] ?? '';
    expect([...footer.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      ...['mailto:ajuda@loja.example', 'https://loja.example', '/privacidade'],
      'https://loja.example/termos',
    ]);
  });

  it.each([
    ['image/png', { src: '/brand/logo', type: 'image/png' }, true],
    ['image/svg+xml', { src: '/brand/logo', type: 'image/svg+xml', sizes: 'any' }, false],
    ['image/webp', { src: '/brand/logo', type: 'image/webp' }, false],
  ] as const)(
    'has its logo (%s) on home screens, and never our sign',
    async (type, icon, touch) => {
      const { http } = await startWeb({
        brand: { ...SHOP, logo: { type, bytes: Buffer.from(SVG) } },
      });
      const { text } = await http.get('/login');
      expect(text).not.toContain('/public/icon');
      expect(text).not.toContain('/public/apple-touch-icon.png');
      expect(text.includes('<link rel="apple-touch-icon" href="/brand/logo"/>')).toBe(touch);
      const manifest = await http.get('/public/site.webmanifest');
      expect(JSON.parse(manifest.text)).toMatchObject({ icons: [icon] });
      for (const path of ['/favicon.ico', '/apple-touch-icon.png'])
        expect((await http.get(path)).status, path).toBe(404);
    },
  );

  it('has a logo of our own origin, whose scripts never run', async () => {
    const { http } = await startWeb({ brand: SHOP });
    const { text } = await http.get('/login');
    expect(text).toContain('<img class="logo" src="/brand/logo" alt height="36"/>');
    const logo = await http.get('/brand/logo').buffer(true).responseType('blob');
    expect((logo.body as Buffer).toString()).toBe(SVG);
    expect(logo.headers).toMatchObject({
      'content-type': expect.stringMatching(/^image\/svg\+xml/) as string,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=300',
    });
  });

  it('has its colour, in the light and in the dark', async () => {
    const { http } = await startWeb({ brand: SHOP });
    expect((await http.get('/login')).text).toContain(
      '<link rel="stylesheet" href="/brand/colors.css"/>',
    );
    const sheet = await http.get('/brand/colors.css');
    expect(sheet.headers['content-type']).toBe('text/css; charset=utf-8');
    expect(sheet.text).toBe(
      ':root{--accent:#0b3d91;--accent-strong:#093174}' +
        '@media (prefers-color-scheme:dark){:root{--accent:#8fb1f0;--accent-strong:#a5c1f3}}',
    );
  });

  it('without logo and colour asks for neither', async () => {
    const { http } = await startWeb();
    const { text } = await http.get('/login');
    expect(text).toContain('<span class="monogram" aria-hidden="true">Z</span>');
    expect(text).not.toContain('/brand/');
    for (const path of ['/brand/logo', '/brand/colors.css']) {
      expect((await http.get(path)).status).toBe(404);
    }
  });
});
