import { Router } from 'express';
import { createAdminApiRoutes } from './admin-api-routes.js';
import type { AdminDeps } from './admin-deps.js';
import { createAdminDeskRoutes } from './admin-desk-routes.js';
import { createAdminDoor } from './admin-door.js';
import { createAdminSessionRoutes } from './admin-session-routes.js';
import { createAdminSetupRoutes } from './admin-setup-routes.js';
import { createAdminWhatsAppRoutes } from './admin-whatsapp-routes.js';

/**
 * Everything under `/admin` and `/api/admin`, with full paths: mount it at the root, behind the
 * request context, the security headers (`no-store`) and the same-origin guard.
 */
export function createAdminRoutes(deps: AdminDeps): Router {
  const door = createAdminDoor(deps);
  const router = Router();
  router.use(createAdminSetupRoutes(deps));
  router.use(createAdminSessionRoutes(deps, door));
  router.use(createAdminWhatsAppRoutes(deps, door));
  router.use(createAdminDeskRoutes(deps, door));
  router.use(createAdminApiRoutes(deps, door));
  return router;
}
