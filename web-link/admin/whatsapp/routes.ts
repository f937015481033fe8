import { Router, type Response } from 'express';
import * as z from 'zod';
import { WORDS } from '#web-link/words/catalogue.js';
import { shownOnce } from '#web-link/http/form-faults.js';
import { readForm } from '#web-link/http/middleware/bodies.js';
import { onlyMethods } from '#web-link/http/middleware/only-methods.js';
import { readInput } from '#web-link/http/middleware/read-input.js';
import { requestContext } from '#web-link/http/request-context.js';
import { sendPage } from '#web-link/http/send-page.js';
import { AdminWhatsAppPage } from './page.js';
import { answerChannel } from './channel-answer.js';
import type { WhatsAppIntents } from './intents.js';
import { intentSchema, pairIntent, phoneField, type Intent } from '../command.js';
import type { AdminDeps } from '../deps.js';
import type { AdminSessionCookie } from '../session-cookie.js';
import { asAdmin } from '../require-admin.js';

const PAGE = '/admin/whatsapp';

const pairForm = z.strictObject({ phone: phoneField.optional() });
/** The page about the bot and its buttons; the dangerous ones ask for the password first. */
export function createAdminWhatsAppRoutes(
  { board, settings }: Pick<AdminDeps, 'board' | 'settings'>,
  { sessionCookie, intents }: { sessionCookie: AdminSessionCookie; intents: WhatsAppIntents },
): Router {
  const { locale } = settings;
  const admin = WORDS[locale].admin;
  const router = Router();

  /** What the last form left for the page: an action that waits for the password, or what was wrong. */
  function shownNow(res: Response) {
    const {
      action,
      phone = '',
      phoneFault,
      ...shown
    } = shownOnce(res, ...(['action', 'phone', 'phoneFault', 'passwordFault', 'fault'] as const));
    const intent = intentSchema.safeParse({ action, phone });
    return {
      ...shown,
      ...(intent.success && { intent: intent.data }),
      ...(phoneFault !== undefined && { refusedPhone: { typed: phone, fault: phoneFault } }),
    };
  }

  const asCommand = (readIntent: (body: unknown) => Intent) =>
    asAdmin(sessionCookie, async ({ steppedUp }, req, res) => {
      const intent = readIntent(req.body);
      if (steppedUp) await intents.apply(req, res, intent);
      else intents.askPassword(req, res, { intent });
    });

  router
    .route(PAGE)
    .get(
      asAdmin(sessionCookie, async ({ steppedUp }, req, res) => {
        const { words } = requestContext(res);
        const channel = answerChannel({ status: await board.current(), steppedUp, locale });
        const asked = req.query['asked'] === '1';
        const props = { words, admin, channel, asked, ...shownNow(res) };
        sendPage(res, { page: AdminWhatsAppPage(props) });
      }),
    )
    .all(onlyMethods('GET'));

  // A reload of what a form answered comes back to the page.
  router.get([`${PAGE}/pair`, `${PAGE}/logout`], (_req, res) => {
    res.redirect(303, PAGE);
  });

  router
    .route(`${PAGE}/pair`)
    .post(
      ...readForm(),
      asCommand((body) => pairIntent(readInput(pairForm, body).phone)),
    )
    .all(onlyMethods('GET', 'POST'));

  router
    .route(`${PAGE}/logout`)
    .post(asCommand(() => ({ action: 'logout' })))
    .all(onlyMethods('GET', 'POST'));

  return router;
}
