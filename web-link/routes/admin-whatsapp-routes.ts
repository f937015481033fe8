import { Router, type Response } from 'express';
import * as z from 'zod';
import { errorStatus } from '#src/domain/error-code.js';
import { adminWords } from '../admin-words-by-locale.js';
import { clientAddress } from '../client.js';
import type { WebDeps } from '../deps.js';
import { readForm } from '../middleware/bodies.js';
import { onlyMethods } from '../middleware/only-methods.js';
import { readInput } from '../middleware/read-input.js';
import { requestContext } from '../request-context.js';
import { sendPage } from '../send-page.js';
import { AdminWhatsAppPage, type WhatsAppPageProps } from '../views/admin-whatsapp.js';
import { answerChannel } from './admin-channel-answer.js';
import {
  commandFor,
  intentSchema,
  pairIntent,
  passwordField,
  phoneField,
  type Intent,
} from './admin-command.js';
import type { AdminDoor } from './admin-door.js';
import { explainRefusal } from './admin-session-routes.js';
import { asAdmin } from './as-admin.js';

const PAGE = '/admin/whatsapp';

const pairForm = z.strictObject({ phone: phoneField.optional() });
const stepUpForm = z.strictObject({
  password: passwordField,
  action: z.string().optional(),
  phone: phoneField.optional(),
});

interface PageExtras extends Omit<WhatsAppPageProps, 'words' | 'admin' | 'channel'> {
  readonly steppedUp: boolean;
  readonly status?: number;
}

/** The page about the bot, its buttons, and the password it asks for before the dangerous ones. */
export function createAdminWhatsAppRoutes(deps: WebDeps, door: AdminDoor): Router {
  const { adminSessions, board, commandChannel, settings } = deps;
  const { locale } = settings;
  const admin = adminWords(locale);
  const router = Router();

  async function show(
    res: Response,
    { steppedUp, status = 200, ...extras }: PageExtras,
  ): Promise<void> {
    const { words } = requestContext(res);
    const channel = answerChannel({ status: await board.current(), steppedUp, locale });
    sendPage(res, { page: AdminWhatsAppPage({ words, admin, channel, ...extras }), status });
  }

  async function carryOut(res: Response, intent: Intent): Promise<void> {
    const command = commandFor(intent);
    if (command.ok) {
      await commandChannel(command.value);
      res.redirect(303, `${PAGE}?asked=1`);
      return;
    }
    const typed = intent.action === 'pair_by_code' ? intent.phone : '';
    await show(res, {
      steppedUp: true,
      status: 422,
      refusedPhone: { typed, code: command.error.code },
    });
  }

  const asCommand = (readIntent: (body: unknown) => Intent) =>
    asAdmin(door, async ({ steppedUp }, req, res) => {
      const intent = readIntent(req.body);
      if (steppedUp) return carryOut(res, intent);
      await show(res, { steppedUp, status: errorStatus('step_up_required'), intent });
    });

  router
    .route(PAGE)
    .get(
      asAdmin(door, async ({ steppedUp }, req, res) => {
        await show(res, { steppedUp, asked: req.query['asked'] === '1' });
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
      asAdmin(door, async ({ session, steppedUp }, req, res) => {
        const { password, ...rest } = readInput(stepUpForm, req.body);
        const intent = rest.action === undefined ? undefined : readInput(intentSchema, rest);
        const proven = await adminSessions.stepUp({
          session,
          password,
          address: clientAddress(req),
        });
        if (!proven.ok) {
          const { status, text } = explainRefusal(res, proven.error);
          await show(res, {
            steppedUp,
            status,
            passwordError: text,
            ...(intent !== undefined && { intent }),
          });
          return;
        }
        door.renew(res, proven.value.token);
        if (intent === undefined) {
          res.redirect(303, PAGE);
          return;
        }
        await carryOut(res, intent);
      }),
    )
    .all(onlyMethods('GET', 'POST'));

  return router;
}
