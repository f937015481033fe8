import sql, { type Sql } from 'sql-template-tag';
import type { Claim, NewMessage } from '#src/app/ports/tables/outbox.js';
import type { TableDeps } from './table-deps.js';

export const contextOf = {
  jid: (messageId: string) => `outbox_message.jid_box:${messageId}`,
  text: (messageId: string) => `outbox_message.text_box:${messageId}`,
};

/**
 * The statement that appends messages in this order.
 * @param claim the first one is appended as claimed, where no other message of its chat is on the way: it is the head of
 *   its chat (`claimHeads`)
 */
export function insertMessages(
  { cipher, index }: Pick<TableDeps, 'cipher' | 'index'>,
  messages: readonly NewMessage[],
  { now, claim }: { readonly now: Date; readonly claim: Claim | null },
): Sql {
  const rows = messages.map(({ chat, text, delayMs = 0, ...message }) => ({
    ...message,
    chatIndex: index.index('jid', chat),
    jidBox: cipher.encrypt(chat, contextOf.jid(message.messageId)),
    textBox: cipher.encrypt(text, contextOf.text(message.messageId)),
    runAt: new Date(now.getTime() + delayMs),
  }));
  const isClaimed =
    claim === null
      ? sql`false`
      : sql`n = 1 AND NOT EXISTS (SELECT 1 FROM outbox_message o
          WHERE o.chat_index = message.chat_index AND o.settled_at IS NULL
            AND (o.expires_at > ${now} OR o.locked_until > ${now}))`;
  const lockedUntil = claim === null ? null : new Date(now.getTime() + claim.leaseMs);
  return sql`
    INSERT INTO outbox_message (chat_index, jid_box, text_box, kind, message_id, status,
      solicited, run_at, expires_at, created_at, attempts, locked_by, locked_until)
    SELECT chat_index, jid_box, text_box, kind, message_id,
      CASE WHEN decoy THEN 'void' WHEN is_claimed THEN 'sending' ELSE 'queued' END,
      solicited, run_at, expires_at, ${now}::timestamptz,
      CASE WHEN is_claimed THEN 1 ELSE 0 END,
      CASE WHEN is_claimed THEN ${claim?.worker ?? null}::text END,
      CASE WHEN is_claimed THEN ${lockedUntil}::timestamptz END
    FROM unnest(${rows.map(({ chatIndex }) => chatIndex)}::bytea[],
      ${rows.map(({ jidBox }) => jidBox)}::bytea[],
      ${rows.map(({ textBox }) => textBox)}::bytea[],
      ${rows.map(({ kind }) => kind)}::text[],
      ${rows.map(({ messageId }) => messageId)}::text[],
      ${rows.map(({ decoy }) => decoy === true)}::boolean[],
      ${rows.map(({ solicited }) => solicited)}::boolean[],
      ${rows.map(({ runAt }) => runAt)}::timestamptz[],
      ${rows.map(({ expiresAt }) => expiresAt)}::timestamptz[]) WITH ORDINALITY
      AS message (chat_index, jid_box, text_box, kind, message_id, decoy, solicited, run_at,
        expires_at, n)
      CROSS JOIN LATERAL (SELECT ${isClaimed} AS is_claimed) head
    ORDER BY n`;
}
