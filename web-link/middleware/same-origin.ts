import type { RequestHandler } from 'express';
import type { WebSettings } from '../deps.js';
import { ProblemError } from '../problem.js';
import { isOpenToListedOrigins } from './cors.js';

const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets state-changing calls through only from our own pages or a listed origin (security case 46,
 * OWASP CSRF prevention: Fetch Metadata with the Origin header). An opaque origin (`null`) is
 * nobody's; a request without either header comes from no browser that could be told apart.
 */
export function createSameOriginGuard(settings: WebSettings): RequestHandler {
  const own = new URL(settings.publicUrl).origin;
  const listed = new Set(settings.corsOrigins);
  return (req, _res, next) => {
    if (HARMLESS.has(req.method)) {
      next();
      return;
    }
    const origin = req.get('origin');
    const allowed =
      origin === undefined
        ? req.get('sec-fetch-site') === 'same-origin'
        : origin === own || (listed.has(origin) && isOpenToListedOrigins(req.path));
    next(allowed ? undefined : new ProblemError({ code: 'forbidden_origin' }));
  };
}
