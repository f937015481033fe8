import type { Outbox, OutboxItem } from '#src/app/ports/outbox.js';
import { Prisma } from './generated/client.js';
import type { Db } from './table-deps.js';

export interface ClaimedRow extends Omit<OutboxItem, 'chat' | 'text'> {
  readonly jidBox: Uint8Array;
  readonly textBox: Uint8Array;
}

/** Whether row `o` takes part: with the breaker open the unsolicited ones stand aside. */
function takesPart(solicitedOnly: boolean): Prisma.Sql {
  return solicitedOnly ? Prisma.sql`o.solicited` : Prisma.sql`true`;
}

/**
 * Whether an earlier message `q` of the chat of row `o` is still on the way. One that waits for its
 * retry is: later ones wait with it. Unsolicited ones that stand aside are not, unless one is being
 * sent at this moment.
 */
function isBlocked(solicitedOnly: boolean, stillCounts: Prisma.Sql): Prisma.Sql {
  const aside = solicitedOnly ? Prisma.sql`q.solicited OR q.status = 'sending'` : Prisma.sql`true`;
  return Prisma.sql`EXISTS (
    SELECT 1 FROM outbox_message q
    WHERE q.chat_index = o.chat_index AND q.seq < o.seq AND q.status IN ('queued', 'sending')
      AND (${aside}) AND (${stillCounts}))`;
}

/**
 * Claims due heads, the oldest first. Workers skip each other's rows, so that several may run at
 * once; a chat's next row is no head before the one in front has left the queue.
 */
export function claimHeads(
  db: Db,
  input: Parameters<Outbox['claim']>[0],
): Promise<readonly ClaimedRow[]> {
  const { worker, limit, leaseMs, now, solicitedOnly = false } = input;
  const lockedUntil = new Date(now.getTime() + leaseMs);
  const isAlive = Prisma.sql`q.expires_at > ${now} OR q.locked_until > ${now}`;
  return db.$queryRaw<ClaimedRow[]>`
    WITH head AS MATERIALIZED (
      SELECT o.seq FROM outbox_message o
      WHERE (o.status = 'queued' AND o.run_at <= ${now}
          OR o.status = 'sending' AND o.locked_until <= ${now})
        AND o.expires_at > ${now} AND ${takesPart(solicitedOnly)}
        AND NOT ${isBlocked(solicitedOnly, isAlive)}
      ORDER BY o.seq LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    UPDATE outbox_message o
    SET status = 'sending', attempts = o.attempts + 1, locked_by = ${worker},
      locked_until = ${lockedUntil}
    FROM head WHERE o.seq = head.seq
    RETURNING o.seq, o.jid_box AS "jidBox", o.text_box AS "textBox", o.kind,
      o.message_id AS "messageId", o.solicited, o.attempts, o.created_at AS "createdAt",
      o.expires_at AS "expiresAt"`;
}

/** The earliest time at which a chat's head can be claimed. */
export async function nextDueAt(db: Db, solicitedOnly: boolean): Promise<Date | null> {
  const rows = await db.$queryRaw<{ dueAt: Date | null }[]>`
    SELECT min(CASE o.status WHEN 'queued' THEN o.run_at ELSE o.locked_until END) AS "dueAt"
    FROM outbox_message o
    WHERE o.status IN ('queued', 'sending') AND ${takesPart(solicitedOnly)}
      AND NOT ${isBlocked(solicitedOnly, Prisma.sql`true`)}`;
  return rows[0]?.dueAt ?? null;
}
