import { Router } from 'express';
import { KEYS_CACHE_S } from '#src/domain/signing-key.js';
import type { SiteDeps } from './deps.js';
import { onlyMethods } from '../http/middleware/only-methods.js';

/** For load balancers and for programs that verify our tokens. */
export function createStatusRoutes(
  deps: Pick<SiteDeps, 'checkReadiness' | 'accessTokens'>,
): Router {
  const { checkReadiness, accessTokens } = deps;
  const router = Router({ caseSensitive: true, strict: true });

  router
    .route('/healthz')
    .get((_req, res) => {
      res.json({ status: 'ok' });
    })
    .all(onlyMethods('GET'));

  router
    .route('/readyz')
    .get(async (_req, res) => {
      const { ready, parts } = await checkReadiness();
      res.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not_ready', parts });
    })
    .all(onlyMethods('GET'));

  router
    .route('/.well-known/jwks.json')
    .get(async (_req, res) => {
      const keys = await accessTokens.jwks();
      res.set('Cache-Control', `public, max-age=${KEYS_CACHE_S}`);
      // Public by nature: any program may verify our tokens, a browser's included.
      res.set('Access-Control-Allow-Origin', '*');
      res.json(keys);
    })
    .all(onlyMethods('GET'));

  return router;
}
