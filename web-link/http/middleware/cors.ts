import type { RequestHandler } from 'express';
import type { WebSettings } from '#web-link/settings.js';

const PREFLIGHT_LIFETIME_S = 600;

/** The JSON API of people; neither pages nor anything of the admin's. Paths match in any case, as routes do. */
export function isOpenToListedOrigins(path: string): boolean {
  return /^\/api\/(?!admin(?:\/|$))/i.test(path);
}

/** CORS with credentials for listed origins and the JSON API only. */
export function createCors(settings: Pick<WebSettings, 'corsOrigins'>): RequestHandler {
  const listed = new Set(settings.corsOrigins);
  return (req, res, next) => {
    if (!isOpenToListedOrigins(req.path)) {
      next();
      return;
    }
    res.vary('Origin');
    const origin = req.get('origin');
    if (origin === undefined || !listed.has(origin)) {
      next();
      return;
    }
    res.set({
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Expose-Headers': 'X-Request-Id, Retry-After',
    });
    const isPreflight =
      req.method === 'OPTIONS' && req.get('access-control-request-method') !== undefined;
    if (!isPreflight) {
      next();
      return;
    }
    res.set({
      'Access-Control-Allow-Methods': 'GET, POST, DELETE',
      'Access-Control-Allow-Headers': 'Content-Type',
      'Access-Control-Max-Age': PREFLIGHT_LIFETIME_S.toString(),
    });
    res.status(204).end();
  };
}
