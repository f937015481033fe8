import { Router, type Request } from 'express';
import { z } from 'zod';
import { fail } from '#src/domain/result.js';
import type { BrowserBinding } from '../browser-binding.js';
import type { BrowserSessions } from '../browser-sessions.js';
import { clientAddress, looksLikeToken } from '../client.js';
import type { GoogleDoors, WebDeps } from '../deps.js';
import { createSendGoogleFault } from '../google-answer.js';
import type { GoogleLogin } from '../google-login.js';
import { readForm } from '../middleware/bodies.js';
import { onlyMethods } from '../middleware/only-methods.js';
import { readInput } from '../middleware/read-input.js';
import { requestContext } from '../request-context.js';
import { sendPage } from '../send-page.js';
import { GoogleChatPage } from '../views/google-chat-page.js';

const NoFields = z.strictObject({});
const nonsense = fail({ code: 'link_invalid' } as const);

/** Links from the chat that start linking: a GET shows whose it is, the button uses it up (security case 24). */
export function createGoogleChatRoutes(
  deps: Pick<WebDeps, 'board' | 'settings'> & {
    readonly doors: GoogleDoors;
    readonly googleLogin: GoogleLogin;
    readonly binding: BrowserBinding;
    readonly sessions: BrowserSessions;
  },
): Router {
  const { doors, googleLogin, binding, sessions } = deps;
  const sendFault = createSendGoogleFault(deps);
  const router = Router({ caseSensitive: true, strict: true });

  router
    .route('/google/chat/:token')
    .get(async (req: Request<{ token: string }>, res) => {
      const { token } = req.params;
      const viewer = await sessions.viewer(req, res);
      const preview = looksLikeToken(token)
        ? await doors.chatLinks.preview({ token, address: clientAddress(req), viewer })
        : nonsense;
      if (!preview.ok) {
        await sendFault(req, res, { refusal: preview.error, isSignedIn: viewer !== null });
        return;
      }
      const { words } = requestContext(res);
      const { maskedName } = preview.value;
      const isSignedIn = viewer !== null;
      sendPage(res, { page: <GoogleChatPage {...{ words, token, maskedName, isSignedIn }} /> });
    })
    .post(...readForm(), async (req: Request<{ token: string }>, res) => {
      readInput(NoFields, req.body);
      const { token } = req.params;
      const viewer = await sessions.viewer(req, res);
      const visit = { browserToken: binding.read(req), address: clientAddress(req), viewer };
      const started = looksLikeToken(token)
        ? await doors.chatLinks.go({ token, ...visit })
        : nonsense;
      if (started.ok) {
        googleLogin.leave(res, started.value);
        return;
      }
      const refusal = started.error;
      // The page says what comes first.
      if (refusal.code === 'not_authenticated') res.redirect(303, `/google/chat/${token}`);
      else await sendFault(req, res, { refusal, isSignedIn: viewer !== null });
    })
    .all(onlyMethods('GET', 'POST'));

  return router;
}
