import * as z from 'zod';
import type { ChannelCommand } from '#src/app/ports/event-bus.js';
import { parseBotNumber, type BotNumberRefusal } from '#src/domain/bot-number.js';
import { ok, type Result } from '#src/domain/result.js';

/** Longer than any password that may be chosen, in UTF-16 units. */
const LONGEST_PASSWORD = 1024;
const LONGEST_PHONE = 64;

export const passwordField = z.string().max(LONGEST_PASSWORD);
export const phoneField = z.string().max(LONGEST_PHONE);

/** Something an admin wants of the bot, as it was typed. */
export const intentSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('pair') }),
  z.object({ action: z.literal('pair_by_code'), phone: phoneField }),
  z.object({ action: z.literal('logout') }),
]);

export type Intent = z.infer<typeof intentSchema>;

/** Pairing by QR, or by code when a number was given. */
export function pairIntent(phone: string | undefined): Intent {
  return phone === undefined ? { action: 'pair' } : { action: 'pair_by_code', phone };
}

export function commandFor(intent: Intent): Result<ChannelCommand, BotNumberRefusal> {
  if (intent.action !== 'pair_by_code') return ok({ type: intent.action });
  const phone = parseBotNumber(intent.phone);
  return phone.ok ? ok({ type: 'pair_by_code', phone: phone.value }) : phone;
}
