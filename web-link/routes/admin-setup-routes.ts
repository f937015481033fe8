import { Router, type Response } from 'express';
import * as z from 'zod';
import type { AdminSetupRefusal } from '#src/app/admin-setup.js';
import { errorStatus } from '#src/domain/error-code.js';
import { adminWords } from '../admin-words-by-locale.js';
import { clientAddress } from '../client.js';
import type { WebDeps } from '../deps.js';
import { readForm } from '../middleware/bodies.js';
import { onlyMethods } from '../middleware/only-methods.js';
import { readInput } from '../middleware/read-input.js';
import { requestContext } from '../request-context.js';
import { sendPage } from '../send-page.js';
import { AdminSetupClosedPage, AdminSetupPage } from '../views/admin-setup.js';
import { passwordField } from './admin-command.js';

const setupForm = z.strictObject({ password: passwordField, again: passwordField });

/** The one-time address that the program prints when it has no admin yet. */
export function createAdminSetupRoutes({
  adminSetup,
  settings,
}: Pick<WebDeps, 'adminSetup' | 'settings'>): Router {
  const admin = adminWords(settings.locale);
  const router = Router();

  function ask(res: Response, { status, error }: { status: number; error: string | null }): void {
    const { words } = requestContext(res);
    sendPage(res, { page: AdminSetupPage({ words, admin, error }), status });
  }

  function refuse(res: Response, refusal: AdminSetupRefusal): void {
    const status = errorStatus(refusal.code);
    if (refusal.code === 'weak_password') {
      ask(res, { status, error: admin.setup.weak[refusal.why] });
      return;
    }
    const { words } = requestContext(res);
    const isLimited = refusal.code === 'too_many_requests';
    if (isLimited) res.set('Retry-After', refusal.retryAfterS.toString());
    const wait = isLimited ? words.wait(refusal.retryAfterS) : null;
    sendPage(res, { page: AdminSetupClosedPage({ words, admin, wait }), status });
  }

  router
    .route('/admin/setup/:token')
    .get(async (req, res) => {
      const { token } = req.params;
      const open = await adminSetup.peek({ token, address: clientAddress(req) });
      if (!open.ok) {
        refuse(res, open.error);
        return;
      }
      ask(res, { status: 200, error: null });
    })
    .post(...readForm(), async (req, res) => {
      const { token } = req.params;
      const address = clientAddress(req);
      const { password, again } = readInput(setupForm, req.body);
      const open = await adminSetup.peek({ token, address });
      if (!open.ok) {
        refuse(res, open.error);
        return;
      }
      if (password !== again) {
        ask(res, { status: 422, error: admin.setup.mismatch });
        return;
      }
      const created = await adminSetup.setUp({ token, password, address });
      if (!created.ok) {
        refuse(res, created.error);
        return;
      }
      res.redirect(303, '/admin/login?created=1');
    })
    .all(onlyMethods('GET', 'POST'));

  return router;
}
