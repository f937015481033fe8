import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { LoginAskRefusal } from '#src/app/sign-in/approval/login-request.js';
import type { BrowserSessions } from '../http/browser/browser-sessions.js';
import { chatLink } from '../ui/chat-link.js';
import type { Cookies } from '../http/browser/cookies.js';
import type { LoginDeps } from './deps.js';
import { homeOf, wantedPath, withNext } from '../http/destinations.js';
import { shownOnce, type FormFaults } from '../http/form-faults.js';
import { readForm } from '../http/middleware/bodies.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { readInput } from '../http/middleware/read-input.js';
import { requestContext } from '../http/request-context.js';
import { sendPage } from '../http/send-page.js';
import { readShownRequest } from './shown-request.js';
import { RequestConfirmPage } from './pages/request-confirm-page.js';
import { RequestPage } from './pages/request-page.js';
import { RequestStartPage } from './pages/request-start-page.js';
import type { WhatsAppLogin } from './request-login.js';

const PAGE = '/login/whatsapp';
const StartForm = z.strictObject({ next: z.string().optional() });
const CompleteForm = z.strictObject({ confirm: z.literal('yes').optional() });

/** The page that waits for an approval in WhatsApp. Its request is in a short-lived cookie. */
export function createWhatsAppLoginRoutes(
  deps: Pick<LoginDeps, 'board' | 'settings'> & {
    readonly cookies: Cookies;
    readonly sessions: BrowserSessions;
    readonly whatsAppLogin: WhatsAppLogin;
    readonly faults: FormFaults;
  },
): Router {
  const { board, settings, cookies, sessions, whatsAppLogin, faults } = deps;
  const router = Router({ caseSensitive: true, strict: true });
  const destination = (next: string): string => (next === '' ? homeOf(settings) : next);

  async function sendStart(
    res: Response,
    input: { readonly next: string; readonly fault?: string },
  ): Promise<void> {
    const { words } = requestContext(res);
    const { state, phone } = await board.current();
    const isUp = state === 'open' && phone !== null;
    const page = <RequestStartPage words={words} isUp={isUp} {...input} />;
    sendPage(res, { page });
  }

  /** The request of this browser in its present state, or the page that makes one. */
  async function sendRequest(req: Request, res: Response, next: string): Promise<void> {
    const { words } = requestContext(res);
    const { fault, tooEarly, maskedName } = shownOnce(res, 'fault', 'tooEarly', 'maskedName');
    if (maskedName !== undefined) {
      const page = <RequestConfirmPage words={words} maskedName={maskedName} next={next} />;
      sendPage(res, { page });
      return;
    }
    const shown = readShownRequest(cookies, req);
    const state = shown && (await whatsAppLogin.state(req, shown.requestId));
    const channel = await board.current();
    if (fault !== undefined || shown === null || state === null || channel.phone === null) {
      await sendStart(res, { next, ...(fault !== undefined && { fault }) });
      return;
    }
    const waUrl = chatLink(settings, { phone: channel.phone, text: shown.waText });
    const page = (
      <RequestPage
        words={words}
        request={{ ...shown, waUrl, phone: channel.phone }}
        state={state}
        isUp={channel.state === 'open'}
        tooEarly={tooEarly !== undefined && (state === 'pending' || state === 'asked')}
        destination={destination(shown.next)}
      />
    );
    sendPage(res, { page });
  }

  function refuse(
    req: Request,
    res: Response,
    { next, error }: { readonly next: string; readonly error: LoginAskRefusal },
  ): void {
    const { words } = requestContext(res);
    const page = withNext(PAGE, next);
    // The page says by itself that the bot is down.
    const said =
      error.code === 'channel_down'
        ? {}
        : { fault: words.whatsapp.tooMany(words.wait(error.retryAfterS)) };
    faults.refuse(req, res, { page, said });
  }

  router
    .route(PAGE)
    .get(async (req, res) => {
      const next = wantedPath(req.query['next']);
      if ((await sessions.viewer(req, res)) === null) await sendRequest(req, res, next);
      else res.redirect(303, destination(next));
    })
    .post(...readForm(), async (req, res) => {
      const next = wantedPath(readInput(StartForm, req.body).next);
      const asked = await whatsAppLogin.ask(req, res, next);
      if (asked.ok) res.redirect(303, withNext(PAGE, next));
      else refuse(req, res, { next, error: asked.error });
    })
    .all(onlyMethods('GET', 'POST'));

  // For browsers without scripts, and to ask whose account it is; else the page completes by itself.
  router
    .route(`${PAGE}/complete`)
    .post(...readForm(), async (req, res) => {
      const confirmed = readInput(CompleteForm, req.body).confirm === 'yes';
      const shown = readShownRequest(cookies, req);
      const next = shown?.next ?? '';
      const completed =
        shown &&
        (await whatsAppLogin.complete(req, res, { requestId: shown.requestId, confirmed }));
      if (completed?.ok === true) {
        res.redirect(303, destination(wantedPath(completed.value)));
        return;
      }
      const refusal = completed?.error;
      const said =
        refusal?.code === 'confirmation_required'
          ? { maskedName: refusal.maskedName }
          : { tooEarly: 'yes' };
      faults.refuse(req, res, { page: withNext(PAGE, next), said });
    })
    .all(onlyMethods('POST'));

  return router;
}
