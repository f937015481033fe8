import { Router } from 'express';
import type { BrowserSessions } from '../browser-sessions.js';
import type { WebDeps } from '../deps.js';
import { homeOf, loginFor } from '../destinations.js';
import { onlyMethods } from '../middleware/only-methods.js';
import { createRequireSession, sessionClaims } from '../middleware/require-session.js';
import { requestContext } from '../request-context.js';
import { sendPage } from '../send-page.js';
import { DashboardPage } from '../views/dashboard-page.js';

/** The front door, the sample page behind the session, and the way out. */
export function createHomeRoutes(
  deps: Pick<WebDeps, 'describeMe' | 'settings'> & { readonly sessions: BrowserSessions },
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
        // Blocked or deleted since the token was made.
        await sessions.close(req, res);
        res.redirect(303, loginFor(req));
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
