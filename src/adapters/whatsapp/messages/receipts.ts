import { proto, type WAMessageKey } from '@whiskeysockets/baileys';

import type { Receipt } from '#src/app/ports/channel.js';

const { Status } = proto.WebMessageInfo;

/** As our own random.messageId() makes them: whatever else a receipt names is no message of ours. */
const OUR_ID = /^3EB0[0-9A-F]{18}$/;

/**
 * What an update of one of our messages says. Baileys merges receipts that come early into the message's own upsert,
 * so this reads both; a refusal (463 and the like) arrives as status 0 although the send has succeeded.
 * @returns null when it says nothing about delivery
 */
export function readReceipt(
  key: WAMessageKey,
  update: {
    readonly status?: proto.WebMessageInfo.Status | null;
    readonly messageStubParameters?: string[] | null;
  },
): Receipt | null {
  if (key.fromMe !== true || !OUR_ID.test(key.id ?? '')) return null;
  const messageId = key.id ?? '';
  switch (update.status) {
    case Status.ERROR:
      return { messageId, status: 'failed', failure: failureOf(update.messageStubParameters) };
    case Status.SERVER_ACK:
      return { messageId, status: 'sent', failure: null };
    case Status.DELIVERY_ACK:
      return { messageId, status: 'delivered', failure: null };
    case Status.READ:
    case Status.PLAYED:
      return { messageId, status: 'read', failure: null };
    case Status.PENDING:
    case null:
    case undefined:
    default:
      return null;
  }
}

function failureOf(parameters: string[] | null | undefined): string {
  const code = parameters?.[0];
  return code !== undefined && /^\d{1,5}$/.test(code) ? code : 'unknown';
}
