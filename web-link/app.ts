import express, { type Express } from 'express';
import { createBrowserBinding } from './browser-binding.js';
import { createBrowserSessions } from './browser-sessions.js';
import { createCodeLogin } from './code-login.js';
import { createCookies } from './cookies.js';
import type { WebDeps } from './deps.js';
import { createFormFaults } from './form-faults.js';
import { createGoogleApp } from './google-app.js';
import { answerNotFound, createAnswerErrors } from './middleware/answer-errors.js';
import { createBeginRequest } from './middleware/begin-request.js';
import { createCors } from './middleware/cors.js';
import { readForwardedAddresses } from './middleware/forwarded-addresses.js';
import { createLogRequests } from './middleware/log-requests.js';
import { createPackedFiles } from './middleware/packed-files.js';
import { plainQuery } from './middleware/read-input.js';
import { createSameOriginGuard } from './middleware/same-origin.js';
import { createSecurityHeaders } from './middleware/security-headers.js';
import { createRequestStreams } from './request-streams.js';
import { createAccountApiRoutes } from './routes/account-api-routes.js';
import { createAccountDeletionRoutes } from './routes/account-deletion-routes.js';
import { createAccountNumberRoutes } from './routes/account-number-routes.js';
import { createAccountPasswordRoutes } from './routes/account-password-routes.js';
import { createAccountRoutes } from './routes/account-routes.js';
import { createAccountSessionRoutes } from './routes/account-session-routes.js';
import { createAdminRoutes } from './routes/admin-routes.js';
import { createAuthApiRoutes } from './routes/auth-api-routes.js';
import { createClaimRoutes } from './routes/claim-routes.js';
import { createCodeRoutes } from './routes/code-routes.js';
import { createConfirmRoutes } from './routes/confirm-routes.js';
import { createHomeRoutes } from './routes/home-routes.js';
import { createLinkRoutes } from './routes/link-routes.js';
import { createLoginRoutes } from './routes/login-routes.js';
import { createPasswordRoutes } from './routes/password-routes.js';
import { createPrivacyRoutes } from './routes/privacy-routes.js';
import { createRequestApiRoutes } from './routes/request-api-routes.js';
import { createSiteFileRoutes } from './routes/site-file-routes.js';
import { createStatusRoutes } from './routes/status-routes.js';
import { createWhatsAppLoginRoutes } from './routes/whatsapp-login-routes.js';
import { createWhatsAppLogin } from './whatsapp-login.js';

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
