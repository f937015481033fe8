import type { Erasure } from '#src/app/ports/erasure.js';
import type { TableDeps } from './table-deps.js';

interface Traces {
  readonly taxIdIndex: Uint8Array;
  readonly phones: readonly Uint8Array[];
  readonly chats: readonly Uint8Array[];
  readonly sessionIds: readonly string[];
}

export function createErasure({ db }: TableDeps): Erasure {
  return {
    due: async (now, limit) => {
      const rows = await db.$queryRaw<{ id: string }[]>`
        SELECT id FROM account WHERE deletion_due_at <= ${now}
        ORDER BY deletion_due_at, id LIMIT ${limit}`;
      return rows.map(({ id }) => id);
    },
    erase: async (accountId, now) => {
      const rows = await db.$queryRaw<Traces[]>`
        WITH gone AS (
          SELECT id, tax_id_index FROM account
          WHERE id = ${accountId}::uuid AND deletion_due_at <= ${now} FOR UPDATE)
        SELECT gone.tax_id_index AS "taxIdIndex",
          ARRAY(SELECT phone_index FROM whatsapp_number WHERE account_id = gone.id) AS phones,
          ARRAY(SELECT c.chat_index FROM conversation c JOIN whatsapp_number n
            ON n.phone_index = c.phone_index WHERE n.account_id = gone.id) AS chats,
          ARRAY(SELECT id FROM session WHERE account_id = gone.id AND revoked_at IS NULL)
            AS "sessionIds"
        FROM gone`;
      const traces = rows[0];
      if (traces === undefined) return null;
      await eraseChats(db, traces);
      await db.$executeRaw`
        DELETE FROM number_change WHERE phone_index = ANY(${traces.phones}::bytea[])`;
      await db.$executeRaw`
        DELETE FROM chat_tax_id_try
        WHERE tax_id_index = ${traces.taxIdIndex} OR chat_index = ANY(${traces.phones}::bytea[])`;
      await db.$executeRaw`DELETE FROM claim WHERE tax_id_index = ${traces.taxIdIndex}`;
      // Numbers, sessions, codes, links, requests, wishes and claims go with it by their foreign keys.
      await db.$executeRaw`DELETE FROM account WHERE id = ${accountId}::uuid`;
      return { sessionIds: traces.sessionIds };
    },
  };
}

/** Everything that was said and sent in the person's chats. */
async function eraseChats(db: TableDeps['db'], { chats }: Traces): Promise<void> {
  await db.$executeRaw`DELETE FROM conversation WHERE chat_index = ANY(${chats}::bytea[])`;
  await db.$executeRaw`DELETE FROM inbound_message WHERE chat_index = ANY(${chats}::bytea[])`;
  await db.$executeRaw`DELETE FROM outbox_message WHERE chat_index = ANY(${chats}::bytea[])`;
  await db.$executeRaw`DELETE FROM login_request WHERE chat_index = ANY(${chats}::bytea[])`;
  await db.$executeRaw`DELETE FROM claim WHERE chat_index = ANY(${chats}::bytea[])`;
  await db.$executeRaw`DELETE FROM chat_tax_id_try WHERE chat_index = ANY(${chats}::bytea[])`;
  await db.$executeRaw`DELETE FROM chat_request_try WHERE chat_index = ANY(${chats}::bytea[])`;
}
