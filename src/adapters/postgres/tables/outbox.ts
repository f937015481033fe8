import type { Outbox, OutboxKind } from '#src/app/ports/tables/outbox.js';
import { claimHeads, nextDueAt, type ClaimedRow } from './outbox-heads.js';
import { recordReceipts } from './outbox-receipts.js';
import { contextOf, insertMessages } from './outbox-rows.js';
import { refuse, REFUSED } from './outbox-refusals.js';
import type { TableDeps } from './table-deps.js';
import type { Jid } from '#src/domain/jid.js';

export function createOutbox({ db, cipher, index }: TableDeps): Outbox {
  function decryptRow({ jidBox, textBox, ...row }: ClaimedRow) {
    const chat = cipher.decryptText(jidBox, contextOf.jid(row.messageId)) as Jid;
    return { ...row, chat, text: cipher.decryptText(textBox, contextOf.text(row.messageId)) };
  }

  return {
    enqueue: async (messages, now) => {
      if (messages.length === 0) return;
      await db.write`${insertMessages({ cipher, index }, messages, { now, claim: null })}`;
    },
    claim: async (input) => {
      const rows = await claimHeads(db, input);
      return rows.map(decryptRow).sort((left, right) => (left.seq < right.seq ? -1 : 1));
    },
    releaseClaims: () => db.execute`
      UPDATE outbox_message
      SET status = CASE status WHEN 'void' THEN status ELSE 'queued' END,
        locked_by = NULL, locked_until = NULL
      WHERE settled_at IS NULL AND locked_until IS NOT NULL`,
    // A late answer about a message that a receipt has settled already changes nothing.
    markSent: async (messageId, now) => {
      await db.execute`
        UPDATE outbox_message
        SET status = CASE status WHEN 'void' THEN status ELSE 'sent' END,
          sent_at = ${now}, settled_at = ${now},
          failure = CASE WHEN failure = ${REFUSED} THEN failure END,
          locked_by = NULL, locked_until = NULL
        WHERE message_id = ${messageId} AND status IN ('queued', 'sending', 'expired', 'void')`;
    },
    retry: async (messageId, runAt, reason) => {
      await db.execute`
        UPDATE outbox_message
        SET status = CASE status WHEN 'void' THEN status ELSE 'queued' END,
          run_at = ${runAt}, failure = ${reason}, locked_by = NULL, locked_until = NULL
        WHERE message_id = ${messageId} AND settled_at IS NULL AND locked_until IS NOT NULL`;
    },
    markFailed: async (messageId, reason, now) => {
      await db.execute`
        UPDATE outbox_message
        SET status = 'failed', failure = ${reason}, settled_at = ${now},
          locked_by = NULL, locked_until = NULL
        WHERE message_id = ${messageId} AND status IN ('queued', 'sending')`;
    },
    refuse: (input) => refuse(db, input),
    expire: async (now) => {
      const rows = await db.inlined.query<{ status: string }>`
        UPDATE outbox_message
        SET status = CASE status WHEN 'void' THEN status ELSE 'expired' END,
          settled_at = ${now}, locked_by = NULL, locked_until = NULL
        WHERE settled_at IS NULL AND expires_at <= ${now}
          AND (locked_until IS NULL OR locked_until <= ${now})
        RETURNING status`;
      return rows.filter(({ status }) => status === 'expired').length;
    },
    record: (receipts, now) => recordReceipts(db, receipts, now),
    isOwn: async (messageId) => {
      const rows = await db.query<unknown>`
        SELECT 1 FROM outbox_message WHERE message_id = ${messageId}`;
      return rows.length > 0;
    },
    recentText: async ({ messageId, chat, now }) => {
      const chats = [...index.candidates('jid', chat)];
      const rows = await db.query<{ textBox: Uint8Array; expiration: number }>`
        SELECT o.text_box AS "textBox",
          COALESCE((SELECT c.expiration FROM conversation c WHERE c.chat_index = o.chat_index), 0)
            AS expiration
        FROM outbox_message o
        WHERE o.message_id = ${messageId} AND o.chat_index = ANY(${chats})
          AND o.expires_at > ${now} AND o.status <> 'void' AND o.text_box IS NOT NULL`;
      if (rows[0] === undefined) return null;
      const { textBox, expiration } = rows[0];
      return { text: cipher.decryptText(textBox, contextOf.text(messageId)), expiration };
    },
    lastKind: async (chat) => {
      const chats = [...index.candidates('jid', chat)];
      // OFFSET: of a new chat the planner would look for one among all messages from the last one back.
      const rows = await db.query<{ kind: OutboxKind }>`
        SELECT kind FROM (
          SELECT kind, seq FROM outbox_message
          WHERE chat_index = ANY(${chats}) AND status NOT IN ('void', 'expired', 'failed')
          OFFSET 0) said
        ORDER BY seq DESC LIMIT 1`;
      return rows[0]?.kind ?? null;
    },
    nextDueAt: (options) => nextDueAt(db, options?.only ?? null),
    sweep: async ({ textBefore, decoyBefore, rowBefore, now }) => {
      const rows = await db.inlined.query<{ swept: bigint }>`
        WITH gone AS (
          DELETE FROM outbox_message
          WHERE settled_at IS NOT NULL AND (created_at < ${rowBefore} OR kind = 'farewell')
            OR status = 'void' AND created_at < ${decoyBefore}
              AND (settled_at IS NOT NULL OR expires_at <= ${now})
          RETURNING 1),
        forgotten AS (
          UPDATE outbox_message SET text_box = NULL
          WHERE created_at >= ${rowBefore} AND kind <> 'farewell'
            AND (status <> 'void' OR created_at >= ${decoyBefore}) AND settled_at < ${textBefore}
            AND text_box IS NOT NULL
          RETURNING 1)
        SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM forgotten) AS swept`;
      return Number(rows[0]?.swept ?? 0);
    },
  };
}
