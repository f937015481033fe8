import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { ChangePasswordRefusal } from '#src/app/password-change.js';
import { errorStatus } from '#src/domain/error-code.js';
import type { BrowserSessions } from '../browser-sessions.js';
import type { WebDeps } from '../deps.js';
import { readForm } from '../middleware/bodies.js';
import { onlyMethods } from '../middleware/only-methods.js';
import { readInput } from '../middleware/read-input.js';
import { askForProof, createRequireFreshProof } from '../middleware/require-fresh-proof.js';
import { createRequireSession, sessionClaims } from '../middleware/require-session.js';
import { ProblemError } from '../problem.js';
import { requestContext } from '../request-context.js';
import { sendPage } from '../send-page.js';
import { ChangePasswordPage } from '../views/password-pages.js';

const NewPasswordForm = z.strictObject({ password: z.string(), repeat: z.string() });

/** Setting or changing the password of who is signed in and has just proven it. */
export function createAccountPasswordRoutes(
  deps: Pick<WebDeps, 'changePassword' | 'describeMe' | 'stepUp'> & {
    readonly sessions: BrowserSessions;
  },
): Router {
  const { changePassword, describeMe, sessions } = deps;
  const router = Router({ caseSensitive: true, strict: true });
  const requireSession = createRequireSession(sessions);

  async function sendForm(res: Response, shown?: { fault: string; status: number }): Promise<void> {
    const { words } = requestContext(res);
    const me = await describeMe(sessionClaims(res));
    const isFirst = me?.methods.every(({ method }) => method !== 'password') ?? true;
    const fault = shown && { fault: shown.fault };
    const page = <ChangePasswordPage words={words} isFirst={isFirst} {...fault} />;
    sendPage(res, { page, ...(shown && { status: shown.status }) });
  }

  async function refuse(req: Request, res: Response, refusal: ChangePasswordRefusal) {
    switch (refusal.code) {
      case 'weak_password': {
        const fault = requestContext(res).words.password.weak[refusal.reason];
        return sendForm(res, { fault, status: errorStatus(refusal.code) });
      }
      case 'account_contested':
      case 'too_many_requests':
        throw new ProblemError(refusal);
      case 'step_up_required':
      case 'session_expired':
        return askForProof(req, res, { refusal: { code: refusal.code }, sessions });
    }
  }

  router
    .route('/account/password')
    .get(requireSession, createRequireFreshProof(deps), (_req, res) => sendForm(res))
    .post(requireSession, ...readForm(), async (req, res) => {
      const { password, repeat } = readInput(NewPasswordForm, req.body);
      if (password !== repeat) {
        const fault = requestContext(res).words.password.different;
        await sendForm(res, { fault, status: 400 });
        return;
      }
      const changed = await changePassword({ claims: sessionClaims(res), password });
      if (changed.ok) res.redirect(303, '/account?done=password');
      else await refuse(req, res, changed.error);
    })
    .all(onlyMethods('GET', 'POST'));

  return router;
}
