import type { RequestHandler } from 'express';
import type { BrowserSessions } from '../http/browser/browser-sessions.js';
import { createClaimRoutes } from './claim-routes.js';
import type { SiteDeps } from './deps.js';
import { createHomeRoutes } from './home-routes.js';
import { createPrivacyRoutes } from './privacy-routes.js';
import { createStatusRoutes } from './status-routes.js';

/** The pages that belong to no way in, and the answers for programs that watch this one. */
export function createSiteApp(
  deps: SiteDeps & { readonly sessions: BrowserSessions },
): readonly RequestHandler[] {
  return [
    createStatusRoutes(deps),
    createHomeRoutes(deps),
    createPrivacyRoutes(deps),
    createClaimRoutes(deps),
  ];
}
