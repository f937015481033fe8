import { Router } from 'express';
import type { BrowserSessions } from '../http/browser/browser-sessions.js';
import type { SiteDeps } from './deps.js';
import { homeOf } from '../http/destinations.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import {
  askToSignIn,
  createRequireSession,
  sessionClaims,
} from '../http/middleware/require-session.js';
import { requestContext } from '../http/request-context.js';
import { sendPage } from '../http/send-page.js';
import { DashboardPage } from './dashboard-page.js';

/** The home page, the sample page behind the session, and sign-out. */
export function createHomeRoutes(
  deps: Pick<SiteDeps, 'describeMe' | 'settings'> & { readonly sessions: BrowserSessions },
): Router {
  const { describeMe, settings, sessions } = deps;
  const router = Router({ caseSensitive: true, strict: true });

  router
    .route('/')
    .get(async (req, res) => {
      const viewer = await sessions.viewer(req, res);
      res.redirect(303, viewer === null ? '/login' : homeOf(settings));
    })
    .all(onlyMethods('GET'));

  router
    .route('/dashboard')
    .get(createRequireSession(sessions), async (req, res) => {
      const me = await describeMe(sessionClaims(res));
      if (me === null) {
        await askToSignIn(req, res, sessions);
        return;
      }
      sendPage(res, { page: <DashboardPage words={requestContext(res).words} me={me} /> });
    })
    .all(onlyMethods('GET'));

  router
    .route('/logout')
    .post(async (req, res) => {
      await sessions.close(req, res);
      res.redirect(303, '/login?signed_out=1');
    })
    .all(onlyMethods('POST'));

  return router;
}
