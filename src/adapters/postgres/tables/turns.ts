import sql, { join, type Sql } from 'sql-template-tag';
import type { Turns } from '#src/app/ports/tables/turns.js';
import { saveConversation } from './conversations.js';
import { turnMessages } from './inbox.js';
import { insertMessages } from './outbox-rows.js';
import type { TableDeps } from './table-deps.js';

interface EndRow {
  readonly saved: bigint;
  readonly turned: bigint;
  /** Of the answer that was appended as claimed; null when none was. */
  readonly seq: bigint | null;
  readonly expiration: number | null;
}

/** What a chat's turn leaves behind, in the tables of conversations, inbox and outbox at once. */
export function createTurns(deps: TableDeps): Turns {
  const { db, index } = deps;
  return {
    // One statement: three would be three round trips of every turn.
    end: async ({ chat, snapshot, seqs, answers, claim, now }) => {
      const [first] = answers;
      const saved =
        snapshot === null
          ? sql`SELECT expiration FROM conversation WHERE chat_index = ${index.index('jid', chat)}`
          : saveConversation(deps, { chat, snapshot, lastInboundAt: now, now });
      const parts: readonly Sql[] = [
        sql`saved AS (${saved})`,
        sql`turned AS (${turnMessages(deps, { chat, seqs, now })} RETURNING 1)`,
        first === undefined
          ? sql`queued AS (SELECT NULL::bigint AS seq, NULL::timestamptz AS locked_until)`
          : sql`queued AS (${insertMessages(deps, answers, { now, claim })}
              RETURNING seq, locked_until)`,
      ];
      const rows = await db.query<EndRow>`
        WITH ${join(parts, ', ')}
        SELECT (SELECT count(*) FROM saved) AS saved, (SELECT count(*) FROM turned) AS turned,
          (SELECT seq FROM queued WHERE locked_until IS NOT NULL) AS seq,
          (SELECT expiration FROM saved) AS expiration`;
      const row = rows[0];
      if (row?.saved !== 1n) throw new Error('a turn ended in a chat that nobody had locked');
      const turned = Number(row.turned);
      if (first === undefined || row.seq === null) return { turned, claimed: null };
      const { seq, expiration } = row;
      return {
        turned,
        claimed: {
          ...first,
          seq,
          attempts: 1,
          expiration: expiration ?? 0,
          createdAt: now,
          decoy: false,
          more: answers.length > 1,
        },
      };
    },
  };
}
