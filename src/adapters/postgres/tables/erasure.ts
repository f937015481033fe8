import type { ErasureInTx } from '#src/app/ports/tables/erasure.js';
import type { Jid } from '#src/domain/jid.js';
import { createAccounts } from './accounts.js';
import { formerNumbers } from './former-numbers.js';
import { createSignalErasures } from './signal-erasures.js';
import { rowName, type Db, type TableDeps } from './table-deps.js';

export function createErasure(deps: TableDeps): ErasureInTx {
  const { db, cipher, index } = deps;
  const accounts = createAccounts(deps);
  const signalErasures = createSignalErasures(deps);

  /**
   * The person's chats: those that wrote last from one of the numbers, before `until` if it is given. Rows keep the
   * index of the key they were written under, so that one person's are under several keys after a change of the master
   * key.
   */
  async function chatsOf(
    phones: readonly Uint8Array[],
    until: Date | null = null,
  ): Promise<readonly Jid[]> {
    const rows = await db.query<{ chatIndex: Uint8Array; jidBox: Uint8Array }>`
      SELECT chat_index AS "chatIndex", jid_box AS "jidBox" FROM conversation
      WHERE phone_index = ANY(${phones}::bytea[])
        AND (${until}::timestamptz IS NULL OR last_inbound_at < ${until}::timestamptz)`;
    return rows.map(
      ({ chatIndex, jidBox }) =>
        cipher.decryptText(jidBox, `conversation.jid_box:${rowName(chatIndex)}`) as Jid,
    );
  }

  return {
    due: async (now, limit) => {
      const rows = await db.query<{ id: string }>`
        SELECT id FROM account WHERE deletion_due_at <= ${now}
        ORDER BY deletion_failures, deletion_due_at, id LIMIT ${limit}`;
      return rows.map(({ id }) => id);
    },
    lockDue: async (accountId, now) => {
      const due = await db.query<unknown>`
        SELECT 1 FROM account WHERE id = ${accountId}::uuid AND deletion_due_at <= ${now} FOR UPDATE`;
      const account = due.length === 1 ? await accounts.findById(accountId) : null;
      if (account === null) return null;
      const numbers = await accounts.numbersOf(accountId);
      const former = await formerNumbers(deps, accountId);
      // A number that another account has by now belongs to that one; only the messages from before are this person's.
      const own = [...numbers, ...former.filter(({ takenAt }) => takenAt === null)];
      const chats = [
        ...(await chatsOf(own.flatMap(({ phone }) => index.candidates('phone', phone)))),
      ];
      for (const { phone, takenAt } of former) {
        if (takenAt === null) continue;
        chats.push(...(await chatsOf(index.candidates('phone', phone), takenAt)));
      }
      return { accountId, taxId: account.taxId, phones: own.map(({ phone }) => phone), chats };
    },
    erase: async (person, now) => {
      const { accountId, chats } = person;
      const taxIds = index.candidates('tax-id', person.taxId);
      const phones = person.phones.flatMap((phone) => index.candidates('phone', phone));
      const alive = await db.query<{ id: string }>`
        SELECT id FROM session WHERE account_id = ${accountId}::uuid AND revoked_at IS NULL`;
      await signalErasures.plan({ id: accountId, people: { phones: person.phones, chats }, now });
      await eraseChats(
        db,
        chats.flatMap((chat) => index.candidates('jid', chat)),
      );
      await db.execute`DELETE FROM number_change WHERE phone_index = ANY(${phones}::bytea[])`;
      await db.execute`
        DELETE FROM chat_tax_id_try
        WHERE tax_id_index = ANY(${taxIds}::bytea[]) OR chat_index = ANY(${phones}::bytea[])`;
      await db.execute`DELETE FROM claim WHERE tax_id_index = ANY(${taxIds}::bytea[])`;
      await db.execute`
        DELETE FROM allowance WHERE key = ANY(${taxIds}::bytea[]
          || ARRAY(SELECT digest FROM known_browser WHERE account_id = ${accountId}::uuid))`;
      // Numbers, sessions, codes, links, requests, number changes and claims go with it by their foreign keys.
      await db.execute`DELETE FROM account WHERE id = ${accountId}::uuid`;
      return { sessionIds: alive.map(({ id }) => id) };
    },
    countFailure: async (accountId) => {
      const rows = await db.query<{ failures: number }>`
        UPDATE account SET deletion_failures = deletion_failures + 1
        WHERE id = ${accountId}::uuid RETURNING deletion_failures AS failures`;
      return rows[0]?.failures ?? 0;
    },
  };
}

/** Every message from and to the person's chats. */
async function eraseChats(db: Db, chats: readonly Uint8Array[]): Promise<void> {
  await db.execute`DELETE FROM conversation WHERE chat_index = ANY(${chats}::bytea[])`;
  await db.execute`DELETE FROM inbound_message WHERE chat_index = ANY(${chats}::bytea[])`;
  await db.execute`DELETE FROM outbox_message WHERE chat_index = ANY(${chats}::bytea[])`;
  await db.execute`DELETE FROM claim WHERE chat_index = ANY(${chats}::bytea[])`;
  await db.execute`DELETE FROM number_wait WHERE chat_index = ANY(${chats}::bytea[])`;
  await db.execute`DELETE FROM number_change WHERE chat_index = ANY(${chats}::bytea[])`;
  await db.execute`DELETE FROM chat_tax_id_try WHERE chat_index = ANY(${chats}::bytea[])`;
  await db.execute`DELETE FROM chat_request_try WHERE chat_index = ANY(${chats}::bytea[])`;
}
