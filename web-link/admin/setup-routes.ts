import { Router, type Response } from 'express';
import * as z from 'zod';
import type { SetupClosed } from '#src/app/admin/setup.js';
import { errorStatus } from '#src/domain/error-code.js';
import { WORDS } from '../words/catalogue.js';
import { clientAddress } from '../http/client.js';
import { shownOnce } from '../http/form-faults.js';
import { readForm } from '../http/middleware/bodies.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { readInput } from '../http/middleware/read-input.js';
import { requestContext } from '../http/request-context.js';
import { sendPage } from '../http/send-page.js';
import { AdminSetupClosedPage, AdminSetupPage } from './pages/setup-page.js';
import { passwordField } from './command.js';
import type { AdminPageDeps } from './deps.js';

const setupForm = z.strictObject({ password: passwordField, again: passwordField });

/** The one-time address that the program prints when it has no admin yet. */
export function createAdminSetupRoutes({
  adminSetup,
  settings,
  faults,
}: Pick<AdminPageDeps, 'adminSetup' | 'settings' | 'faults'>): Router {
  const admin = WORDS[settings.locale].admin;
  const router = Router();

  /** The page of an address that is not valid (any more). */
  function sendClosed(res: Response, refusal: SetupClosed): void {
    const { words } = requestContext(res);
    const isLimited = refusal.code === 'too_many_requests';
    if (isLimited) res.set('Retry-After', refusal.retryAfterS.toString());
    const wait = isLimited ? words.wait(refusal.retryAfterS) : null;
    const page = AdminSetupClosedPage({ words, admin, wait });
    sendPage(res, { page, status: errorStatus(refusal.code) });
  }

  router
    .route('/admin/setup/:token')
    .get(async (req, res) => {
      const { token } = req.params;
      const open = await adminSetup.peek({ token, address: clientAddress(req) });
      if (!open.ok) {
        sendClosed(res, open.error);
        return;
      }
      const { words } = requestContext(res);
      const shown = shownOnce(res, 'passwordFault', 'fault');
      sendPage(res, { page: AdminSetupPage({ words, admin, ...shown }) });
    })
    .post(...readForm(), async (req, res) => {
      const { token } = req.params;
      const address = clientAddress(req);
      const { password, again } = readInput(setupForm, req.body);
      // That page says by itself why it shows no form.
      const page = `/admin/setup/${encodeURIComponent(token)}`;
      if (password !== again) {
        faults.refuse(req, res, { page, said: { passwordFault: admin.setup.mismatch } });
        return;
      }
      const created = await adminSetup.setUp({ token, password, address });
      if (!created.ok) {
        const { error } = created;
        const said =
          error.code === 'weak_password' ? { passwordFault: admin.setup.weak[error.why] } : {};
        faults.refuse(req, res, { page, said });
        return;
      }
      res.redirect(303, '/admin/login?created=1');
    })
    .all(onlyMethods('GET', 'POST'));

  return router;
}
