import { Router, type Response } from 'express';
import * as z from 'zod';
import type { AdminSetupRefusal } from '#src/app/admin-setup.js';
import { errorStatus } from '#src/domain/error-code.js';
import { adminWords } from '../admin-words-by-locale.js';
import type { WebDeps } from '../deps.js';
import { readForm } from '../middleware/bodies.js';
import { onlyMethods } from '../middleware/only-methods.js';
import { readInput } from '../middleware/read-input.js';
import { requestContext } from '../request-context.js';
import { AdminSetupClosedPage, AdminSetupPage } from '../views/admin-setup.js';
import { renderPage } from '../views/layout.js';
import { passwordField } from './admin-command.js';
import { addressOf } from './admin-door.js';

const setupForm = z.strictObject({ password: passwordField, again: passwordField });

/** The one-time address that the program prints when it has no admin yet. */
export function createAdminSetupRoutes({
  adminSetup,
  settings,
}: Pick<WebDeps, 'adminSetup' | 'settings'>): Router {
  const admin = adminWords(settings.locale);
  const router = Router();

  function ask(res: Response, error: string | null): void {
    const { words } = requestContext(res);
    res.type('html').send(renderPage(AdminSetupPage({ words, admin, error })));
  }

  function refuse(res: Response, refusal: AdminSetupRefusal): void {
    const { words } = requestContext(res);
    res.status(errorStatus(refusal.code));
    switch (refusal.code) {
      case 'weak_password': {
        ask(res, admin.setup.weak[refusal.why]);
        return;
      }
      case 'setup_link_invalid':
        res.type('html').send(renderPage(AdminSetupClosedPage({ words, admin, wait: null })));
        return;
      case 'too_many_requests': {
        const wait = words.wait(refusal.retryAfterS);
        res.set('Retry-After', refusal.retryAfterS.toString());
        res.type('html').send(renderPage(AdminSetupClosedPage({ words, admin, wait })));
        return;
      }
    }
  }

  router
    .route('/admin/setup/:token')
    .get(async (req, res) => {
      const { token } = req.params;
      const open = await adminSetup.peek({ token, address: addressOf(req) });
      if (!open.ok) {
        refuse(res, open.error);
        return;
      }
      ask(res, null);
    })
    .post(...readForm(), async (req, res) => {
      const { token } = req.params;
      const address = addressOf(req);
      const { password, again } = readInput(setupForm, req.body);
      const open = await adminSetup.peek({ token, address });
      if (!open.ok) {
        refuse(res, open.error);
        return;
      }
      if (password !== again) {
        ask(res.status(422), admin.setup.mismatch);
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
