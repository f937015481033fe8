import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { LinkRefusal } from '#src/app/sign-in/link/look-up-link.js';
import { parseTaxId } from '#src/domain/tax-id.js';
import type { BrowserBinding } from '../http/browser/browser-binding.js';
import type { BrowserSessions } from '../http/browser/browser-sessions.js';
import { chatUrl } from '../ui/chat-link.js';
import { clientAddress, looksLikeToken } from '../http/client.js';
import type { PasswordDeps } from './deps.js';
import { shownOnce, type FormFaults } from '../http/form-faults.js';
import { askAboutLink } from '../http/link-token.js';
import { readForm } from '../http/middleware/bodies.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { readInput } from '../http/middleware/read-input.js';
import { requestContext } from '../http/request-context.js';
import { sendPage } from '../http/send-page.js';
import { taxIdFaultOf } from '../ui/tax-id/tax-id-fault.js';
import { createSendLinkRefusal } from '../login/send-link-refusal.js';
import { ForgotPage, ForgotSentPage, ResetDonePage, ResetPage } from './password-pages.js';

const FORGOT = '/password/forgot';
const RESET = '/password/reset';

const ForgotForm = z.strictObject({ taxId: z.string() });
const ResetForm = z.strictObject({ token: z.string(), password: z.string(), repeat: z.string() });

/** "Esqueceu a senha?": a link into the chat, and the page behind it. */
export function createPasswordRoutes(
  deps: Pick<PasswordDeps, 'requestPasswordReset' | 'passwordReset' | 'board' | 'settings'> & {
    readonly binding: BrowserBinding;
    readonly sessions: BrowserSessions;
    readonly faults: FormFaults;
  },
): Router {
  const { requestPasswordReset, passwordReset, board, settings, binding, sessions, faults } = deps;
  const sendLinkRefusal = createSendLinkRefusal(deps);
  const router = Router({ caseSensitive: true, strict: true });

  async function ask(req: Request, res: Response, typed: string): Promise<void> {
    const { words } = requestContext(res);
    const taxId = parseTaxId(typed);
    if (!taxId.ok) {
      const said = { taxIdFault: taxIdFaultOf(words, taxId.error) };
      faults.refuse(req, res, { page: FORGOT, said, typed: { taxId: typed } });
      return;
    }
    const requested = await requestPasswordReset({
      taxId: taxId.value,
      ...binding.origin(req),
    });
    if (requested.ok) {
      res.redirect(303, `${FORGOT}?sent=1`);
      return;
    }
    const { error } = requested;
    const fault =
      'retryAfterS' in error
        ? words.link.tooMany(words.wait(error.retryAfterS))
        : words.problems.channel_down;
    faults.refuse(req, res, { page: FORGOT, said: { fault }, typed: { taxId: typed } });
  }

  async function sendForgot(req: Request, res: Response): Promise<void> {
    const { words } = requestContext(res);
    if (req.query['sent'] === '1') {
      const url = chatUrl(settings, { board: await board.current(), words });
      sendPage(res, { page: <ForgotSentPage words={words} chatUrl={url} /> });
      return;
    }
    const shown = shownOnce(res, 'taxId', 'taxIdFault', 'fault');
    sendPage(res, { page: <ForgotPage words={words} {...shown} /> });
  }

  async function refuseLink(req: Request, res: Response, refusal: LinkRefusal): Promise<void> {
    const { ok: isSignedIn } = await sessions.check(req);
    await sendLinkRefusal(res, { refusal, isSignedIn });
  }

  /** The form says whose password it is: a link may come from another person's chat. */
  async function sendForm(req: Request, res: Response, token: string): Promise<void> {
    const address = clientAddress(req);
    const preview = await askAboutLink(token, () => passwordReset.preview({ token, address }));
    if (!preview.ok) {
      await refuseLink(req, res, preview.error);
      return;
    }
    const { words } = requestContext(res);
    const { maskedName } = preview.value;
    const shown = shownOnce(res, 'passwordFault', 'fault');
    sendPage(res, { page: <ResetPage {...{ words, token, maskedName }} {...shown} /> });
  }

  async function reset(req: Request, res: Response): Promise<void> {
    const { token, password, repeat } = readInput(ResetForm, req.body);
    const { words } = requestContext(res);
    if (!looksLikeToken(token)) {
      await refuseLink(req, res, { code: 'link_invalid' });
      return;
    }
    const page = `${RESET}/${token}`;
    if (password !== repeat) {
      faults.refuse(req, res, { page, said: { passwordFault: words.password.different } });
      return;
    }
    const viewer = await sessions.check(req);
    const done = await passwordReset.byLink({ token, password, address: clientAddress(req) });
    if (done.ok) {
      // Another person may be signed in here; a link from a stranger must not sign them out.
      if (viewer.ok && viewer.value.accountId === done.value.accountId)
        await sessions.close(req, res);
      res.redirect(303, `${RESET}?done=1`);
      return;
    }
    const { error } = done;
    switch (error.code) {
      case 'weak_password':
        faults.refuse(req, res, {
          page,
          said: { passwordFault: words.password.weak[error.reason] },
        });
        return;
      case 'account_contested':
        faults.refuse(req, res, { page, said: { fault: words.problems.account_contested } });
        return;
      case 'link_invalid':
      case 'link_expired':
      case 'link_used':
      case 'too_many_requests':
        // The page of such a link says so by itself.
        res.redirect(303, page);
    }
  }

  router
    .route(FORGOT)
    .get(sendForgot)
    .post(...readForm(), (req, res) => ask(req, res, readInput(ForgotForm, req.body).taxId))
    .all(onlyMethods('GET', 'POST'));

  router
    .route(RESET)
    .get((req, res) => {
      const { words } = requestContext(res);
      if (req.query['done'] === '1') sendPage(res, { page: <ResetDonePage words={words} /> });
      else res.redirect(303, FORGOT);
    })
    .post(...readForm(), reset)
    .all(onlyMethods('GET', 'POST'));
  router
    .route('/password/reset/:token')
    .get((req, res) => sendForm(req, res, req.params.token))
    .all(onlyMethods('GET'));

  return router;
}
