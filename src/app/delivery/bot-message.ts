import type { OutboxKind } from '../ports/tables/outbox.js';

/** Something the bot is about to say; it is not sent any more once it has expired. */
export interface Utterance {
  readonly kind: OutboxKind;
  readonly text: string;
  readonly expiresAt: Date;
}

/** An answer that comes later than this would only confuse. */
const REPLY_LIFETIME_MS = 15 * 60_000;

export function reply(text: string, now: Date): Utterance {
  return { kind: 'reply', text, expiresAt: new Date(now.getTime() + REPLY_LIFETIME_MS) };
}
