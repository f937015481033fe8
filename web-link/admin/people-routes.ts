import { Router, type Response } from 'express';
import * as z from 'zod';
import { keepsGoogle } from '#src/app/account/count-ways-in.js';
import type { PersonView } from '#src/app/admin/manage-accounts.js';
import type { Reason } from '#src/domain/audit-event.js';
import { parseTaxId } from '#src/domain/tax-id.js';
import { shownOnce } from '../http/form-faults.js';
import { readForm } from '../http/middleware/bodies.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { readInput } from '../http/middleware/read-input.js';
import { ProblemError } from '../http/problem.js';
import { sendPage } from '../http/send-page.js';
import { AdminPeoplePage, type PersonAction } from './pages/people-page.js';
import type { AdminPageDeps } from './deps.js';
import { peopleAreaProps, readReason, reasonField } from './page-props.js';
import type { AdminSessionCookie } from './session-cookie.js';
import { asAdmin } from './require-admin.js';

const PAGE = '/admin/people';

const accountId = z.guid();
const action = z.enum(['block', 'unblock', 'release_google']);
const searchForm = z.strictObject({ taxId: z.string().max(64) });
const actForm = z.strictObject({ action, reason: reasonField });

interface Extras {
  readonly steppedUp: boolean;
  readonly person?: PersonView;
  readonly notice?: string | undefined;
}

/** The URL keeps what was done; the person's present state decides whether that is still true. */
function isSo(done: PersonAction, { status, waysIn }: PersonView): boolean {
  switch (done) {
    case 'block':
      return status === 'blocked';
    case 'unblock':
      return status === 'active';
    case 'release_google':
      return !keepsGoogle(waysIn);
  }
}

/** One person by the whole CPF, which comes in a body and is never part of a URL. Acts need a fresh step-up. */
export function createAdminPeopleRoutes(
  { peopleAdmin, faults }: AdminPageDeps,
  sessionCookie: AdminSessionCookie,
): Router {
  const router = Router();

  function show(res: Response, extras: Extras): void {
    const { steppedUp, person = null, notice } = extras;
    const props = {
      ...peopleAreaProps(res, steppedUp),
      ...shownOnce(res, 'taxId'),
      notice,
      person,
    };
    sendPage(res, { page: AdminPeoplePage(props) });
  }

  async function personOf(id: unknown): Promise<PersonView> {
    const parsed = accountId.safeParse(id);
    const person = parsed.success ? await peopleAdmin.people.show(parsed.data) : null;
    if (person === null) throw new ProblemError({ code: 'not_found' });
    return person;
  }

  function applyAction(action: PersonAction, act: { accountId: string; reason: Reason }) {
    switch (action) {
      case 'block':
        return peopleAdmin.people.block(act);
      case 'unblock':
        return peopleAdmin.people.unblock(act);
      case 'release_google':
        return peopleAdmin.people.releaseGoogle(act);
    }
  }

  router
    .route(PAGE)
    .get(asAdmin(sessionCookie, ({ steppedUp }, _req, res) => show(res, { steppedUp })))
    .post(
      ...readForm(),
      asAdmin(sessionCookie, async ({ steppedUp }, req, res) => {
        const { peopleArea } = peopleAreaProps(res, steppedUp);
        const typed = readInput(searchForm, req.body);
        const taxId = parseTaxId(typed.taxId);
        const person = taxId.ok ? await peopleAdmin.people.find(taxId.value) : null;
        if (person === null) {
          const said = {
            taxIdFault: taxId.ok ? peopleArea.people.notFound : peopleArea.people.malformed,
          };
          faults.refuse(req, res, { page: PAGE, said, typed });
          return;
        }
        res.redirect(303, `${PAGE}/${person.accountId}`);
      }),
    )
    .all(onlyMethods('GET', 'POST'));

  router
    .route(`${PAGE}/:accountId`)
    .get(
      asAdmin(sessionCookie, async ({ steppedUp }, req, res) => {
        const person = await personOf(req.params['accountId']);
        const done = action.safeParse(req.query['done']);
        const { done: words } = peopleAreaProps(res, steppedUp).peopleArea.people;
        const isNews = done.success && isSo(done.data, person);
        show(res, { steppedUp, person, notice: isNews ? words[done.data] : undefined });
      }),
    )
    .post(
      ...readForm(),
      asAdmin(sessionCookie, async ({ steppedUp }, req, res) => {
        const person = await personOf(req.params['accountId']);
        const form = readInput(actForm, req.body);
        const page = `${PAGE}/${person.accountId}`;
        if (!steppedUp) {
          // The page asks for the password.
          res.redirect(303, page);
          return;
        }
        const { peopleArea } = peopleAreaProps(res, steppedUp);
        const reason = readReason(peopleArea, form.reason);
        if (!reason.ok) {
          const said = { reasonFault: reason.error, form: form.action };
          faults.refuse(req, res, { page, said });
          return;
        }
        const act = { accountId: person.accountId, reason: reason.value };
        const done = await applyAction(form.action, act);
        if (!done.ok) {
          const fault = peopleArea.people.nothingToRelease;
          faults.refuse(req, res, { page, said: { fault } });
          return;
        }
        res.redirect(303, `${page}?done=${form.action}`);
      }),
    )
    .all(onlyMethods('GET', 'POST'));

  return router;
}
