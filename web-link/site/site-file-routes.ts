import path from 'node:path';
import { Router } from 'express';
import { LOGO_PATH, type Brand } from '../brand/brand.js';
import { wordsFor } from '../words/catalogue.js';
import type { WebSettings } from '../settings.js';
import { onlyMethods } from '../http/middleware/only-methods.js';

const A_DAY_S = 86_400;
const CACHED = `public, max-age=${A_DAY_S}`;

/** W3C Web Application Manifest, `icons`: the logo of the brand, whose size browsers see, or our own in two sizes. */
function iconsOf({ logo }: Brand) {
  if (logo !== null) {
    const { type } = logo;
    return [{ src: LOGO_PATH, type, ...(type === 'image/svg+xml' && { sizes: 'any' }) }];
  }
  return [192, 512].map((size) => ({
    src: `/public/icon-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
  }));
}

/** What browsers, password managers and crawlers ask a site for under fixed names. */
export function createSiteFileRoutes(
  settings: Pick<
    WebSettings,
    'publicFolder' | 'publicUrl' | 'locale' | 'timeZone' | 'security' | 'brand'
  >,
): Router {
  const { publicFolder, publicUrl, security, brand } = settings;
  const words = wordsFor(settings);
  const router = Router({ caseSensitive: true, strict: true });

  // With a logo of a brand the pages name that one, and nothing is found under these names.
  for (const name of brand.logo === null ? ['favicon.ico', 'apple-touch-icon.png'] : []) {
    router
      .route(`/${name}`)
      .get((_req, res) => {
        res.set('Cache-Control', CACHED).sendFile(path.join(publicFolder, name), {
          cacheControl: false,
        });
      })
      .all(onlyMethods('GET'));
  }

  router
    .route('/public/site.webmanifest')
    .get((_req, res) => {
      const manifest = {
        name: words.brand.name,
        short_name: words.brand.name,
        description: words.tagline,
        lang: words.lang,
        start_url: '/',
        scope: '/',
        display: 'browser',
        background_color: '#f5f6f8',
        theme_color: words.brand.color?.light.accent ?? '#0b6b50',
        icons: iconsOf(brand),
      };
      res
        .set('Cache-Control', CACHED)
        .type('application/manifest+json')
        .send(JSON.stringify(manifest));
    })
    .all(onlyMethods('GET'));

  // W3C "A Well-Known URL for Changing Passwords".
  router
    .route('/.well-known/change-password')
    .get((_req, res) => {
      res.redirect(302, '/account/password');
    })
    .all(onlyMethods('GET'));

  router
    .route('/robots.txt')
    .get((_req, res) => {
      res.set('Cache-Control', CACHED).type('text/plain').send('User-agent: *\nDisallow: /\n');
    })
    .all(onlyMethods('GET'));

  if (security !== null) {
    // RFC 9116: Contact and Expires are required, and Expires is less than a year away.
    router
      .route('/.well-known/security.txt')
      .get((_req, res) => {
        const lines = [
          `Contact: ${security.contact}`,
          `Expires: ${security.expires().toISOString()}`,
          'Preferred-Languages: pt, en',
          `Canonical: ${publicUrl}/.well-known/security.txt`,
        ];
        res
          .set('Cache-Control', CACHED)
          .type('text/plain')
          .send(`${lines.join('\n')}\n`);
      })
      .all(onlyMethods('GET'));
  }

  return router;
}
