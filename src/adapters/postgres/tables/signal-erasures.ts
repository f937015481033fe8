import type { ErasedPeople, SignalErasures } from '#src/app/ports/tables/signal-erasures.js';
import type { TableDeps } from './table-deps.js';

interface PlannedRow {
  readonly id: string;
  readonly peopleBox: Uint8Array;
}

export function createSignalErasures(deps: TableDeps): SignalErasures {
  const { db, cipher, index, atomically } = deps;

  function indexesOf({ chats }: ErasedPeople): readonly Uint8Array[] {
    return chats.flatMap((chat) => index.candidates('jid', chat));
  }

  function decryptRow({ id, peopleBox }: PlannedRow): ErasedPeople | { readonly error: unknown } {
    try {
      return JSON.parse(cipher.decryptText(peopleBox, contextOf(id))) as ErasedPeople;
    } catch (error) {
      return { error };
    }
  }

  return {
    plan: async ({ id, people, now }) => {
      await db.execute`
        INSERT INTO signal_erasure (id, people_box, busy_at)
        VALUES (${id}::uuid, ${cipher.encrypt(JSON.stringify(people), contextOf(id))}, ${now})`;
    },
    due: async ({ now, quietSince, limit }) => {
      const rows = await db.query<PlannedRow>`
        SELECT id, people_box AS "peopleBox" FROM signal_erasure
        WHERE busy_at <= ${quietSince} ORDER BY busy_at, id LIMIT ${limit}`;
      const due: { readonly id: string; readonly people: ErasedPeople }[] = [];
      const unreadable: { readonly id: string; readonly error: unknown }[] = [];
      for (const row of rows) {
        const { id } = row;
        const people = decryptRow(row);
        if ('error' in people) {
          await db.execute`UPDATE signal_erasure SET busy_at = ${now} WHERE id = ${id}::uuid`;
          unreadable.push({ id, error: people.error });
          continue;
        }
        const chats = indexesOf(people);
        // Counted: where the first one is enough, the planner takes one to come soon and reads all messages.
        const busy = await db.execute`
          UPDATE signal_erasure SET busy_at = ${now} WHERE id = ${id}::uuid
            AND ((SELECT count(*) FROM outbox_message WHERE chat_index = ANY(${chats}::bytea[])
                AND (status IN ('queued', 'sending') OR settled_at > ${quietSince})) > 0
              OR (SELECT count(*) FROM inbound_message WHERE chat_index = ANY(${chats}::bytea[])
                AND (turned_at IS NULL OR turned_at > ${quietSince})) > 0)`;
        if (busy === 0) due.push({ id, people });
      }
      return { due, unreadable };
    },
    done: ({ id, people }) =>
      atomically(async (tx) => {
        await tx.execute`
          DELETE FROM outbox_message WHERE chat_index = ANY(${indexesOf(people)}::bytea[])
            AND kind = 'farewell' AND settled_at IS NOT NULL`;
        await tx.execute`DELETE FROM signal_erasure WHERE id = ${id}::uuid`;
      }),
  };
}

function contextOf(id: string): string {
  return `signal_erasure.people_box:${id}`;
}
