import type { Outbox, Refusal } from '#src/app/ports/tables/outbox.js';
import type { Db } from './table-deps.js';

/** The failure of a message that was refused. A row keeps it also when its second try is sent: there is no third. */
export const REFUSED = '463';

/** A message that was sent before is refused when a phone could not read it and got it again. */
export async function refuse(
  db: Db,
  { messageId, again, now }: Parameters<Outbox['refuse']>[0],
): Promise<Refusal | null> {
  const rows = await db.query<{ solicited: boolean; status: string; chatIndex: Uint8Array }>`
    UPDATE outbox_message
    SET failure = ${REFUSED}, locked_by = NULL, locked_until = NULL, run_at = ${again},
      status = CASE WHEN solicited AND failure IS DISTINCT FROM ${REFUSED}
        AND expires_at > ${again} AND text_box IS NOT NULL THEN 'queued' ELSE 'failed' END,
      settled_at = CASE WHEN solicited AND failure IS DISTINCT FROM ${REFUSED}
        AND expires_at > ${again} AND text_box IS NOT NULL THEN NULL ELSE ${now}::timestamptz END
    WHERE message_id = ${messageId} AND status IN ('sending', 'sent')
    RETURNING solicited, status, chat_index AS "chatIndex"`;
  const [row] = rows;
  if (!row) return null;
  const chat = Buffer.from(row.chatIndex).toString('base64');
  return { solicited: row.solicited, again: row.status === 'queued', chat };
}
