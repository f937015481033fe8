import { Router, type Response } from 'express';
import * as z from 'zod';
import type { AdminLoginRefusal } from '#src/app/admin-session.js';
import { errorStatus } from '#src/domain/error-code.js';
import { adminWords } from '../admin-words-by-locale.js';
import type { WebDeps } from '../deps.js';
import { readForm } from '../middleware/bodies.js';
import { onlyMethods } from '../middleware/only-methods.js';
import { readInput } from '../middleware/read-input.js';
import { requestContext } from '../request-context.js';
import { AdminLoginPage } from '../views/admin-login.js';
import { renderPage } from '../views/layout.js';
import { passwordField } from './admin-command.js';
import { addressOf, type AdminDoor } from './admin-door.js';

const loginForm = z.strictObject({ password: passwordField });

/** What a refused password is told, with the status and `Retry-After` of the answer set. */
export function explainRefusal(res: Response, refusal: AdminLoginRefusal): string {
  const { words, settings } = requestContext(res);
  const { login, tooMany } = adminWords(settings.locale);
  res.status(errorStatus(refusal.code));
  if (refusal.code === 'wrong_password') return login.wrong;
  res.set('Retry-After', refusal.retryAfterS.toString());
  return tooMany(words.wait(refusal.retryAfterS));
}

/** Sign-in and sign-out of the admin, as pages. */
export function createAdminSessionRoutes(deps: WebDeps, door: AdminDoor): Router {
  const { adminSessions, settings } = deps;
  const admin = adminWords(settings.locale);
  const router = Router();

  function show(res: Response, page: { error?: string; notice?: string }): void {
    const { words } = requestContext(res);
    res.type('html').send(renderPage(AdminLoginPage({ words, admin, ...page })));
  }

  router
    .route('/admin')
    .get((_req, res) => res.redirect(303, '/admin/whatsapp'))
    .all(onlyMethods('GET'));

  router
    .route('/admin/login')
    .get(async (req, res) => {
      if ((await door.presence(req)) !== null) {
        res.redirect(303, '/admin/whatsapp');
        return;
      }
      show(res, req.query['created'] === '1' ? { notice: admin.setup.done } : {});
    })
    .post(...readForm(), async (req, res) => {
      const { password } = readInput(loginForm, req.body);
      if (password === '') {
        show(res.status(422), { error: admin.login.empty });
        return;
      }
      const signedIn = await adminSessions.signIn({ password, address: addressOf(req) });
      if (!signedIn.ok) {
        show(res, { error: explainRefusal(res, signedIn.error) });
        return;
      }
      await door.letIn(req, res, signedIn.value.token);
      res.redirect(303, '/admin/whatsapp');
    })
    .all(onlyMethods('GET', 'POST'));

  router
    .route('/admin/logout')
    .post(async (req, res) => {
      await door.leave(req, res);
      res.redirect(303, '/admin/login');
    })
    .all(onlyMethods('POST'));

  return router;
}
