import type { RequestHandler } from 'express';
import type { WebSettings } from '#web-link/settings.js';
import { ProblemError } from '../problem.js';
import { isOpenToListedOrigins } from './cors.js';

const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets state-changing calls through only from our own pages or a listed origin (security case 46,
 * OWASP CSRF prevention: Fetch Metadata with the Origin header). Where the origin is missing or opaque
 * (`null`: a proxy that sets `Referrer-Policy: no-referrer`, Fetch §3.2), `Sec-Fetch-Site` decides, which no page can
 * set; without it the request comes from no browser that could be told apart.
 */
export function createSameOriginGuard(
  settings: Pick<WebSettings, 'publicUrl' | 'corsOrigins'>,
): RequestHandler {
  const own = new URL(settings.publicUrl).origin;
  const listed = new Set(settings.corsOrigins);
  return (req, _res, next) => {
    if (HARMLESS.has(req.method)) {
      next();
      return;
    }
    const origin = req.get('origin');
    const allowed =
      origin === undefined || origin === 'null'
        ? req.get('sec-fetch-site') === 'same-origin'
        : origin === own || (listed.has(origin) && isOpenToListedOrigins(req.path));
    next(allowed ? undefined : new ProblemError({ code: 'forbidden_origin' }));
  };
}
