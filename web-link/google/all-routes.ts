import type { RequestHandler } from 'express';
import type { CodeLogin } from '../login/code-login.js';
import type { GoogleDeps } from './deps.js';
import type { Edge } from '../http/edge.js';
import { createGoogleLogin } from './login.js';
import { createGoogleAccountRoutes } from './account-routes.js';
import { createGoogleApiRoutes } from './api-routes.js';
import { createGoogleChatRoutes } from './chat-routes.js';
import { createGoogleCodeRoutes } from './code-routes.js';
import { createGoogleLinkRoutes } from './link-routes.js';
import { createGoogleOffRoutes } from './off-routes.js';
import { createGoogleRoutes } from './routes.js';

/** Every route of sign-in by Google, or the answers that say that it is off. */
export function createGoogleApp(
  deps: GoogleDeps & Edge & { readonly codeLogin: CodeLogin },
): readonly RequestHandler[] {
  const { google: googleFlow } = deps;
  if (googleFlow === null) return [createGoogleOffRoutes()];
  const googleLogin = createGoogleLogin({ ...deps, googleFlow });
  return [
    createGoogleRoutes({ ...deps, googleFlow, googleLogin }),
    createGoogleApiRoutes({ ...deps, googleFlow, googleLogin }),
    createGoogleAccountRoutes({ ...deps, googleFlow, googleLogin }),
    createGoogleLinkRoutes({ ...deps, googleLogin }),
    createGoogleCodeRoutes({ ...deps, googleLogin }),
    createGoogleChatRoutes({ ...deps, googleFlow, googleLogin }),
  ];
}
