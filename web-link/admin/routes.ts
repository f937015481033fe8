import { Router } from 'express';
import { createAdminApiRoutes } from './api-routes.js';
import type { AdminDeps } from './deps.js';
import { createPeopleAreaRoutes } from './people-area-routes.js';
import { createAdminSessionCookie } from './session-cookie.js';
import { createAdminSessionRoutes } from './session-routes.js';
import { createAdminSetupRoutes } from './setup-routes.js';
import { createAdminWhatsAppRoutes } from './whatsapp/routes.js';

/**
 * Everything under `/admin` and `/api/admin`, with full paths: mount it at the root, behind the
 * request context, the security headers (`no-store`) and the same-origin guard.
 */
export function createAdminRoutes(deps: AdminDeps): Router {
  const sessionCookie = createAdminSessionCookie(deps);
  const router = Router();
  router.use(createAdminSetupRoutes(deps));
  router.use(createAdminSessionRoutes(deps, sessionCookie));
  router.use(createAdminWhatsAppRoutes(deps, sessionCookie));
  router.use(createPeopleAreaRoutes(deps, sessionCookie));
  router.use(createAdminApiRoutes(deps, sessionCookie));
  return router;
}
