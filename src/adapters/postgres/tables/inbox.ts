import sql, { type Sql } from 'sql-template-tag';
import type { InboundMessage } from '#src/app/ports/channel.js';
import type { Inbox } from '#src/app/ports/tables/inbox.js';
import type { Jid } from '#src/domain/jid.js';
import { lidOf, type Sender } from '#src/domain/sender.js';
import { rowName, type TableDeps } from './table-deps.js';

/** The content of a message before encryption, as JSON. */
interface Content extends Omit<InboundMessage, 'messageId' | 'sentAt' | 'sender'> {
  /** Missing in messages that an older version stored. */
  readonly sender?: Sender;
  /** ISO 8601. */
  readonly sentAt: string;
}

interface WaitingRow {
  readonly seq: bigint;
  readonly messageId: string;
  readonly contentBox: Uint8Array;
  readonly failures: number;
}

/** The statement that marks waiting messages as answered and forgets what they say. */
export function turnMessages(
  { index }: Pick<TableDeps, 'index'>,
  input: { readonly chat: Jid; readonly seqs: readonly bigint[]; readonly now: Date },
): Sql {
  return sql`
    UPDATE inbound_message SET turned_at = ${input.now}, content_box = NULL
    WHERE chat_index = ANY(${index.candidates('jid', input.chat)}::bytea[])
      AND seq = ANY(${input.seqs}::bigint[]) AND turned_at IS NULL`;
}

export function createInbox({ db, cipher, index }: TableDeps): Inbox {
  function encryptRow({ messageId, sentAt, ...message }: InboundMessage): Uint8Array {
    const content: Content = { ...message, sentAt: sentAt.toISOString() };
    return cipher.encrypt(JSON.stringify(content), contentContext(messageId));
  }

  function decryptRow(row: Pick<WaitingRow, 'messageId' | 'contentBox'>): Content {
    return JSON.parse(cipher.decryptText(row.contentBox, contentContext(row.messageId))) as Content;
  }

  function chatIndexes(chat: Jid): readonly Uint8Array[] {
    return index.candidates('jid', chat);
  }

  /** Messages that are already stored under an older index key are not new. */
  async function knownUnderOlderKeys(messages: readonly InboundMessage[]): Promise<Set<string>> {
    const older = messages.flatMap(({ chat, messageId }) =>
      chatIndexes(chat)
        .slice(1)
        .map((chatIndex) => ({ chatIndex, messageId })),
    );
    if (older.length === 0) return new Set();
    const rows = await db.query<{ messageId: string; chatIndex: Uint8Array }>`
      SELECT chat_index AS "chatIndex", message_id AS "messageId" FROM inbound_message
      WHERE (chat_index, message_id) IN (
        SELECT * FROM unnest(${older.map((one) => one.chatIndex)}::bytea[],
          ${older.map((one) => one.messageId)}::text[]))`;
    const found = new Set(rows.map(rowKey));
    const isKnown = ({ chat, messageId }: InboundMessage): boolean =>
      chatIndexes(chat).some((chatIndex) => found.has(rowKey({ chatIndex, messageId })));
    return new Set(messages.filter(isKnown).map(messageKey));
  }

  function messageKey({ chat, messageId }: InboundMessage): string {
    return rowKey({ chatIndex: index.index('jid', chat), messageId });
  }

  async function acceptAll(
    messages: readonly InboundMessage[],
    now: Date,
  ): Promise<readonly boolean[]> {
    const known = await knownUnderOlderKeys(messages);
    const news = messages.filter((message) => !known.has(messageKey(message)));
    const rows = await db.query<{ messageId: string; chatIndex: Uint8Array }>`
      INSERT INTO inbound_message (chat_index, message_id, content_box, received_at)
      SELECT chat_index, message_id, content_box, ${now}::timestamptz
      FROM unnest(${news.map(({ chat }) => index.index('jid', chat))}::bytea[],
        ${news.map(({ messageId }) => messageId)}::text[],
        ${news.map(encryptRow)}::bytea[]) WITH ORDINALITY
        AS message(chat_index, message_id, content_box, n)
      ORDER BY n
      ON CONFLICT (chat_index, message_id) DO NOTHING
      RETURNING chat_index AS "chatIndex", message_id AS "messageId"`;
    const stored = new Set(rows.map(rowKey));
    // Of two equal messages the first counts as new.
    return messages.map((message) => stored.delete(messageKey(message)));
  }

  return {
    accept: async (message, now) => (await acceptAll([message], now))[0] === true,
    acceptAll,
    // The address of a chat is inside its messages, so the first message of each chat is decrypted.
    waitingChats: async (limit) => {
      const rows = await db.query<Pick<WaitingRow, 'messageId' | 'contentBox'>>`
        SELECT "messageId", "contentBox" FROM (
          SELECT DISTINCT ON (chat_index) seq, failures, message_id AS "messageId",
            content_box AS "contentBox"
          FROM inbound_message WHERE turned_at IS NULL ORDER BY chat_index, seq) first
        ORDER BY failures, seq LIMIT ${limit}`;
      return rows.map((row) => decryptRow(row).chat);
    },
    waiting: async (chat, limit) => {
      const rows = await db.query<WaitingRow>`
        SELECT seq, message_id AS "messageId", content_box AS "contentBox", failures
        FROM inbound_message
        WHERE chat_index = ANY(${chatIndexes(chat)}::bytea[]) AND turned_at IS NULL
        ORDER BY seq LIMIT ${limit}`;
      return rows.map((row) => {
        const { sentAt, ...content } = decryptRow(row);
        const { seq, messageId, failures } = row;
        const sender = content.sender ?? { lid: lidOf(content.chat), identityKey: null };
        return { ...content, sender, seq, messageId, failures, sentAt: new Date(sentAt) };
      });
    },
    isLast: async ({ chat, messageId, before, since }) => {
      // OFFSET: the planner would look for one of the chat's among all messages from that one back.
      const rows = await db.query<{ last: boolean }>`
        SELECT message_id = ${messageId} AND received_at >= ${since} AS last FROM (
          SELECT message_id, received_at, seq FROM inbound_message
          WHERE chat_index = ANY(${chatIndexes(chat)}::bytea[]) AND seq < ${before}
            AND message_id NOT LIKE 'edit:%'
          OFFSET 0) heard
        ORDER BY seq DESC LIMIT 1`;
      return rows[0]?.last ?? false;
    },
    markTurned: (chat, seqs, now) => db.execute`${turnMessages({ index }, { chat, seqs, now })}`,
    countFailure: async (chat, seq) => {
      const rows = await db.query<{ failures: number }>`
        UPDATE inbound_message SET failures = failures + 1
        WHERE chat_index = ANY(${chatIndexes(chat)}::bytea[]) AND seq = ${seq}
        RETURNING failures`;
      if (rows[0] === undefined) throw new Error('a failure was counted for no message');
      return rows[0].failures;
    },
    sweep: (before) => db.inlined.execute`
      DELETE FROM inbound_message WHERE turned_at IS NOT NULL AND received_at < ${before}`,
  };
}

function contentContext(messageId: string): string {
  return `inbound_message.content_box:${messageId}`;
}

function rowKey(row: { readonly chatIndex: Uint8Array; readonly messageId: string }): string {
  return `${rowName(row.chatIndex)}:${row.messageId}`;
}
