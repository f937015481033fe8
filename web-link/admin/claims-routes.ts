import { Router } from 'express';
import * as z from 'zod';
import { readForm } from '../http/middleware/bodies.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { readInput } from '../http/middleware/read-input.js';
import { sendPage } from '../http/send-page.js';
import { AdminClaimsPage } from './pages/claims-page.js';
import type { AdminPageDeps } from './deps.js';
import { peopleAreaProps, readReason, reasonField } from './page-props.js';
import type { AdminSessionCookie } from './session-cookie.js';
import { asAdmin } from './require-admin.js';

const PAGE = '/admin/claims';

const outcome = z.enum(['upheld', 'rejected', 'allowed']);
const settleForm = z.strictObject({ id: z.guid(), outcome, reason: reasonField });

/** Claims on CPFs, and the admin's decision: only after a fresh step-up, like the QR (security case 49). */
export function createAdminClaimsRoutes(
  { peopleAdmin, faults }: AdminPageDeps,
  sessionCookie: AdminSessionCookie,
): Router {
  const router = Router();

  router
    .route(PAGE)
    .get(
      asAdmin(sessionCookie, async ({ steppedUp }, _req, res) => {
        const claims = await peopleAdmin.claims.list();
        sendPage(res, { page: AdminClaimsPage({ ...peopleAreaProps(res, steppedUp), claims }) });
      }),
    )
    .post(
      ...readForm(),
      asAdmin(sessionCookie, async ({ steppedUp }, req, res) => {
        const decision = readInput(settleForm, req.body);
        if (!steppedUp) {
          // The page asks for the password.
          res.redirect(303, PAGE);
          return;
        }
        const { peopleArea } = peopleAreaProps(res, steppedUp);
        const reason = readReason(peopleArea, decision.reason);
        if (!reason.ok) {
          const said = { reasonFault: reason.error, form: decision.id };
          faults.refuse(req, res, { page: PAGE, said });
          return;
        }
        const settled = await peopleAdmin.claims.settle({ ...decision, reason: reason.value });
        if (settled.ok) {
          faults.tell(req, res, {
            page: PAGE,
            said: { notice: peopleArea.claims.done[decision.outcome] },
          });
          return;
        }
        const fault = peopleArea.claims.refused[settled.error.code];
        faults.refuse(req, res, { page: PAGE, said: { fault } });
      }),
    )
    .all(onlyMethods('GET', 'POST'));

  return router;
}
