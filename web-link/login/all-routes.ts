import type { RequestHandler } from 'express';
import type { Edge } from '../http/edge.js';
import { createAuthApiRoutes } from './auth-api-routes.js';
import type { CodeLogin } from './code-login.js';
import { createCodeRoutes } from './code-routes.js';
import type { LoginDeps } from './deps.js';
import { createLinkRoutes } from './link-routes.js';
import { createLoginRoutes } from './login-routes.js';
import { createRequestApiRoutes } from './request-api-routes.js';
import { createWhatsAppLogin } from './request-login.js';
import { createWhatsAppLoginRoutes } from './request-routes.js';
import { createRequestStreams } from './request-streams.js';

/** Sign-in by password, code, link and approval in WhatsApp, as pages and as JSON. */
export function createLoginApp(
  deps: LoginDeps & Edge & { readonly codeLogin: CodeLogin },
): readonly RequestHandler[] {
  const whatsAppLogin = createWhatsAppLogin(deps);
  const streams = createRequestStreams(deps);
  return [
    createAuthApiRoutes(deps),
    createRequestApiRoutes({ ...deps, whatsAppLogin, streams }),
    createLoginRoutes(deps),
    createWhatsAppLoginRoutes({ ...deps, whatsAppLogin }),
    createCodeRoutes(deps),
    createLinkRoutes(deps),
  ];
}
