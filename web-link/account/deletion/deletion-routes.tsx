import { Router } from 'express';
import type { BrowserSessions } from '../../http/browser/browser-sessions.js';
import type { AccountDeps } from '../deps.js';
import { shownOnce, type FormFaults } from '../../http/form-faults.js';
import { onlyMethods } from '../../http/middleware/only-methods.js';
import { askForProof, createRequireFreshProof } from '../../http/middleware/require-fresh-proof.js';
import { createRequireSession, sessionClaims } from '../../http/middleware/require-session.js';
import { requestContext } from '../../http/request-context.js';
import { sendPage } from '../../http/send-page.js';
import { DeleteAccountPage } from './delete-page.js';

/** Asking for the deletion of the account, and calling it off (LGPD art. 18 VI). */
export function createAccountDeletionRoutes(
  deps: Pick<AccountDeps, 'ownDeletion' | 'stepUp'> & {
    readonly sessions: BrowserSessions;
    readonly faults: FormFaults;
  },
): Router {
  const { ownDeletion, sessions, faults } = deps;
  const router = Router({ caseSensitive: true, strict: true });
  const requireSession = createRequireSession(sessions);

  router
    .route('/account/delete')
    .get(requireSession, createRequireFreshProof(deps), (_req, res) => {
      const { words } = requestContext(res);
      sendPage(res, { page: <DeleteAccountPage words={words} {...shownOnce(res, 'fault')} /> });
    })
    .post(requireSession, async (req, res) => {
      const scheduled = await ownDeletion.schedule(sessionClaims(res));
      if (scheduled.ok) {
        res.redirect(303, '/account');
        return;
      }
      if (scheduled.error.code === 'too_many_requests') {
        const { words } = requestContext(res);
        const fault = words.code.tooMany(words.wait(scheduled.error.retryAfterS));
        faults.refuse(req, res, { page: '/account/delete', said: { fault } });
        return;
      }
      await askForProof(req, res, { refusal: scheduled.error, sessions });
    })
    .all(onlyMethods('GET', 'POST'));

  router
    .route('/account/delete/cancel')
    .post(requireSession, async (_req, res) => {
      await ownDeletion.cancel(sessionClaims(res));
      res.redirect(303, '/account?done=kept');
    })
    .all(onlyMethods('POST'));

  return router;
}
