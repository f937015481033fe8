import { Router, type Request } from 'express';
import { z } from 'zod';
import type { BrowserBinding } from '../http/browser/browser-binding.js';
import type { BrowserSessions } from '../http/browser/browser-sessions.js';
import { clientAddress, looksLikeToken, userAgent } from '../http/client.js';
import type { GoogleDeps, GoogleFlow } from './deps.js';
import { shownOnce, type FormFaults } from '../http/form-faults.js';
import { createSendGoogleFault } from './send-fault.js';
import type { GoogleLogin } from './login.js';
import { googleFaultWords } from './problem.js';
import { isEmbeddedBrowser, openElsewhere } from '../ui/open-elsewhere.js';
import { askAboutLink } from '../http/link-token.js';
import { readForm } from '../http/middleware/bodies.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { readInput } from '../http/middleware/read-input.js';
import { requestContext } from '../http/request-context.js';
import { sendPage } from '../http/send-page.js';
import { GoogleChatPage } from './pages/chat-page.js';

const NoFields = z.strictObject({});

/** Links from the chat that start linking: a GET shows whose it is, the button uses it up (security case 24). */
export function createGoogleChatRoutes(
  deps: Pick<GoogleDeps, 'board' | 'settings'> & {
    readonly googleFlow: GoogleFlow;
    readonly googleLogin: GoogleLogin;
    readonly binding: BrowserBinding;
    readonly sessions: BrowserSessions;
    readonly faults: FormFaults;
  },
): Router {
  const { googleFlow, googleLogin, binding, sessions, faults } = deps;
  const sendFault = createSendGoogleFault(deps);
  const router = Router({ caseSensitive: true, strict: true });

  router
    .route('/google/chat/:token')
    .get(async (req: Request<{ token: string }>, res) => {
      const { token } = req.params;
      const viewer = await sessions.viewer(req, res);
      const visit = { token, address: clientAddress(req), viewer };
      const preview = await askAboutLink(token, () => googleFlow.chatLinks.preview(visit));
      if (!preview.ok) {
        await sendFault(req, res, { refusal: preview.error, isSignedIn: viewer !== null });
        return;
      }
      const { words } = requestContext(res);
      const { maskedName } = preview.value;
      const isSignedIn = viewer !== null;
      const elsewhere = openElsewhere(req, res, `/google/chat/${token}`);
      const props = { words, token, maskedName, isSignedIn, elsewhere };
      sendPage(res, { page: <GoogleChatPage {...props} {...shownOnce(res, 'fault')} /> });
    })
    .post(...readForm(), async (req: Request<{ token: string }>, res) => {
      readInput(NoFields, req.body);
      const { token } = req.params;
      // The page says what to do instead; the link stays good.
      if (looksLikeToken(token) && isEmbeddedBrowser(userAgent(req))) {
        res.redirect(303, `/google/chat/${token}`);
        return;
      }
      const viewer = await sessions.viewer(req, res);
      const browserToken = binding.read(req);
      const visit = { token, browserToken, address: clientAddress(req), viewer };
      const started = await askAboutLink(token, () => googleFlow.chatLinks.go(visit));
      if (started.ok) {
        googleLogin.redirectToGoogle(res, started.value);
        return;
      }
      const refusal = started.error;
      const page = `/google/chat/${encodeURIComponent(token)}`;
      // The page says what comes first.
      if (refusal.code === 'not_authenticated') {
        res.redirect(303, page);
        return;
      }
      const { text } = googleFaultWords(refusal, requestContext(res).words);
      faults.refuse(req, res, { page, said: { fault: text } });
    })
    .all(onlyMethods('GET', 'POST'));

  return router;
}
