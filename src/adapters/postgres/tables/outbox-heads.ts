import sql, { type Sql } from 'sql-template-tag';
import type { MessageGroup, Outbox, OutboxItem } from '#src/app/ports/tables/outbox.js';
import type { Db } from './table-deps.js';

export interface ClaimedRow extends Omit<OutboxItem, 'chat' | 'text'> {
  readonly jidBox: Uint8Array;
  readonly textBox: Uint8Array;
}

/**
 * The first message of each chat that is still on the way: it waits, waits for its retry, or is being sent; later ones
 * wait with it. A decoy is one of them and keeps its status `void`. While a breaker is open, the messages that it holds
 * back are skipped, unless one is being sent at this moment.
 */
function headOfEachChat(only: MessageGroup | null, stillCounts: Sql): Sql {
  const aside = only === null ? sql`true` : sql`${isOf(only)} OR locked_until IS NOT NULL`;
  return sql`
    SELECT DISTINCT ON (chat_index) seq, solicited, run_at, locked_until
    FROM outbox_message
    WHERE settled_at IS NULL AND (${aside}) AND (${stillCounts})
    ORDER BY chat_index, seq`;
}

function isOf(group: MessageGroup): Sql {
  return group === 'solicited' ? sql`solicited` : sql`NOT solicited`;
}

/** Whether a head may be claimed at all. */
function takesPart(only: MessageGroup | null): Sql {
  if (only === null) return sql`true`;
  return only === 'solicited' ? sql`head.solicited` : sql`NOT head.solicited`;
}

/**
 * Claims due heads, the oldest first. Workers skip each other's rows, so that several may run at
 * once; a chat's next row is no head before the one in front has left the queue. One pass finds the
 * heads and each is locked by its key, whatever the planner knows: the embedded database gathers no
 * statistics, and plain joins became quadratic there.
 */
export function claimHeads(
  db: Db,
  input: Parameters<Outbox['claim']>[0],
): Promise<readonly ClaimedRow[]> {
  const { worker, limit, leaseMs, now, only = null } = input;
  const lockedUntil = new Date(now.getTime() + leaseMs);
  const isAlive = sql`expires_at > ${now} OR locked_until > ${now}`;
  return db.query<ClaimedRow>`
    WITH head AS MATERIALIZED (
      SELECT seq, solicited FROM (${headOfEachChat(only, isAlive)}) first ORDER BY seq),
    claimed AS MATERIALIZED (
      SELECT due.seq FROM head CROSS JOIN LATERAL (
        SELECT o.seq FROM outbox_message o
        WHERE o.seq = head.seq AND o.expires_at > ${now} AND ${takesPart(only)}
          AND o.settled_at IS NULL AND COALESCE(o.locked_until, o.run_at) <= ${now}
        FOR UPDATE SKIP LOCKED) due
      LIMIT ${limit})
    UPDATE outbox_message o
    SET status = CASE o.status WHEN 'void' THEN 'void' ELSE 'sending' END,
      attempts = o.attempts + 1, locked_by = ${worker},
      locked_until = ${lockedUntil}
    FROM claimed WHERE o.seq = claimed.seq
    RETURNING o.seq, o.jid_box AS "jidBox", o.text_box AS "textBox", o.kind,
      o.message_id AS "messageId", o.solicited, o.attempts,
      COALESCE((SELECT c.expiration FROM conversation c WHERE c.chat_index = o.chat_index), 0)
        AS expiration, o.created_at AS "createdAt",
      o.expires_at AS "expiresAt", o.status = 'void' AS decoy,
      EXISTS (SELECT 1 FROM outbox_message l WHERE l.chat_index = o.chat_index
        AND l.settled_at IS NULL AND l.seq > o.seq) AS more`;
}

/** The earliest time at which a chat's head can be claimed. */
export async function nextDueAt(db: Db, only: MessageGroup | null): Promise<Date | null> {
  const rows = await db.query<{ dueAt: Date | null }>`
    SELECT min(COALESCE(locked_until, run_at)) AS "dueAt"
    FROM (${headOfEachChat(only, sql`true`)}) head
    WHERE ${takesPart(only)}`;
  return rows[0]?.dueAt ?? null;
}
