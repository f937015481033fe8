import type { Request, Response } from 'express';
import { WORDS } from '#web-link/words/catalogue.js';
import { commandFor, type Intent } from '../command.js';
import type { AdminPageDeps } from '../deps.js';

const PAGE = '/admin/whatsapp';

export type WhatsAppIntents = ReturnType<typeof createWhatsAppIntents>;

/** What an admin wants of the bot: done now, or shown again on the page with what is missing. */
export function createWhatsAppIntents(
  deps: Pick<AdminPageDeps, 'commandChannel' | 'settings' | 'faults'>,
) {
  const { commandChannel, settings, faults } = deps;
  const { phoneRefused } = WORDS[settings.locale].admin.whatsapp;

  /** Back to the page, which keeps the number that was typed. */
  function showAgain(
    req: Request,
    res: Response,
    { intent, said }: { intent: Intent; said: Readonly<Record<string, string>> },
  ): void {
    const typed = intent.action === 'pair_by_code' ? { phone: intent.phone } : {};
    faults.refuse(req, res, { page: PAGE, said, typed });
  }

  return {
    /** Back to the page, which asks for the password first. */
    askPassword(
      req: Request,
      res: Response,
      { intent, passwordFault }: { readonly intent: Intent; readonly passwordFault?: string },
    ): void {
      const fault = passwordFault === undefined ? {} : { passwordFault };
      showAgain(req, res, { intent, said: { ...fault, action: intent.action } });
    },
    /** Passes the command on, once the password is confirmed. */
    async apply(req: Request, res: Response, intent: Intent): Promise<void> {
      const command = commandFor(intent);
      if (!command.ok) {
        showAgain(req, res, { intent, said: { phoneFault: phoneRefused[command.error.code] } });
        return;
      }
      await commandChannel(command.value);
      res.redirect(303, `${PAGE}?asked=1`);
    },
  };
}
