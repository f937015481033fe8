import { Router } from 'express';
import { z } from 'zod';
import { parsePersonName } from '#src/domain/person-name.js';
import type { BrowserSessions } from '../../http/browser/browser-sessions.js';
import type { AccountDeps } from '../deps.js';
import { shownOnce, type FormFaults } from '../../http/form-faults.js';
import { readForm } from '../../http/middleware/bodies.js';
import { onlyMethods } from '../../http/middleware/only-methods.js';
import { readInput } from '../../http/middleware/read-input.js';
import { askForProof, createRequireFreshProof } from '../../http/middleware/require-fresh-proof.js';
import { createRequireSession, sessionClaims } from '../../http/middleware/require-session.js';
import { requestContext } from '../../http/request-context.js';
import { sendPage } from '../../http/send-page.js';
import { NamePage } from './name-page.js';

const PAGE = '/account/name';
const NameForm = z.strictObject({ name: z.string() });

/** Correction of the own name (LGPD art. 18 III). */
export function createAccountNameRoutes(
  deps: Pick<AccountDeps, 'ownName' | 'describeMe' | 'stepUp'> & {
    readonly sessions: BrowserSessions;
    readonly faults: FormFaults;
  },
): Router {
  const { ownName, describeMe, sessions, faults } = deps;
  const router = Router({ caseSensitive: true, strict: true });
  const requireSession = createRequireSession(sessions);

  router
    .route(PAGE)
    .get(requireSession, createRequireFreshProof(deps), async (_req, res) => {
      const { words } = requestContext(res);
      const me = await describeMe(sessionClaims(res));
      const shown = shownOnce(res, 'name', 'nameFault', 'fault');
      sendPage(res, { page: <NamePage words={words} name={me?.name ?? ''} {...shown} /> });
    })
    .post(requireSession, ...readForm(), async (req, res) => {
      const { words } = requestContext(res);
      const typed = readInput(NameForm, req.body);
      const name = parsePersonName(typed.name);
      if (!name.ok) {
        const nameFault = words.account.naming.faults[name.error.code];
        faults.refuse(req, res, { page: PAGE, said: { nameFault }, typed });
        return;
      }
      const changed = await ownName.change(sessionClaims(res), name.value);
      if (changed.ok) {
        res.redirect(303, '/account?done=name');
        return;
      }
      if (changed.error.code === 'too_many_requests') {
        const fault = words.code.tooMany(words.wait(changed.error.retryAfterS));
        faults.refuse(req, res, { page: PAGE, said: { fault }, typed });
        return;
      }
      await askForProof(req, res, { refusal: changed.error, sessions });
    })
    .all(onlyMethods('GET', 'POST'));

  return router;
}
