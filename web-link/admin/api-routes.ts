import { Router, type Request } from 'express';
import * as z from 'zod';
import type { AdminPresence } from '#src/app/admin/sessions.js';
import { WORDS } from '../words/catalogue.js';
import type { AdminDeps } from './deps.js';
import { readJson } from '../http/middleware/bodies.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { readInput } from '../http/middleware/read-input.js';
import { ProblemError } from '../http/problem.js';
import { answerChannel } from './whatsapp/channel-answer.js';
import { commandFor, pairIntent, passwordField, phoneField, type Intent } from './command.js';
import type { AdminSessionCookie } from './session-cookie.js';
import { createAdminEvents } from './whatsapp/events.js';

const passwordBody = z.strictObject({ password: passwordField.min(1) });
const pairBody = z.strictObject({ phone: phoneField.optional() });

/** The JSON siblings of the admin's pages. */
export function createAdminApiRoutes(deps: AdminDeps, sessionCookie: AdminSessionCookie): Router {
  const { board, commandChannel, settings } = deps;
  const router = Router();

  async function admin(req: Request): Promise<AdminPresence> {
    const presence = await sessionCookie.presence(req);
    if (presence === null) throw new ProblemError({ code: 'not_authenticated' });
    return presence;
  }

  async function command(req: Request, readIntent: () => Intent): Promise<void> {
    const { steppedUp } = await admin(req);
    if (!steppedUp) throw new ProblemError({ code: 'step_up_required' });
    const parsed = commandFor(readIntent());
    if (!parsed.ok) {
      const { phoneRefused } = WORDS[settings.locale].admin.whatsapp;
      throw new ProblemError({ code: 'invalid_request', detail: phoneRefused[parsed.error.code] });
    }
    await commandChannel(parsed.value);
  }

  router
    .route('/api/admin/login')
    .post(...readJson(), async (req, res) => {
      const { password } = readInput(passwordBody, req.body);
      const signedIn = await sessionCookie.signIn(req, res, password);
      if (!signedIn.ok) throw new ProblemError(signedIn.error);
      res.status(204).end();
    })
    .all(onlyMethods('POST'));

  router
    .route('/api/admin/step-up')
    .post(...readJson(), async (req, res) => {
      const { session } = await admin(req);
      const { password } = readInput(passwordBody, req.body);
      const proven = await sessionCookie.stepUp(req, res, { session, password });
      if (!proven.ok) throw new ProblemError(proven.error);
      res.status(204).end();
    })
    .all(onlyMethods('POST'));

  router
    .route('/api/admin/whatsapp')
    .get(async (req, res) => {
      const { steppedUp } = await admin(req);
      const status = await board.current();
      res.json(answerChannel({ status, steppedUp, locale: settings.locale }));
    })
    .all(onlyMethods('GET'));

  router
    .route('/api/admin/whatsapp/events')
    .get(createAdminEvents(deps, sessionCookie))
    .all(onlyMethods('GET'));

  router
    .route('/api/admin/whatsapp/pair')
    .post(...readJson(), async (req, res) => {
      await command(req, () => pairIntent(readInput(pairBody, req.body).phone));
      res.status(202).end();
    })
    .all(onlyMethods('POST'));

  router
    .route('/api/admin/whatsapp/logout')
    .post(async (req, res) => {
      await command(req, () => ({ action: 'logout' }));
      res.status(202).end();
    })
    .all(onlyMethods('POST'));

  return router;
}
