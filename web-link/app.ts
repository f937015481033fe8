import express, { type Express } from 'express';
import { createBrandRoutes } from './brand/routes.js';
import { createBrowserBinding } from './http/browser/browser-binding.js';
import { createBrowserSessions } from './http/browser/browser-sessions.js';
import { createCodeLogin } from './login/code-login.js';
import { createCookies } from './http/browser/cookies.js';
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
import { createAccountApp } from './account/all-routes.js';
import { createLoginApp } from './login/all-routes.js';
import { createSiteApp } from './site/all-routes.js';
import { createAdminRoutes } from './admin/routes.js';
import { createPasswordRoutes } from './password/password-routes.js';
import { createSiteFileRoutes } from './site/site-file-routes.js';

/** Short, because the names of the files carry no version. */
const ASSETS = 'public, max-age=300';
/** A month: another font would get another name. */
const FONTS = 'public, max-age=2592000, immutable';
/** The style of every page, in the order in which rules override each other. */
const SHEETS = {
  'site.css': ['tokens', 'base', 'parts', 'forms', 'request'].map((name) => `site/${name}.css`),
};

/** Every request passes these in this order. */
export function createApp(deps: WebDeps): Express {
  const { log, settings } = deps;
  const cookies = createCookies(settings);
  const sessions = createBrowserSessions({ ...deps, cookies });
  const binding = createBrowserBinding(cookies);
  const codeLogin = createCodeLogin({ ...deps, binding, sessions });
  const faults = createFormFaults({ ...deps, cookies });
  const parts = { ...deps, cookies, binding, sessions, faults, codeLogin };

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.set('trust proxy', settings.trustProxy);

  app.use(readForwardedAddresses);
  app.use(createBeginRequest(deps), createLogRequests(log), ...createSecurityHeaders(settings));
  app.use(createSiteFileRoutes(settings), ...createBrandRoutes(settings.brand));
  app.use(
    '/public',
    createPackedFiles(settings.publicFolder, { cacheControl: ASSETS, bundles: SHEETS }),
    express.static(settings.publicFolder, {
      index: false,
      redirect: false,
      setHeaders: (res, file) =>
        res.setHeader('Cache-Control', file.endsWith('.woff2') ? FONTS : ASSETS),
    }),
  );
  app.use(createCors(settings), createSameOriginGuard(settings), plainQuery, faults.take);
  app.use(
    ...createSiteApp(parts),
    ...createLoginApp(parts),
    ...createAccountApp(parts),
    createPasswordRoutes(parts),
    ...createGoogleApp(parts),
    createAdminRoutes(parts),
  );
  app.use(answerNotFound, createAnswerErrors({ log, isUnavailable: deps.isUnavailable }));
  return app;
}
