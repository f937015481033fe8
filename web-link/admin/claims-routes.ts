import { Router } from 'express';
import * as z from 'zod';
import { readForm } from '../http/middleware/bodies.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { readInput } from '../http/middleware/read-input.js';
import { sendPage } from '../http/send-page.js';
import { AdminClaimsPage } from './pages/claims-page.js';
import type { AdminDeps } from './deps.js';
import { deskProps, readReason, reasonField } from './page-props.js';
import type { AdminSessionCookie } from './session-cookie.js';
import { asAdmin } from './require-admin.js';

const PAGE = '/admin/claims';

const outcome = z.enum(['upheld', 'rejected', 'allowed']);
const settleForm = z.strictObject({ id: z.guid(), outcome, reason: reasonField });

/** Claims on CPFs, and the admin's decision: only after a fresh step-up, like the QR (security case 49). */
export function createAdminClaimsRoutes(
  { desks, faults }: AdminDeps,
  sessionCookie: AdminSessionCookie,
): Router {
  const router = Router();

  router
    .route(PAGE)
    .get(
      asAdmin(sessionCookie, async ({ steppedUp }, _req, res) => {
        const claims = await desks.claims.list();
        sendPage(res, { page: AdminClaimsPage({ ...deskProps(res, steppedUp), claims }) });
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
        const { desk } = deskProps(res, steppedUp);
        const reason = readReason(desk, decision.reason);
        if (!reason.ok) {
          const said = { reasonFault: reason.error, form: decision.id };
          faults.refuse(req, res, { page: PAGE, said });
          return;
        }
        const settled = await desks.claims.settle({ ...decision, reason: reason.value });
        if (settled.ok) {
          faults.tell(req, res, {
            page: PAGE,
            said: { notice: desk.claims.done[decision.outcome] },
          });
          return;
        }
        const fault = desk.claims.refused[settled.error.code];
        faults.refuse(req, res, { page: PAGE, said: { fault } });
      }),
    )
    .all(onlyMethods('GET', 'POST'));

  return router;
}
