import type { Jid } from '#src/domain/jid.js';
import type { ChatEffectsDeps, TurnContext } from './turn-context.js';
import { decoyChat, OPEN_CHAT_MS } from '../shared/decoy-account.js';

/** The old number has this long to agree. */
export const NUMBER_CHANGE_LIFETIME_MS = 24 * 60 * 60_000;

/** The moment since which a chat must have written to count as open. */
export function openSince(now: Date): Date {
  return new Date(now.getTime() - OPEN_CHAT_MS);
}

/** Sends a notice to the chat of another number. Where there is none, a row like it goes to a decoy. */
export async function sendToNumber(
  deps: ChatEffectsDeps,
  { tx, now }: TurnContext,
  message: {
    readonly chat: Jid | null;
    readonly text: string;
    readonly expiresAt: Date;
    readonly decoy: boolean;
  },
): Promise<void> {
  const { text, expiresAt } = message;
  const to = message.decoy ? null : message.chat;
  const chat = to ?? decoyChat(deps.random);
  const notice = { kind: 'notice', text, expiresAt, solicited: false } as const;
  const messageId = deps.random.messageId();
  await tx.outbox.enqueue([{ ...notice, chat, messageId, decoy: to === null }], now);
}
