import type { proto, WAMessage } from '@whiskeysockets/baileys';

import type { InboundContext } from '#src/adapters/whatsapp/messages/inbound.js';

export const NOW = new Date('2026-11-23T12:00:00Z');
export const CONTEXT: InboundContext = {
  numberOfLid: () => null,
  identityOf: () => null,
  allowedNumbers: 'br',
  now: NOW,
};
export const LID = '22220000000001@lid';
export const KEY = {
  remoteJid: LID,
  remoteJidAlt: '5511987654321@s.whatsapp.net',
  fromMe: false,
  id: '3A0',
};

/** A message as the library hands it over, from a chat by LID with the number beside it. */
export function raw(message: proto.IMessage | null, more: Partial<WAMessage> = {}): WAMessage {
  return { key: KEY, message, messageTimestamp: 1_700_000_000, ...more };
}
