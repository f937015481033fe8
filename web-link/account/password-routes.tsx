import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { ChangePasswordRefusal } from '#src/app/sign-in/password/change.js';
import type { BrowserSessions } from '../http/browser/browser-sessions.js';
import type { AccountDeps } from './deps.js';
import { shownOnce, type FormFaults } from '../http/form-faults.js';
import { readForm } from '../http/middleware/bodies.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { readInput } from '../http/middleware/read-input.js';
import { askForProof, createRequireFreshProof } from '../http/middleware/require-fresh-proof.js';
import { createRequireSession, sessionClaims } from '../http/middleware/require-session.js';
import { requestContext } from '../http/request-context.js';
import { sendPage } from '../http/send-page.js';
import { ChangePasswordPage } from '../password/password-pages.js';

const page = '/account/password';
const NewPasswordForm = z.strictObject({ password: z.string(), repeat: z.string() });

/** Setting or changing the password of who is signed in and has just proven it. */
export function createAccountPasswordRoutes(
  deps: Pick<AccountDeps, 'changePassword' | 'describeMe' | 'stepUp'> & {
    readonly sessions: BrowserSessions;
    readonly faults: FormFaults;
  },
): Router {
  const { changePassword, describeMe, sessions, faults } = deps;
  const router = Router({ caseSensitive: true, strict: true });
  const requireSession = createRequireSession(sessions);

  async function sendForm(_req: Request, res: Response): Promise<void> {
    const { words } = requestContext(res);
    const me = await describeMe(sessionClaims(res));
    const isFirst = me?.methods.every(({ method }) => method !== 'password') ?? true;
    const shown = shownOnce(res, 'passwordFault', 'fault');
    sendPage(res, { page: <ChangePasswordPage words={words} isFirst={isFirst} {...shown} /> });
  }

  async function refuse(req: Request, res: Response, refusal: ChangePasswordRefusal) {
    const { words } = requestContext(res);
    switch (refusal.code) {
      case 'weak_password':
        faults.refuse(req, res, {
          page,
          said: { passwordFault: words.password.weak[refusal.reason] },
        });
        return;
      case 'account_contested':
        faults.refuse(req, res, { page, said: { fault: words.problems.account_contested } });
        return;
      case 'too_many_requests':
        faults.refuse(req, res, {
          page,
          said: { fault: words.code.tooMany(words.wait(refusal.retryAfterS)) },
        });
        return;
      case 'step_up_required':
      case 'session_expired':
        return askForProof(req, res, { refusal: { code: refusal.code }, sessions });
    }
  }

  router
    .route(page)
    .get(requireSession, createRequireFreshProof(deps), sendForm)
    .post(requireSession, ...readForm(), async (req, res) => {
      const { password, repeat } = readInput(NewPasswordForm, req.body);
      if (password !== repeat) {
        const passwordFault = requestContext(res).words.password.different;
        faults.refuse(req, res, { page, said: { passwordFault } });
        return;
      }
      const changed = await changePassword({ claims: sessionClaims(res), password });
      if (changed.ok) res.redirect(303, '/account?done=password');
      else await refuse(req, res, changed.error);
    })
    .all(onlyMethods('GET', 'POST'));

  return router;
}
