import { Router } from 'express';
import { z } from 'zod';
import type { BrowserSessions } from '../../http/browser/browser-sessions.js';
import type { AccountDeps } from '../deps.js';
import { onlyMethods } from '../../http/middleware/only-methods.js';
import { createRequireSession, sessionClaims } from '../../http/middleware/require-session.js';
import { ProblemError } from '../../http/problem.js';
import { requestContext } from '../../http/request-context.js';
import { sendPage } from '../../http/send-page.js';
import { EndAllPage } from './end-all-page.js';

const SessionId = z.uuid();

/** The buttons beside the devices of an account. */
export function createAccountSessionRoutes(
  deps: Pick<AccountDeps, 'ownSessions'> & { readonly sessions: BrowserSessions },
): Router {
  const { ownSessions, sessions } = deps;
  const router = Router({ caseSensitive: true, strict: true });
  const requireSession = createRequireSession(sessions);

  router
    .route('/account/sessions/end-all')
    .get(requireSession, (_req, res) => {
      sendPage(res, { page: <EndAllPage words={requestContext(res).words} /> });
    })
    .post(requireSession, async (req, res) => {
      await ownSessions.endAll(sessionClaims(res));
      await sessions.close(req, res);
      res.redirect(303, '/login?signed_out=1');
    })
    .all(onlyMethods('GET', 'POST'));

  router
    .route('/account/sessions/:id/end')
    .post(requireSession, async (req, res) => {
      const claims = sessionClaims(res);
      const id = SessionId.safeParse(req.params.id);
      if (!id.success) throw new ProblemError({ code: 'not_found' });
      if (id.data === claims.sessionId) {
        await sessions.close(req, res);
        res.redirect(303, '/login?signed_out=1');
        return;
      }
      // Ended in the meantime is as good as ended now.
      await ownSessions.end(claims, id.data);
      res.redirect(303, '/account?done=session');
    })
    .all(onlyMethods('POST'));

  return router;
}
