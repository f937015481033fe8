import { Router, type Response } from 'express';
import * as z from 'zod';
import type { AdminLoginRefusal } from '#src/app/admin-session.js';
import { errorStatus } from '#src/domain/error-code.js';
import { adminWords } from '../admin-words-by-locale.js';
import { clientAddress } from '../client.js';
import type { WebDeps } from '../deps.js';
import { readForm } from '../middleware/bodies.js';
import { onlyMethods } from '../middleware/only-methods.js';
import { readInput } from '../middleware/read-input.js';
import { requestContext } from '../request-context.js';
import { sendPage } from '../send-page.js';
import { AdminLoginPage } from '../views/admin-login.js';
import { passwordField } from './admin-command.js';
import type { AdminDoor } from './admin-door.js';

const loginForm = z.strictObject({ password: passwordField });

/** What to answer to a refused password; sets `Retry-After` where waiting helps. */
export function explainRefusal(
  res: Response,
  refusal: AdminLoginRefusal,
): { readonly status: number; readonly text: string } {
  const { words, settings } = requestContext(res);
  const { login, tooMany } = adminWords(settings.locale);
  const status = errorStatus(refusal.code);
  if (refusal.code === 'wrong_password') return { status, text: login.wrong };
  res.set('Retry-After', refusal.retryAfterS.toString());
  return { status, text: tooMany(words.wait(refusal.retryAfterS)) };
}

/** Sign-in and sign-out of the admin, as pages. */
export function createAdminSessionRoutes(deps: WebDeps, door: AdminDoor): Router {
  const { adminSessions, settings } = deps;
  const admin = adminWords(settings.locale);
  const router = Router();

  function show(
    res: Response,
    { status = 200, ...page }: { status?: number; error?: string; notice?: string },
  ): void {
    const { words } = requestContext(res);
    sendPage(res, { page: AdminLoginPage({ words, admin, ...page }), status });
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
        show(res, { status: 422, error: admin.login.empty });
        return;
      }
      const signedIn = await adminSessions.signIn({
        password,
        address: clientAddress(req),
        device: door.device(req),
      });
      if (!signedIn.ok) {
        const { status, text } = explainRefusal(res, signedIn.error);
        show(res, { status, error: text });
        return;
      }
      await door.letIn(req, res, signedIn.value);
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
