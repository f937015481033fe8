import { Router, type Response } from 'express';
import * as z from 'zod';
import type { PersonView } from '#src/app/people-desk.js';
import type { Reason } from '#src/domain/audit-event.js';
import { errorStatus } from '#src/domain/error-code.js';
import { parseTaxId } from '#src/domain/tax-id.js';
import type { WebDeps } from '../deps.js';
import { readForm } from '../middleware/bodies.js';
import { onlyMethods } from '../middleware/only-methods.js';
import { readInput } from '../middleware/read-input.js';
import { ProblemError } from '../problem.js';
import { sendPage } from '../send-page.js';
import { AdminPeoplePage, type PersonAction } from '../views/admin-people.js';
import { deskProps, readReason, reasonField } from './admin-desk.js';
import type { AdminDoor } from './admin-door.js';
import { asAdmin } from './as-admin.js';

const PAGE = '/admin/people';

const accountId = z.guid();
const action = z.enum(['block', 'unblock', 'release_google']);
const searchForm = z.strictObject({ taxId: z.string().max(64) });
const actForm = z.strictObject({ action, reason: reasonField });

interface Extras {
  readonly steppedUp: boolean;
  readonly person?: PersonView;
  readonly status?: number;
  readonly notice?: string | undefined;
  readonly fault?: string;
}

/** The address keeps what was done; whether that still holds is a matter of the person's state now. */
function isSo(done: PersonAction, { status, waysIn }: PersonView): boolean {
  switch (done) {
    case 'block':
      return status === 'blocked';
    case 'unblock':
      return status === 'active';
    case 'release_google':
      return waysIn.googleKept === 0;
  }
}

/** One person by the whole CPF, which comes in a body and never stands in an address. Acts need a fresh step-up. */
export function createAdminPeopleRoutes({ desks }: WebDeps, door: AdminDoor): Router {
  const router = Router();

  function show(res: Response, extras: Extras): void {
    const { steppedUp, status = 200, person = null, ...rest } = extras;
    const props = { ...deskProps(res, steppedUp), ...rest, person };
    sendPage(res, { page: AdminPeoplePage(props), status });
  }

  async function personOf(id: unknown): Promise<PersonView> {
    const parsed = accountId.safeParse(id);
    const person = parsed.success ? await desks.people.show(parsed.data) : null;
    if (person === null) throw new ProblemError({ code: 'not_found' });
    return person;
  }

  function carryOut(wish: PersonAction, act: { accountId: string; reason: Reason }) {
    switch (wish) {
      case 'block':
        return desks.people.block(act);
      case 'unblock':
        return desks.people.unblock(act);
      case 'release_google':
        return desks.people.releaseGoogle(act);
    }
  }

  router
    .route(PAGE)
    .get(asAdmin(door, ({ steppedUp }, _req, res) => show(res, { steppedUp })))
    .post(
      ...readForm(),
      asAdmin(door, async ({ steppedUp }, req, res) => {
        const { desk } = deskProps(res, steppedUp);
        const taxId = parseTaxId(readInput(searchForm, req.body).taxId);
        if (!taxId.ok) {
          show(res, { steppedUp, status: 422, fault: desk.people.malformed });
          return;
        }
        const person = await desks.people.find(taxId.value);
        if (person === null) {
          show(res, { steppedUp, status: errorStatus('not_found'), fault: desk.people.notFound });
          return;
        }
        res.redirect(303, `${PAGE}/${person.accountId}`);
      }),
    )
    .all(onlyMethods('GET', 'POST'));

  router
    .route(`${PAGE}/:accountId`)
    .get(
      asAdmin(door, async ({ steppedUp }, req, res) => {
        const person = await personOf(req.params['accountId']);
        const done = action.safeParse(req.query['done']);
        const { done: words } = deskProps(res, steppedUp).desk.people;
        const isNews = done.success && isSo(done.data, person);
        show(res, { steppedUp, person, notice: isNews ? words[done.data] : undefined });
      }),
    )
    .post(
      ...readForm(),
      asAdmin(door, async ({ steppedUp }, req, res) => {
        const person = await personOf(req.params['accountId']);
        const wish = readInput(actForm, req.body);
        if (!steppedUp) {
          show(res, { steppedUp, person, status: errorStatus('step_up_required') });
          return;
        }
        const { desk } = deskProps(res, steppedUp);
        const reason = readReason(desk, wish.reason);
        if (!reason.ok) {
          show(res, { steppedUp, person, status: 422, fault: reason.error });
          return;
        }
        const act = { accountId: person.accountId, reason: reason.value };
        const done = await carryOut(wish.action, act);
        if (!done.ok) {
          const fault = desk.people.nothingToRelease;
          show(res, { steppedUp, person, status: errorStatus('conflict'), fault });
          return;
        }
        res.redirect(303, `${PAGE}/${person.accountId}?done=${wish.action}`);
      }),
    )
    .all(onlyMethods('GET', 'POST'));

  return router;
}
