import { Router } from 'express';
import type { BrowserSessions } from '../http/browser/browser-sessions.js';
import type { AccountDeps } from './deps.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { createRequireFreshProof } from '../http/middleware/require-fresh-proof.js';
import {
  askToSignIn,
  createRequireSession,
  sessionClaims,
} from '../http/middleware/require-session.js';
import { requestContext } from '../http/request-context.js';
import { sendPage } from '../http/send-page.js';
import { AccountPage, type AccountNews } from './page.js';

/** Own property only: the query may come from any link. */
function newsOf(done: unknown, known: Readonly<Record<AccountNews, string>>): AccountNews | null {
  return typeof done === 'string' && Object.hasOwn(known, done) ? (done as AccountNews) : null;
}

/** The page of the account, and what is stored about the person to take along (LGPD art. 18 V). */
export function createAccountRoutes(
  deps: Pick<
    AccountDeps,
    'describeAccount' | 'ownSessions' | 'exportData' | 'stepUp' | 'settings'
  > & {
    readonly sessions: BrowserSessions;
  },
): Router {
  const { describeAccount, ownSessions, exportData, settings, sessions } = deps;
  const router = Router({ caseSensitive: true, strict: true });
  const requireSession = createRequireSession(sessions);

  router
    .route('/account')
    .get(requireSession, async (req, res) => {
      const claims = sessionClaims(res);
      const account = await describeAccount(claims);
      if (account === null) {
        await askToSignIn(req, res, sessions);
        return;
      }
      const { words } = requestContext(res);
      const page = (
        <AccountPage
          words={words}
          account={account}
          sessions={await ownSessions.list(claims)}
          google={settings.google}
          news={newsOf(req.query['done'], words.account.done)}
        />
      );
      sendPage(res, { page });
    })
    .all(onlyMethods('GET'));

  router
    .route('/account/data.json')
    .get(requireSession, createRequireFreshProof(deps), async (req, res) => {
      const data = await exportData(sessionClaims(res));
      if (data === null) {
        await askToSignIn(req, res, sessions);
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
