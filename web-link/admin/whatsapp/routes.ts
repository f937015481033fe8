import { Router, type Request, type Response } from 'express';
import * as z from 'zod';
import { WORDS } from '#web-link/words/catalogue.js';
import { clientAddress } from '#web-link/http/client.js';
import { shownOnce } from '#web-link/http/form-faults.js';
import { readForm } from '#web-link/http/middleware/bodies.js';
import { onlyMethods } from '#web-link/http/middleware/only-methods.js';
import { readInput } from '#web-link/http/middleware/read-input.js';
import { requestContext } from '#web-link/http/request-context.js';
import { sendPage } from '#web-link/http/send-page.js';
import { AdminWhatsAppPage } from './page.js';
import { answerChannel } from './channel-answer.js';
import {
  commandFor,
  intentSchema,
  pairIntent,
  passwordField,
  phoneField,
  type Intent,
} from '../command.js';
import type { AdminDeps } from '../deps.js';
import type { AdminSessionCookie } from '../session-cookie.js';
import { explainRefusal } from '../session-routes.js';
import { asAdmin } from '../require-admin.js';

const PAGE = '/admin/whatsapp';

const pairForm = z.strictObject({ phone: phoneField.optional() });
const stepUpForm = z.strictObject({
  password: passwordField,
  action: z.string().optional(),
  phone: phoneField.optional(),
});

/** The page about the bot, its buttons, and the password it asks for before the dangerous ones. */
export function createAdminWhatsAppRoutes(
  deps: AdminDeps,
  sessionCookie: AdminSessionCookie,
): Router {
  const { adminSessions, board, commandChannel, settings, faults } = deps;
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

  function again(
    req: Request,
    res: Response,
    { intent, said }: { intent?: Intent | undefined; said: Readonly<Record<string, string>> },
  ): void {
    const typed = intent?.action === 'pair_by_code' ? { phone: intent.phone } : {};
    faults.refuse(req, res, { page: PAGE, said, typed });
  }

  async function carryOut(req: Request, res: Response, intent: Intent): Promise<void> {
    const command = commandFor(intent);
    if (command.ok) {
      await commandChannel(command.value);
      res.redirect(303, `${PAGE}?asked=1`);
      return;
    }
    const phoneFault = admin.whatsapp.phoneRefused[command.error.code];
    again(req, res, { intent, said: { phoneFault } });
  }

  const asCommand = (readIntent: (body: unknown) => Intent) =>
    asAdmin(sessionCookie, async ({ steppedUp }, req, res) => {
      const intent = readIntent(req.body);
      if (steppedUp) await carryOut(req, res, intent);
      else again(req, res, { intent, said: { action: intent.action } });
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
  router.get(['/admin/step-up', `${PAGE}/pair`, `${PAGE}/logout`], (_req, res) => {
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

  router
    .route('/admin/step-up')
    .post(
      ...readForm(),
      asAdmin(sessionCookie, async ({ session }, req, res) => {
        const { password, ...rest } = readInput(stepUpForm, req.body);
        const intent = rest.action === undefined ? undefined : readInput(intentSchema, rest);
        const proven = await adminSessions.stepUp({
          session,
          password,
          address: clientAddress(req),
        });
        if (!proven.ok) {
          const passwordFault = explainRefusal(res, proven.error);
          const waiting = intent === undefined ? {} : { action: intent.action };
          again(req, res, { intent, said: { passwordFault, ...waiting } });
          return;
        }
        sessionCookie.renew(res, proven.value.token);
        if (intent === undefined) {
          res.redirect(303, PAGE);
          return;
        }
        await carryOut(req, res, intent);
      }),
    )
    .all(onlyMethods('GET', 'POST'));

  return router;
}
