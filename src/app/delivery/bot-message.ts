import type { OutboxKind } from '../ports/tables/outbox.js';

/** A message that the bot sends; it is not sent any more once it has expired. */
export interface BotMessage {
  readonly kind: OutboxKind;
  readonly text: string;
  readonly expiresAt: Date;
}

/** An answer that comes later than this would only confuse. */
const REPLY_LIFETIME_MS = 15 * 60_000;

export function reply(text: string, now: Date): BotMessage {
  return { kind: 'reply', text, expiresAt: new Date(now.getTime() + REPLY_LIFETIME_MS) };
}

/** A message that carries a link, and expires with it. */
export function linkMessage({ expiresAt }: { readonly expiresAt: Date }, text: string): BotMessage {
  return { kind: 'link', text, expiresAt };
}
