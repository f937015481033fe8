import { Router, type Response } from 'express';
import * as z from 'zod';
import { errorStatus } from '#src/domain/error-code.js';
import type { WebDeps } from '../deps.js';
import { readForm } from '../middleware/bodies.js';
import { onlyMethods } from '../middleware/only-methods.js';
import { readInput } from '../middleware/read-input.js';
import { sendPage } from '../send-page.js';
import { AdminClaimsPage } from '../views/admin-claims.js';
import { deskProps, readReason, reasonField } from './admin-desk.js';
import type { AdminDoor } from './admin-door.js';
import { asAdmin } from './as-admin.js';

const PAGE = '/admin/claims';

const outcome = z.enum(['upheld', 'rejected', 'allowed']);
const settleForm = z.strictObject({ id: z.guid(), outcome, reason: reasonField });

interface Extras {
  readonly steppedUp: boolean;
  readonly status?: number;
  readonly notice?: string | undefined;
  readonly fault?: string;
}

/** CPFs that somebody claims, and the admin's decision: only after a fresh step-up, like the QR (security case 49). */
export function createAdminClaimsRoutes({ desks }: WebDeps, door: AdminDoor): Router {
  const router = Router();

  async function show(
    res: Response,
    { steppedUp, status = 200, ...extras }: Extras,
  ): Promise<void> {
    const claims = await desks.claims.list();
    const props = { ...deskProps(res, steppedUp), ...extras, claims };
    sendPage(res, { page: AdminClaimsPage(props), status });
  }

  router
    .route(PAGE)
    .get(
      asAdmin(door, async ({ steppedUp }, req, res) => {
        const done = outcome.safeParse(req.query['done']);
        const { claims } = deskProps(res, steppedUp).desk;
        await show(res, { steppedUp, notice: done.success ? claims.done[done.data] : undefined });
      }),
    )
    .post(
      ...readForm(),
      asAdmin(door, async ({ steppedUp }, req, res) => {
        const wish = readInput(settleForm, req.body);
        if (!steppedUp) return show(res, { steppedUp, status: errorStatus('step_up_required') });
        const { desk } = deskProps(res, steppedUp);
        const reason = readReason(desk, wish.reason);
        if (!reason.ok) return show(res, { steppedUp, status: 422, fault: reason.error });
        const settled = await desks.claims.settle({ ...wish, reason: reason.value });
        if (settled.ok) {
          res.redirect(303, `${PAGE}?done=${wish.outcome}`);
          return;
        }
        const fault = desk.claims.refused[settled.error.code];
        await show(res, { steppedUp, status: errorStatus('conflict'), fault });
      }),
    )
    .all(onlyMethods('GET', 'POST'));

  return router;
}
