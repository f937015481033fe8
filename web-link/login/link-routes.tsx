import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { describeDevice, type Device } from '#src/domain/session.js';
import type { LinkPreview } from '#src/app/sign-in/link/look-up-link.js';
import type { AccessClaims } from '#src/app/ports/crypto/access-tokens.js';
import type { BrowserSessions } from '../http/browser/browser-sessions.js';
import { clientAddress, looksLikeToken, userAgent } from '../http/client.js';
import type { LoginDeps } from './deps.js';
import { homeOf, wantedPath, withNext } from '../http/destinations.js';
import { askAboutLink } from '../http/link-token.js';
import { readForm } from '../http/middleware/bodies.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { readInput } from '../http/middleware/read-input.js';
import { requestContext } from '../http/request-context.js';
import { sendPage } from '../http/send-page.js';
import { LinkPage } from './pages/link-page.js';
import { createSendLinkRefusal } from './send-link-refusal.js';

const LinkForm = z.strictObject({
  next: z.string().optional(),
  /** The person saw that another account is signed in here and goes on. */
  swap: z.literal('yes').optional(),
});

/** Magic links: a GET shows whose it is, the button's POST consumes it (security case 24). */
export function createLinkRoutes(
  deps: Pick<LoginDeps, 'loginLinks' | 'describeMe' | 'board' | 'settings'> & {
    readonly sessions: BrowserSessions;
  },
): Router {
  const { loginLinks, describeMe, settings, sessions } = deps;
  const sendLinkRefusal = createSendLinkRefusal(deps);
  const router = Router({ caseSensitive: true, strict: true });

  async function sendQuestion(
    res: Response,
    input: {
      readonly token: string;
      readonly next: string;
      readonly preview: LinkPreview;
      readonly viewer: AccessClaims | null;
      readonly device: Device;
    },
  ): Promise<void> {
    const { token, next, preview, viewer, device } = input;
    const { words } = requestContext(res);
    const me = viewer === null ? null : await describeMe(viewer);
    const present = me && { name: me.name, isSame: me.accountId === preview.accountId };
    const { maskedName } = preview;
    const page = <LinkPage {...{ words, token, maskedName, next, present, device }} />;
    sendPage(res, { page });
  }

  async function show(req: Request<{ token: string }>, res: Response): Promise<void> {
    const { token } = req.params;
    const viewer = await sessions.viewer(req, res);
    const address = clientAddress(req);
    const preview = await askAboutLink(token, () => loginLinks.preview({ token, address }));
    if (!preview.ok) {
      await sendLinkRefusal(res, { refusal: preview.error, isSignedIn: viewer !== null });
      return;
    }
    const next = wantedPath(req.query['next']);
    const device = describeDevice(userAgent(req));
    await sendQuestion(res, { token, next, preview: preview.value, viewer, device });
  }

  async function redeem(req: Request<{ token: string }>, res: Response): Promise<void> {
    const { token } = req.params;
    const { next: wanted, swap } = readInput(LinkForm, req.body);
    const next = wantedPath(wanted);
    const viewer = await sessions.viewer(req, res);
    // The page itself says why the link cannot be used, and which account it would replace.
    const page = withNext(`/l/${encodeURIComponent(token)}`, next);
    if (!looksLikeToken(token)) {
      res.redirect(303, page);
      return;
    }
    const address = clientAddress(req);
    if (viewer !== null && swap === undefined) {
      // Another person may have signed in between the question and this answer (case 28).
      const preview = await loginLinks.preview({ token, address });
      if (preview.ok && preview.value.accountId !== viewer.accountId) {
        res.redirect(303, page);
        return;
      }
    }
    const redeemed = await loginLinks.redeem({ token, userAgent: userAgent(req), address });
    if (!redeemed.ok) {
      res.redirect(303, page);
      return;
    }
    await sessions.open(req, res, redeemed.value);
    // What the page asks for, else what the link was made for, such as the data of the account.
    const destination = next === '' ? wantedPath(redeemed.value.next) : next;
    res.redirect(303, destination === '' ? homeOf(settings) : destination);
  }

  router
    .route('/l/:token')
    .get(show)
    .post(...readForm(), redeem)
    .all(onlyMethods('GET', 'POST'));

  return router;
}
