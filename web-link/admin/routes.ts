import { Router } from 'express';
import { createAdminApiRoutes } from './api-routes.js';
import type { AdminPageDeps } from './deps.js';
import { createPeopleAreaRoutes } from './people-area-routes.js';
import { createAdminSessionCookie } from './session-cookie.js';
import { createAdminSessionRoutes } from './session-routes.js';
import { createAdminSetupRoutes } from './setup-routes.js';
import { createAdminStepUpRoutes } from './step-up-routes.js';
import { createWhatsAppIntents } from './whatsapp/intents.js';
import { createAdminWhatsAppRoutes } from './whatsapp/routes.js';

/**
 * Everything under `/admin` and `/api/admin`, with full paths: mount it at the root, behind the
 * request context, the security headers (`no-store`) and the same-origin guard.
 */
export function createAdminRoutes(deps: AdminPageDeps): Router {
  const sessionCookie = createAdminSessionCookie(deps);
  const intents = createWhatsAppIntents(deps);
  const router = Router();
  router.use(createAdminSetupRoutes(deps));
  router.use(createAdminSessionRoutes(deps, sessionCookie));
  router.use(createAdminStepUpRoutes(deps, { sessionCookie, intents }));
  router.use(createAdminWhatsAppRoutes(deps, { sessionCookie, intents }));
  router.use(createPeopleAreaRoutes(deps, sessionCookie));
  router.use(createAdminApiRoutes(deps, sessionCookie));
  return router;
}
