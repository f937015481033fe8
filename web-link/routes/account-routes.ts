import { Router } from 'express';
import type { BrowserSessions } from '../browser-sessions.js';
import type { WebDeps } from '../deps.js';
import { loginFor } from '../destinations.js';
import { onlyMethods } from '../middleware/only-methods.js';
import { createRequireSession, sessionClaims } from '../middleware/require-session.js';

/** What is stored about the person who is signed in, to take along (LGPD art. 18 V). */
export function createAccountRoutes(
  deps: Pick<WebDeps, 'exportData'> & { readonly sessions: BrowserSessions },
): Router {
  const { exportData, sessions } = deps;
  const router = Router({ caseSensitive: true, strict: true });

  router
    .route('/account/data.json')
    .get(createRequireSession(sessions), async (req, res) => {
      const data = await exportData(sessionClaims(res));
      if (data === null) {
        // Blocked or deleted since the token was made.
        await sessions.close(req, res);
        res.redirect(303, loginFor(req));
        return;
      }
      // The only answer with a whole CPF: never cached (it is `no-store`) and never shown in a frame.
      res
        .attachment('zap-login.json')
        .type('json')
        .send(JSON.stringify(data, null, 2));
    })
    .all(onlyMethods('GET'));

  return router;
}
