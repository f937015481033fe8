import express, { type Express } from 'express';
import { createBrowserBinding } from './http/browser-binding.js';
import { createBrowserSessions } from './http/browser-sessions.js';
import { createCodeLogin } from './login/code-login.js';
import { createCookies } from './http/cookies.js';
import type { WebDeps } from './deps.js';
import { createFormFaults } from './http/form-faults.js';
import { createGoogleApp } from './google/all-routes.js';
import { answerNotFound, createAnswerErrors } from './http/middleware/answer-errors.js';
import { createBeginRequest } from './http/middleware/begin-request.js';
import { createCors } from './http/middleware/cors.js';
import { readForwardedAddresses } from './http/middleware/forwarded-addresses.js';
import { createLogRequests } from './http/middleware/log-requests.js';
import { createPackedFiles } from './http/middleware/packed-files.js';
import { plainQuery } from './http/middleware/read-input.js';
import { createSameOriginGuard } from './http/middleware/same-origin.js';
import { createSecurityHeaders } from './http/middleware/security-headers.js';
import { createRequestStreams } from './login/request-streams.js';
import { createAccountApiRoutes } from './account/api-routes.js';
import { createAccountDeletionRoutes } from './account/deletion-routes.js';
import { createAccountNumberRoutes } from './account/number-routes.js';
import { createAccountPasswordRoutes } from './account/password-routes.js';
import { createAccountRoutes } from './account/routes.js';
import { createAccountSessionRoutes } from './account/session-routes.js';
import { createAdminRoutes } from './admin/routes.js';
import { createAuthApiRoutes } from './login/auth-api-routes.js';
import { createClaimRoutes } from './site/claim-routes.js';
import { createCodeRoutes } from './login/code-routes.js';
import { createConfirmRoutes } from './account/confirm-routes.js';
import { createHomeRoutes } from './site/home-routes.js';
import { createLinkRoutes } from './login/link-routes.js';
import { createLoginRoutes } from './login/login-routes.js';
import { createPasswordRoutes } from './password/password-routes.js';
import { createPrivacyRoutes } from './site/privacy-routes.js';
import { createRequestApiRoutes } from './login/request-api-routes.js';
import { createSiteFileRoutes } from './site/site-file-routes.js';
import { createStatusRoutes } from './site/status-routes.js';
import { createWhatsAppLoginRoutes } from './login/request-routes.js';
import { createWhatsAppLogin } from './login/request-login.js';

/** Short, because the names of the files carry no version. */
const ASSETS = 'public, max-age=300';

/** Every request passes these in this order. */
export function createApp(deps: WebDeps): Express {
  const { log, settings } = deps;
  const cookies = createCookies(settings);
  const sessions = createBrowserSessions({ ...deps, cookies });
  const binding = createBrowserBinding(cookies);
  const codeLogin = createCodeLogin({ ...deps, binding, sessions });
  const whatsAppLogin = createWhatsAppLogin({ ...deps, cookies, binding, sessions });
  const faults = createFormFaults({ ...deps, cookies });
  const streams = createRequestStreams(deps);

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.set('trust proxy', settings.trustProxy);

  app.use(readForwardedAddresses);
  app.use(createBeginRequest(deps), createLogRequests(log), ...createSecurityHeaders(settings));
  app.use(createSiteFileRoutes(settings));
  app.use(
    '/public',
    createPackedFiles(settings.publicFolder, { cacheControl: ASSETS }),
    express.static(settings.publicFolder, {
      index: false,
      redirect: false,
      setHeaders: (res) => res.setHeader('Cache-Control', ASSETS),
    }),
  );
  app.use(createCors(settings), createSameOriginGuard(settings), plainQuery, faults.take);
  app.use(
    createStatusRoutes(deps),
    createAuthApiRoutes({ ...deps, binding, codeLogin, sessions }),
    createAccountApiRoutes({ ...deps, binding, sessions }),
    createRequestApiRoutes({ whatsAppLogin, streams, binding }),
    createLoginRoutes({ ...deps, binding, cookies, codeLogin, sessions, faults }),
    createWhatsAppLoginRoutes({ ...deps, cookies, sessions, whatsAppLogin, faults }),
    createCodeRoutes({ ...deps, cookies, codeLogin, faults }),
    createLinkRoutes({ ...deps, sessions }),
    createHomeRoutes({ ...deps, sessions }),
    createAccountRoutes({ ...deps, sessions }),
    createAccountPasswordRoutes({ ...deps, sessions, faults }),
    createAccountSessionRoutes({ ...deps, sessions }),
    createAccountDeletionRoutes({ ...deps, sessions, faults }),
    createAccountNumberRoutes({ ...deps, sessions }),
    createConfirmRoutes({ ...deps, cookies, binding, codeLogin, sessions, faults }),
    createPasswordRoutes({ ...deps, binding, sessions, faults }),
    ...createGoogleApp({ ...deps, cookies, binding, codeLogin, sessions, faults }),
    createPrivacyRoutes(deps),
    createClaimRoutes(deps),
    createAdminRoutes({ ...deps, faults }),
  );
  app.use(answerNotFound, createAnswerErrors({ log, isUnavailable: deps.isUnavailable }));
  return app;
}
