import sql, { empty, type Sql } from 'sql-template-tag';
import type { Receipt } from '#src/app/ports/channel.js';
import type { Db } from './table-deps.js';

/** The statuses a receipt may move a message on from: never backwards, and a failure only undoes `sent`. */
const MOVES_ON_FROM: Readonly<Record<Receipt['status'], readonly string[]>> = {
  sent: ['queued', 'sending', 'expired'],
  delivered: ['queued', 'sending', 'expired', 'sent'],
  read: ['queued', 'sending', 'expired', 'sent', 'delivered'],
  failed: ['sending', 'sent'],
};

/** Receipts come in any order, `read` without `delivered` too: what a later one implies is filled in. */
function timesOf(status: Receipt['status'], now: Date): Sql {
  const sent = sql`, sent_at = COALESCE(sent_at, ${now})`;
  const delivered = sql`${sent}, delivered_at = COALESCE(delivered_at, ${now})`;
  switch (status) {
    case 'sent':
      return sent;
    case 'delivered':
      return delivered;
    case 'read':
      return sql`${delivered}, read_at = ${now}`;
    case 'failed':
      return empty;
  }
}

/** One statement for each status: earlier ones first, so that each message ends in its last. */
export async function recordReceipts(
  db: Db,
  receipts: readonly Receipt[],
  now: Date,
): Promise<void> {
  for (const status of ['sent', 'delivered', 'read'] as const) {
    const ids = receipts.filter((one) => one.status === status).map(({ messageId }) => messageId);
    if (ids.length > 0) await move(db, { ids, status, failure: null, now });
  }
  for (const { messageId, status, failure } of receipts)
    if (status === 'failed') await move(db, { ids: [messageId], status, failure, now });
}

async function move(
  db: Db,
  change: Pick<Receipt, 'status' | 'failure'> & {
    readonly ids: readonly string[];
    readonly now: Date;
  },
): Promise<void> {
  const { ids, status, failure, now } = change;
  await db.execute`
    UPDATE outbox_message
    SET status = ${status}, failure = ${failure}, settled_at = COALESCE(settled_at, ${now}),
      locked_by = NULL, locked_until = NULL${timesOf(status, now)}
    WHERE message_id = ANY(${ids}::text[]) AND status = ANY(${MOVES_ON_FROM[status]}::text[])`;
}
