import type { RequestHandler } from 'express';
import type { BrowserBinding } from './browser-binding.js';
import type { BrowserSessions } from './browser-sessions.js';
import type { CodeLogin } from './code-login.js';
import type { Cookies } from './cookies.js';
import type { WebDeps } from './deps.js';
import type { FormFaults } from './form-faults.js';
import { createGoogleLogin } from './google-login.js';
import { createGoogleAccountRoutes } from './routes/google-account-routes.js';
import { createGoogleApiRoutes } from './routes/google-api-routes.js';
import { createGoogleChatRoutes } from './routes/google-chat-routes.js';
import { createGoogleCodeRoutes } from './routes/google-code-routes.js';
import { createGoogleLinkRoutes } from './routes/google-link-routes.js';
import { createGoogleOffRoutes } from './routes/google-off-routes.js';
import { createGoogleRoutes } from './routes/google-routes.js';

/** Every route of the way by Google, or what says that there is none. */
export function createGoogleApp(
  deps: WebDeps & {
    readonly cookies: Cookies;
    readonly binding: BrowserBinding;
    readonly codeLogin: CodeLogin;
    readonly sessions: BrowserSessions;
    readonly faults: FormFaults;
  },
): readonly RequestHandler[] {
  const { google: doors } = deps;
  if (doors === null) return [createGoogleOffRoutes()];
  const googleLogin = createGoogleLogin({ ...deps, doors });
  return [
    createGoogleRoutes({ ...deps, doors, googleLogin }),
    createGoogleApiRoutes({ ...deps, doors, googleLogin }),
    createGoogleAccountRoutes({ ...deps, doors, googleLogin }),
    createGoogleLinkRoutes({ ...deps, googleLogin }),
    createGoogleCodeRoutes({ ...deps, googleLogin }),
    createGoogleChatRoutes({ ...deps, doors, googleLogin }),
  ];
}
