import type { WAMessage } from '@whiskeysockets/baileys';

import type { HandWritten } from '#src/app/ports/channel.js';
import { parseJid, type Jid } from '#src/domain/jid.js';

import { readContent } from './inbound-content.js';

const LARGEST_SET = 5_000;

/** The ids of what this process sent lately: the library hands each of its own messages back as if it had come in. */
export interface SentIds {
  add(messageId: string): void;
  has(messageId: string): boolean;
}

export function createSentIds(): SentIds {
  const ids = new Set<string>();
  return {
    add(messageId) {
      ids.add(messageId);
      const [oldest] = ids;
      if (ids.size > LARGEST_SET && oldest !== undefined) ids.delete(oldest);
    },
    has: (messageId) => ids.has(messageId),
  };
}

/**
 * Reads a message of the bot's own account that this program did not send: a person answers on the phone. Reactions,
 * receipts and what devices tell each other are none.
 * @returns null for everything else
 */
export function readHandWritten(raw: WAMessage, now: Date): HandWritten | null {
  const { key } = raw;
  const chat = parsed(key.remoteJid);
  if (!key.fromMe || !key.id || key.participant || chat === null) return null;
  const content = readContent(raw.message);
  if (!content.ok || content.value.kind === 'later') return null;
  const ms = Number(raw.messageTimestamp ?? 0) * 1000;
  const sentAt = ms > 0 && ms <= now.getTime() ? new Date(ms) : now;
  return { chat, alsoKnownAs: parsed(key.remoteJidAlt), messageId: key.id, sentAt };
}

function parsed(address: string | null | undefined): Jid | null {
  const jid = parseJid(address ?? '');
  return jid.ok ? jid.value : null;
}
