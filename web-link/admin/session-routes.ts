import { Router, type Response } from 'express';
import * as z from 'zod';
import type { AdminLoginRefusal } from '#src/app/admin/sessions.js';
import { WORDS } from '../words/catalogue.js';
import { shownOnce } from '../http/form-faults.js';
import { readForm } from '../http/middleware/bodies.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { readInput } from '../http/middleware/read-input.js';
import { requestContext } from '../http/request-context.js';
import { sendPage } from '../http/send-page.js';
import { AdminLoginPage } from './pages/login-page.js';
import { passwordField } from './command.js';
import type { AdminPageDeps } from './deps.js';
import type { AdminSessionCookie } from './session-cookie.js';

const page = '/admin/login';
const loginForm = z.strictObject({ password: passwordField });

/** What is wrong with a password that was refused. */
export function explainRefusal(res: Response, refusal: AdminLoginRefusal): string {
  const { words, settings } = requestContext(res);
  const { login, tooMany } = WORDS[settings.locale].admin;
  if (refusal.code === 'wrong_password') return login.wrong;
  return tooMany(words.wait(refusal.retryAfterS));
}

/** Sign-in and sign-out of the admin, as pages. */
export function createAdminSessionRoutes(
  deps: AdminPageDeps,
  sessionCookie: AdminSessionCookie,
): Router {
  const { settings, faults } = deps;
  const admin = WORDS[settings.locale].admin;
  const router = Router();

  router
    .route('/admin')
    .get((_req, res) => res.redirect(303, '/admin/whatsapp'))
    .all(onlyMethods('GET'));

  router
    .route(page)
    .get(async (req, res) => {
      if ((await sessionCookie.presence(req)) !== null) {
        res.redirect(303, '/admin/whatsapp');
        return;
      }
      const { words } = requestContext(res);
      const notice = req.query['created'] === '1' ? admin.setup.done : undefined;
      const shown = shownOnce(res, 'passwordFault', 'fault');
      sendPage(res, { page: AdminLoginPage({ words, admin, notice, ...shown }) });
    })
    .post(...readForm(), async (req, res) => {
      const { password } = readInput(loginForm, req.body);
      if (password === '') {
        faults.refuse(req, res, { page, said: { passwordFault: admin.login.empty } });
        return;
      }
      const signedIn = await sessionCookie.signIn(req, res, password);
      if (!signedIn.ok) {
        const passwordFault = explainRefusal(res, signedIn.error);
        faults.refuse(req, res, { page, said: { passwordFault } });
        return;
      }
      res.redirect(303, '/admin/whatsapp');
    })
    .all(onlyMethods('GET', 'POST'));

  router
    .route('/admin/logout')
    .post(async (req, res) => {
      await sessionCookie.signOut(req, res);
      res.redirect(303, '/admin/login');
    })
    .all(onlyMethods('POST'));

  return router;
}
