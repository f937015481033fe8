import { setTimeout as delay } from 'node:timers/promises';

import type { AuthenticationCreds, WASocket } from '@whiskeysockets/baileys';

import { botNumberFromWhatsAppUser, type BotNumber } from '#src/domain/bot-number.js';

/** How long a request to unlink may take to leave. */
export const UNLINK_MS = 2_000;

/** A QR or code only counts once the phone has signed this device. */
export function isPaired(credentials: AuthenticationCreds): boolean {
  return Boolean(credentials.me?.id && credentials.account);
}

/** The number of the account this device is linked to, as its credentials name it. */
export function ownNumber(credentials: AuthenticationCreds): BotNumber | null {
  return botNumberFromWhatsAppUser(/^[0-9]+/.exec(credentials.me?.id ?? '')?.[0] ?? '');
}

/** The part of a session that a request to unlink needs. */
interface LinkedSession {
  readonly socket: Pick<WASocket, 'sendNode' | 'generateMessageTag'>;
  /** Resolves when everything that was sent has left. */
  readonly gate: { left(): Promise<unknown> };
}

/**
 * Tells WhatsApp to unlink this device; waits until the request has left, for two seconds at most, not for the answer.
 */
export async function unlink(
  session: LinkedSession,
  credentials: AuthenticationCreds,
): Promise<void> {
  const jid = credentials.me?.id;
  if (!jid) return;
  const { socket } = session;
  await socket.sendNode({
    tag: 'iq',
    attrs: { to: 's.whatsapp.net', type: 'set', id: socket.generateMessageTag(), xmlns: 'md' },
    content: [{ tag: 'remove-companion-device', attrs: { jid, reason: 'user_initiated' } }],
  });
  await Promise.race([session.gate.left(), delay(UNLINK_MS, undefined, { ref: false })]);
}
