import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { LinkRefusal } from '#src/app/login-link.js';
import { errorStatus } from '#src/domain/error-code.js';
import { parseTaxId } from '#src/domain/tax-id.js';
import type { BrowserBinding } from '../browser-binding.js';
import type { BrowserSessions } from '../browser-sessions.js';
import { chatUrl } from '../chat-link.js';
import { clientAddress, looksLikeToken } from '../client.js';
import type { WebDeps } from '../deps.js';
import { homeOf } from '../destinations.js';
import { readForm } from '../middleware/bodies.js';
import { onlyMethods } from '../middleware/only-methods.js';
import { readInput } from '../middleware/read-input.js';
import { ProblemError } from '../problem.js';
import { requestContext } from '../request-context.js';
import { sendPage } from '../send-page.js';
import { taxIdFaultOf } from '../tax-id-fault.js';
import { LinkRefusedPage } from '../views/link-page.js';
import { ForgotPage, ForgotSentPage, ResetDonePage, ResetPage } from '../views/password-pages.js';

const ForgotForm = z.strictObject({ taxId: z.string() });
const ResetForm = z.strictObject({ token: z.string(), password: z.string(), repeat: z.string() });

/** "Esqueceu a senha?": a link into the chat, and the page behind it. */
export function createPasswordRoutes(
  deps: Pick<WebDeps, 'requestPasswordReset' | 'passwordReset' | 'board' | 'settings'> & {
    readonly binding: BrowserBinding;
    readonly sessions: BrowserSessions;
  },
): Router {
  const { requestPasswordReset, passwordReset, board, settings, binding, sessions } = deps;
  const router = Router({ caseSensitive: true, strict: true });

  async function ask(req: Request, res: Response, typed: string): Promise<void> {
    const { words } = requestContext(res);
    const taxId = parseTaxId(typed);
    if (!taxId.ok) {
      const taxIdFault = taxIdFaultOf(words, taxId.error);
      const page = <ForgotPage words={words} taxId={typed} taxIdFault={taxIdFault} />;
      sendPage(res, { page, status: 400 });
      return;
    }
    const requested = await requestPasswordReset({
      taxId: taxId.value,
      ...binding.origin(req),
    });
    if (requested.ok) {
      const url = chatUrl(settings, { board: await board.current(), words });
      sendPage(res, { page: <ForgotSentPage words={words} chatUrl={url} /> });
      return;
    }
    const { error } = requested;
    if ('retryAfterS' in error) res.set('Retry-After', error.retryAfterS.toString());
    const fault =
      'retryAfterS' in error
        ? words.link.tooMany(words.wait(error.retryAfterS))
        : words.problems.channel_down;
    const page = <ForgotPage words={words} taxId={typed} fault={fault} />;
    sendPage(res, { page, status: errorStatus(error.code) });
  }

  async function sendRefusal(req: Request, res: Response, refusal: LinkRefusal): Promise<void> {
    const { words } = requestContext(res);
    if ('retryAfterS' in refusal) res.set('Retry-After', refusal.retryAfterS.toString());
    const checked = await sessions.check(req);
    const page = (
      <LinkRefusedPage
        words={words}
        refusal={refusal}
        chatUrl={chatUrl(settings, { board: await board.current(), words })}
        isSignedIn={checked.ok}
        home={homeOf(settings)}
      />
    );
    sendPage(res, { page, status: errorStatus(refusal.code) });
  }

  /** The form says whose password it is: a link may come from somebody else's chat. */
  async function sendForm(
    req: Request,
    res: Response,
    { token, shown }: { token: string; shown?: { fault: string; status: number } },
  ): Promise<void> {
    const preview: Awaited<ReturnType<typeof passwordReset.preview>> = looksLikeToken(token)
      ? await passwordReset.preview({ token, address: clientAddress(req) })
      : { ok: false, error: { code: 'link_invalid' } };
    if (!preview.ok) {
      await sendRefusal(req, res, preview.error);
      return;
    }
    const { words } = requestContext(res);
    const { maskedName } = preview.value;
    const fault = shown && { fault: shown.fault };
    const page = <ResetPage {...{ words, token, maskedName }} {...fault} />;
    sendPage(res, { page, ...(shown && { status: shown.status }) });
  }

  async function reset(req: Request, res: Response): Promise<void> {
    const { token, password, repeat } = readInput(ResetForm, req.body);
    const { words } = requestContext(res);
    if (!looksLikeToken(token)) {
      await sendRefusal(req, res, { code: 'link_invalid' });
      return;
    }
    if (password !== repeat) {
      await sendForm(req, res, {
        token,
        shown: { fault: words.password.different, status: 400 },
      });
      return;
    }
    const viewer = await sessions.check(req);
    const done = await passwordReset.byLink({ token, password, address: clientAddress(req) });
    if (done.ok) {
      // Somebody else may be signed in here, whom a link from a stranger must not sign out.
      if (viewer.ok && viewer.value.accountId === done.value.accountId)
        await sessions.close(req, res);
      sendPage(res, { page: <ResetDonePage words={words} /> });
      return;
    }
    const { error } = done;
    switch (error.code) {
      case 'weak_password':
        await sendForm(req, res, {
          token,
          shown: { fault: words.password.weak[error.reason], status: errorStatus(error.code) },
        });
        return;
      case 'account_contested':
        throw new ProblemError(error);
      case 'link_invalid':
      case 'link_expired':
      case 'link_used':
      case 'too_many_requests':
        await sendRefusal(req, res, error);
    }
  }

  router
    .route('/password/forgot')
    .get((_req, res) => {
      sendPage(res, { page: <ForgotPage words={requestContext(res).words} /> });
    })
    .post(...readForm(), (req, res) => ask(req, res, readInput(ForgotForm, req.body).taxId))
    .all(onlyMethods('GET', 'POST'));

  router
    .route('/password/reset')
    .post(...readForm(), reset)
    .all(onlyMethods('POST'));
  router
    .route('/password/reset/:token')
    .get((req, res) => sendForm(req, res, { token: req.params.token }))
    .all(onlyMethods('GET'));

  return router;
}
