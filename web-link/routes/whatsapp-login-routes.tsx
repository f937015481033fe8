import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { LoginAskRefusal } from '#src/app/login-request.js';
import { errorStatus } from '#src/domain/error-code.js';
import type { BrowserSessions } from '../browser-sessions.js';
import { chatLink } from '../chat-link.js';
import type { Cookies } from '../cookies.js';
import type { WebDeps } from '../deps.js';
import { homeOf, wantedPath, withNext } from '../destinations.js';
import { readForm } from '../middleware/bodies.js';
import { onlyMethods } from '../middleware/only-methods.js';
import { readInput } from '../middleware/read-input.js';
import { requestContext } from '../request-context.js';
import { sendPage } from '../send-page.js';
import { readShownRequest } from '../shown-request.js';
import { RequestConfirmPage } from '../views/request-confirm-page.js';
import { RequestPage } from '../views/request-page.js';
import { RequestStartPage } from '../views/request-start-page.js';
import { completionProblem, type WhatsAppLogin } from '../whatsapp-login.js';

const PAGE = '/login/whatsapp';
const StartForm = z.strictObject({ next: z.string().optional() });
const CompleteForm = z.strictObject({ confirm: z.literal('yes').optional() });

/** The page that waits for an approval in WhatsApp. Its request is in a short-lived cookie. */
export function createWhatsAppLoginRoutes(
  deps: Pick<WebDeps, 'board' | 'settings'> & {
    readonly cookies: Cookies;
    readonly sessions: BrowserSessions;
    readonly whatsAppLogin: WhatsAppLogin;
  },
): Router {
  const { board, settings, cookies, sessions, whatsAppLogin } = deps;
  const router = Router({ caseSensitive: true, strict: true });
  const destination = (next: string): string => (next === '' ? homeOf(settings) : next);

  async function sendStart(
    res: Response,
    input: { readonly next: string; readonly status?: number; readonly fault?: string },
  ): Promise<void> {
    const { words } = requestContext(res);
    const { status, ...rest } = input;
    const { state, phone } = await board.current();
    const isUp = state === 'open' && phone !== null;
    const page = <RequestStartPage words={words} isUp={isUp} {...rest} />;
    sendPage(res, { page, ...(status !== undefined && { status }) });
  }

  /** The request of this browser as it stands now, or the way to make one. */
  async function sendRequest(
    req: Request,
    res: Response,
    input: { readonly next: string; readonly status?: number; readonly tooEarly?: boolean },
  ): Promise<void> {
    const { words } = requestContext(res);
    const { status, tooEarly = false } = input;
    const shown = readShownRequest(cookies, req);
    const state = shown && (await whatsAppLogin.state(req, shown.requestId));
    const channel = await board.current();
    if (shown === null || state === null || channel.phone === null) {
      await sendStart(res, input);
      return;
    }
    const waUrl = chatLink(settings, { phone: channel.phone, text: shown.waText });
    const page = (
      <RequestPage
        words={words}
        request={{ ...shown, waUrl, phone: channel.phone }}
        state={state}
        isUp={channel.state === 'open'}
        tooEarly={tooEarly && state === 'pending'}
        destination={destination(shown.next)}
      />
    );
    sendPage(res, { page, ...(status !== undefined && { status }) });
  }

  async function sendRefusal(
    res: Response,
    { next, error }: { readonly next: string; readonly error: LoginAskRefusal },
  ): Promise<void> {
    const { words } = requestContext(res);
    const status = errorStatus(error.code);
    if (error.code === 'channel_down') {
      await sendStart(res, { next, status });
      return;
    }
    res.set('Retry-After', error.retryAfterS.toString());
    const fault = words.whatsapp.tooMany(words.wait(error.retryAfterS));
    await sendStart(res, { next, status, fault });
  }

  router
    .route(PAGE)
    .get(async (req, res) => {
      const next = wantedPath(req.query['next']);
      if ((await sessions.viewer(req, res)) === null) await sendRequest(req, res, { next });
      else res.redirect(303, destination(next));
    })
    .post(...readForm(), async (req, res) => {
      const next = wantedPath(readInput(StartForm, req.body).next);
      const asked = await whatsAppLogin.ask(req, res, next);
      if (asked.ok) res.redirect(303, withNext(PAGE, next));
      else await sendRefusal(res, { next, error: asked.error });
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
      const { words } = requestContext(res);
      const refusal = completed?.error ?? ({ code: 'not_found' } as const);
      const status = errorStatus(completionProblem(refusal, words).code);
      if (refusal.code === 'confirmation_required') {
        const { maskedName } = refusal;
        const page = <RequestConfirmPage words={words} maskedName={maskedName} next={next} />;
        sendPage(res, { page, status });
        return;
      }
      await sendRequest(req, res, { next, status, tooEarly: true });
    })
    .all(onlyMethods('POST'));

  return router;
}
