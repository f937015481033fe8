import { Router } from 'express';
import { z } from 'zod';
import type { BrowserSessions } from '../../http/browser/browser-sessions.js';
import type { AccountDeps } from '../deps.js';
import { readForm } from '../../http/middleware/bodies.js';
import { onlyMethods } from '../../http/middleware/only-methods.js';
import { readInput } from '../../http/middleware/read-input.js';
import { askForProof, createRequireFreshProof } from '../../http/middleware/require-fresh-proof.js';
import {
  askToSignIn,
  createRequireSession,
  sessionClaims,
} from '../../http/middleware/require-session.js';
import { requestContext } from '../../http/request-context.js';
import { sendPage } from '../../http/send-page.js';
import { NumberWaitPage } from './number-wait.js';

const ConfirmForm = z.strictObject({ wait: z.uuid() });
const OVER = '/account?done=numberOver';

/** Yes and no to another WhatsApp account that waits on the account's number (docs/decisions/0011). */
export function createAccountNumberRoutes(
  deps: Pick<AccountDeps, 'ownNumberWait' | 'describeAccount' | 'stepUp'> & {
    readonly sessions: BrowserSessions;
  },
): Router {
  const { ownNumberWait, describeAccount, sessions } = deps;
  const router = Router({ caseSensitive: true, strict: true });
  const requireSession = createRequireSession(sessions);

  router
    .route('/account/number')
    .get(requireSession, createRequireFreshProof(deps), async (req, res) => {
      const account = await describeAccount(sessionClaims(res));
      if (account === null) {
        await askToSignIn(req, res, sessions);
        return;
      }
      if (account.numberWait === null) {
        res.redirect(303, OVER);
        return;
      }
      const { words } = requestContext(res);
      sendPage(res, { page: <NumberWaitPage words={words} wait={account.numberWait} /> });
    })
    .post(requireSession, ...readForm(), async (req, res) => {
      const { wait: waitId } = readInput(ConfirmForm, req.body);
      const confirmed = await ownNumberWait.confirm({ claims: sessionClaims(res), waitId });
      if (confirmed.ok) {
        res.redirect(303, '/account?done=numberConfirmed');
        return;
      }
      const { code } = confirmed.error;
      if (code === 'not_found') res.redirect(303, OVER);
      else await askForProof(req, res, { refusal: { code }, sessions });
    })
    .all(onlyMethods('GET', 'POST'));

  router
    .route('/account/number/refuse')
    .post(requireSession, async (_req, res) => {
      const refused = await ownNumberWait.refuse(sessionClaims(res));
      res.redirect(303, refused ? '/account?done=numberRefused' : OVER);
    })
    .all(onlyMethods('POST'));

  return router;
}
