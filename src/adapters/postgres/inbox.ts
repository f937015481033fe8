import type { InboundMessage } from '#src/app/ports/channel.js';
import type { Inbox } from '#src/app/ports/inbox.js';
import type { Jid } from '#src/domain/jid.js';
import type { TableDeps } from './table-deps.js';

/** What the box of a message holds, as JSON. */
interface Content extends Omit<InboundMessage, 'messageId' | 'sentAt'> {
  /** ISO 8601. */
  readonly sentAt: string;
}

interface WaitingRow {
  readonly seq: bigint;
  readonly messageId: string;
  readonly contentBox: Uint8Array;
  readonly failures: number;
}

export function createInbox({ db, cipher, index }: TableDeps): Inbox {
  function sealed({ chat, messageId, phone, content, sentAt }: InboundMessage): Uint8Array {
    const box: Content = { chat, phone, content, sentAt: sentAt.toISOString() };
    return cipher.encrypt(JSON.stringify(box), contentContext(messageId));
  }

  function opened(row: Pick<WaitingRow, 'messageId' | 'contentBox'>): Content {
    return JSON.parse(cipher.decryptText(row.contentBox, contentContext(row.messageId))) as Content;
  }

  function chatIndexes(chat: Jid): readonly Uint8Array[] {
    return index.candidates('jid', chat);
  }

  return {
    accept: async (message, now) => {
      const { chat, messageId } = message;
      const accepted = await db.$executeRaw`
        INSERT INTO inbound_message (chat_index, message_id, content_box, received_at)
        SELECT ${index.index('jid', chat)}::bytea, ${messageId}::text, ${sealed(message)}::bytea,
          ${now}::timestamptz
        WHERE NOT EXISTS (SELECT 1 FROM inbound_message
          WHERE chat_index = ANY(${chatIndexes(chat)}::bytea[]) AND message_id = ${messageId})
        ON CONFLICT (chat_index, message_id) DO NOTHING`;
      return accepted === 1;
    },
    // The address of a chat stands in its messages: each chat's first one is opened for it.
    waitingChats: async (limit) => {
      const rows = await db.$queryRaw<Pick<WaitingRow, 'messageId' | 'contentBox'>[]>`
        SELECT "messageId", "contentBox" FROM (
          SELECT DISTINCT ON (chat_index) seq, failures, message_id AS "messageId",
            content_box AS "contentBox"
          FROM inbound_message WHERE turned_at IS NULL ORDER BY chat_index, seq) first
        ORDER BY failures, seq LIMIT ${limit}`;
      return rows.map((row) => opened(row).chat);
    },
    waiting: async (chat, limit) => {
      const rows = await db.$queryRaw<WaitingRow[]>`
        SELECT seq, message_id AS "messageId", content_box AS "contentBox", failures
        FROM inbound_message
        WHERE chat_index = ANY(${chatIndexes(chat)}::bytea[]) AND turned_at IS NULL
        ORDER BY seq LIMIT ${limit}`;
      return rows.map((row) => {
        const { sentAt, ...content } = opened(row);
        const { seq, messageId, failures } = row;
        return { ...content, seq, messageId, failures, sentAt: new Date(sentAt) };
      });
    },
    markTurned: (chat, seqs, now) => db.$executeRaw`
      UPDATE inbound_message SET turned_at = ${now}, content_box = NULL
      WHERE chat_index = ANY(${chatIndexes(chat)}::bytea[]) AND seq = ANY(${seqs}::bigint[])
        AND turned_at IS NULL`,
    countFailure: async (chat, seq) => {
      const rows = await db.$queryRaw<{ failures: number }[]>`
        UPDATE inbound_message SET failures = failures + 1
        WHERE chat_index = ANY(${chatIndexes(chat)}::bytea[]) AND seq = ${seq}
        RETURNING failures`;
      if (rows[0] === undefined) throw new Error('a failure was counted for no message');
      return rows[0].failures;
    },
    sweep: (before) => db.$executeRaw`
      DELETE FROM inbound_message WHERE turned_at IS NOT NULL AND received_at < ${before}`,
  };
}

function contentContext(messageId: string): string {
  return `inbound_message.content_box:${messageId}`;
}
