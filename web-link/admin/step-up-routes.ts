import { Router } from 'express';
import * as z from 'zod';
import { readForm } from '../http/middleware/bodies.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { readInput } from '../http/middleware/read-input.js';
import { intentSchema, passwordField, phoneField } from './command.js';
import type { AdminPageDeps } from './deps.js';
import { STEP_UP_PAGES } from './pages/step-up-form.js';
import { asAdmin } from './require-admin.js';
import type { AdminSessionCookie } from './session-cookie.js';
import { explainRefusal } from './session-routes.js';
import type { WhatsAppIntents } from './whatsapp/intents.js';

const stepUpForm = z.strictObject({
  password: passwordField,
  back: z.enum(STEP_UP_PAGES).default('whatsapp'),
  action: z.string().optional(),
  phone: phoneField.optional(),
});

/** The password before dangerous acts: it leads back to the page that asked, or to what waited for it. */
export function createAdminStepUpRoutes(
  { faults }: Pick<AdminPageDeps, 'faults'>,
  { sessionCookie, intents }: { sessionCookie: AdminSessionCookie; intents: WhatsAppIntents },
): Router {
  const router = Router();

  router
    .route('/admin/step-up')
    // A reload of what the form answered comes back to a page.
    .get((_req, res) => res.redirect(303, '/admin/whatsapp'))
    .post(
      ...readForm(),
      asAdmin(sessionCookie, async ({ session }, req, res) => {
        const { password, back, ...rest } = readInput(stepUpForm, req.body);
        const intent = rest.action === undefined ? undefined : readInput(intentSchema, rest);
        const page = `/admin/${back}`;
        const proven = await sessionCookie.stepUp(req, res, { session, password });
        if (!proven.ok) {
          const passwordFault = explainRefusal(res, proven.error);
          if (intent === undefined) faults.refuse(req, res, { page, said: { passwordFault } });
          else intents.askPassword(req, res, { intent, passwordFault });
          return;
        }
        if (intent === undefined) res.redirect(303, page);
        else await intents.apply(req, res, intent);
      }),
    )
    .all(onlyMethods('GET', 'POST'));

  return router;
}
