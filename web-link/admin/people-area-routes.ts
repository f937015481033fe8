import { Router } from 'express';
import * as z from 'zod';
import { readForm } from '../http/middleware/bodies.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { readInput } from '../http/middleware/read-input.js';
import { sendPage } from '../http/send-page.js';
import { AdminAuditPage } from './pages/audit-page.js';
import { AdminChatsPage } from './pages/chats-page.js';
import { createAdminClaimsRoutes } from './claims-routes.js';
import type { AdminPageDeps } from './deps.js';
import { peopleAreaProps } from './page-props.js';
import type { AdminSessionCookie } from './session-cookie.js';
import { createAdminPeopleRoutes } from './people-routes.js';
import { asAdmin } from './require-admin.js';

const RECORDS_SHOWN = 50;

const resumeForm = z.strictObject({ id: z.string().regex(/^[0-9a-f]{64}$/) });
const resumedQuery = z.enum(['done', 'over']);
const auditQuery = z.object({
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .transform(BigInt)
    .optional(),
});

/** The admin's pages about people: claims, persons, paused chats and the audit log. */
export function createPeopleAreaRoutes(
  deps: AdminPageDeps,
  sessionCookie: AdminSessionCookie,
): Router {
  const { peopleAdmin } = deps;
  const router = Router();

  router
    .route('/admin/chats')
    .get(
      asAdmin(sessionCookie, async ({ steppedUp }, req, res) => {
        const props = peopleAreaProps(res, steppedUp);
        const resumed = resumedQuery.safeParse(req.query['done']);
        const notice = resumed.success ? props.peopleArea.chats[resumed.data] : undefined;
        const chats = await peopleAdmin.chats.list();
        sendPage(res, { page: AdminChatsPage({ ...props, chats, notice }) });
      }),
    )
    // It gives no access and takes none away, so it needs no step-up.
    .post(
      ...readForm(),
      asAdmin(sessionCookie, async (_presence, req, res) => {
        const resumed = await peopleAdmin.chats.resume(readInput(resumeForm, req.body).id);
        res.redirect(303, `/admin/chats?done=${resumed ? 'done' : 'over'}`);
      }),
    )
    .all(onlyMethods('GET', 'POST'));

  router
    .route('/admin/audit')
    .get(
      asAdmin(sessionCookie, async ({ steppedUp }, req, res) => {
        const { before = null } = readInput(auditQuery, req.query);
        const records = await peopleAdmin.audit.latest(before, RECORDS_SHOWN);
        const last = records.at(-1)?.seq ?? 1n;
        const props = {
          ...peopleAreaProps(res, steppedUp),
          records,
          olderThan: last > 1n ? last : null,
        };
        sendPage(res, { page: AdminAuditPage(props) });
      }),
    )
    .all(onlyMethods('GET'));

  return router.use(
    createAdminClaimsRoutes(deps, sessionCookie),
    createAdminPeopleRoutes(deps, sessionCookie),
  );
}
