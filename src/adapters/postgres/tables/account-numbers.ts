import sql, { empty, type Sql } from 'sql-template-tag';
import type {
  Account,
  AccountNumber,
  Accounts,
  JudgedNumber,
  SeenNumber,
} from '#src/app/ports/tables/accounts.js';
import type { Phone } from '#src/domain/phone.js';
import { judgeSender } from '#src/domain/sender.js';
import { numberContexts, decryptBound } from './row-tags.js';
import { keepFormer } from './former-numbers.js';
import { createSenderIndex } from './sender-index.js';
import type { TableDeps } from './table-deps.js';

export interface AccountRow extends Omit<Account, 'taxId' | 'name'> {
  readonly taxIdBox: Uint8Array;
  readonly nameBox: Uint8Array;
}

interface NumberRow extends Omit<AccountNumber, 'phone'> {
  readonly numberId: string;
  readonly accountId: string;
  readonly phoneBox: Uint8Array;
}

interface JudgedRow extends AccountRow, NumberRow, Pick<JudgedNumber, 'memoryVersion'> {
  readonly sameLid: boolean | null;
  readonly sameKey: boolean | null;
  readonly sameChat: boolean | null;
  readonly inTrustedChat: boolean;
}

const NUMBER_COLUMNS = sql`
  n.id AS "numberId", n.account_id AS "accountId", n.phone_box AS "phoneBox",
  n.identity_changed_at AS "identityChangedAt",
  n.last_seen_at AS "lastSeenAt", n.proven_at AS "provenAt", n.renewed_at AS "renewedAt",
  n.created_at AS "addedAt"`;

type NumberMethods = Pick<
  Accounts,
  | ('findByPhone' | 'findBySender' | 'numbersOf' | 'replacePhone')
  | ('markSeen' | 'markProven' | 'markIdentityChanged' | 'markMoved')
>;

/** The numbers of accounts and what they were last proven with (docs/decisions/0011). */
export function createAccountNumbers(
  { db, cipher, index, atomically }: TableDeps,
  account: { readonly columns: Sql; readonly decryptRow: (row: AccountRow) => Account },
): NumberMethods {
  const senders = createSenderIndex(index);

  function openedNumber(row: NumberRow): AccountNumber {
    const { numberId, accountId, addedAt, identityChangedAt, lastSeenAt, provenAt, renewedAt } =
      row;
    const phone = decryptBound(cipher, row.phoneBox, numberContexts(numberId, accountId)) as Phone;
    return { phone, addedAt, identityChangedAt, lastSeenAt, provenAt, renewedAt };
  }

  /** The number that was looked for: a row that was moved under another index is not accepted (docs/decisions/0014). */
  function decryptNumberRow(phone: Phone, row: NumberRow): AccountNumber {
    const number = openedNumber(row);
    if (number.phone !== phone) throw new Error('a number stands under the index of another');
    return number;
  }

  /** The remembered sender is replaced only if it is still the one that the sender was compared with. */
  async function remember(
    { phone, memoryVersion, now, ...from }: SeenNumber,
    also: Sql,
  ): Promise<boolean> {
    const { chatIndex, lidIndex, identityDigest } = senders.columns(from);
    const lid = sql`COALESCE(${lidIndex}::bytea, lid_index)`;
    const key = sql`COALESCE(${identityDigest}::bytea, identity_digest)`;
    const remembered = await db.execute`
      UPDATE whatsapp_number SET last_seen_at = ${now}, ${also}
        memory_version = memory_version + CASE
          WHEN (chat_index, lid_index, identity_digest)
            IS DISTINCT FROM (${chatIndex}::bytea, ${lid}, ${key}) THEN 1 ELSE 0 END,
        renewed_at = CASE WHEN identity_digest <> ${key} THEN ${now} ELSE renewed_at END,
        chat_index = ${chatIndex}, lid_index = ${lid}, identity_digest = ${key}
      WHERE phone_index = ANY(${index.candidates('phone', phone)}::bytea[])
        AND memory_version = ${memoryVersion}`;
    return remembered === 1;
  }

  return {
    findByPhone: async (phone) => {
      const rows = await db.query<AccountRow & NumberRow>`
        SELECT ${account.columns}, ${NUMBER_COLUMNS}
        FROM whatsapp_number n JOIN account a ON a.id = n.account_id
        WHERE n.phone_index = ANY(${index.candidates('phone', phone)}::bytea[])`;
      const row = rows[0];
      return row === undefined
        ? null
        : { account: account.decryptRow(row), ...decryptNumberRow(phone, row) };
    },
    findBySender: async ({ phone, ...from }) => {
      const { chats, lids, keys } = senders.candidates(from, phone);
      const rows = await db.query<JudgedRow>`
        SELECT ${account.columns}, ${NUMBER_COLUMNS}, n.memory_version AS "memoryVersion",
          CASE WHEN n.lid_index IS NOT NULL THEN n.lid_index = ANY(${lids}::bytea[]) END
            AS "sameLid",
          CASE WHEN n.identity_digest IS NOT NULL THEN n.identity_digest = ANY(${keys}::bytea[]) END
            AS "sameKey",
          CASE WHEN n.chat_index IS NOT NULL THEN n.chat_index = ANY(${chats}::bytea[]) END
            AS "sameChat",
          COALESCE(n.chat_index = ANY(${index.candidates('jid', from.chat)}::bytea[]), false)
            AS "inTrustedChat"
        FROM whatsapp_number n JOIN account a ON a.id = n.account_id
        WHERE n.phone_index = ANY(${index.candidates('phone', phone)}::bytea[])`;
      const row = rows[0];
      if (row === undefined) return null;
      const { sameLid: lid, sameKey: key, sameChat: chat, inTrustedChat, memoryVersion } = row;
      const sender = { saysLid: lids.length > 0, inTrustedChat };
      const acquaintance = judgeSender({ lid, key, chat, ...sender });
      const judged = { acquaintance, inTrustedChat, memoryVersion };
      return { account: account.decryptRow(row), ...decryptNumberRow(phone, row), ...judged };
    },
    numbersOf: async (accountId) => {
      const rows = await db.query<NumberRow>`
        SELECT ${NUMBER_COLUMNS} FROM whatsapp_number n WHERE n.account_id = ${accountId}::uuid
        ORDER BY n.created_at DESC, n.id`;
      return rows.map(openedNumber);
    },
    // The row keeps its id, because the ciphertext is bound to it.
    replacePhone: ({ from, to, now }) =>
      atomically(async (tx) => {
        const rows = await tx.query<{ id: string; accountId: string }>`
          SELECT id, account_id AS "accountId" FROM whatsapp_number
          WHERE phone_index = ANY(${index.candidates('phone', from)}::bytea[])
            AND NOT EXISTS (SELECT 1 FROM whatsapp_number
              WHERE phone_index = ANY(${index.candidates('phone', to.phone)}::bytea[]))
          FOR UPDATE`;
        if (rows[0] === undefined) return false;
        const { id, accountId } = rows[0];
        const ciphertext = cipher.encrypt(to.phone, numberContexts(id, accountId).bound);
        const { phone, memory } = to;
        await tx.execute`
          UPDATE whatsapp_number
          SET phone_index = ${index.index('phone', phone)},
            phone_box = ${ciphertext}, identity_changed_at = NULL,
            proven_at = NULL, last_seen_at = ${now}, renewed_at = ${now},
            chat_index = ${memory?.chatIndex ?? null}, lid_index = ${memory?.lidIndex ?? null},
            identity_digest = ${memory?.identityDigest ?? null},
            memory_version = memory_version + 1
          WHERE id = ${id}::uuid`;
        await keepFormer({ db: tx, cipher, index }, { accountId, phone: from, now });
        return true;
      }),
    markSeen: (seen) => remember(seen, empty),
    markProven: (seen) => remember(seen, sql`identity_changed_at = NULL, proven_at = ${seen.now},`),
    markMoved: async ({ phone, chat, now }) => {
      await db.execute`
        UPDATE whatsapp_number SET identity_changed_at = ${now}
        WHERE phone_index = ANY(${index.candidates('phone', phone)}::bytea[])
          AND (chat_index IS NULL OR chat_index = ANY(${index.candidates('jid', chat)}::bytea[]))`;
    },
    markIdentityChanged: async (phone, now) => {
      await db.execute`
        UPDATE whatsapp_number SET identity_changed_at = ${now}
        WHERE phone_index = ANY(${index.candidates('phone', phone)}::bytea[])`;
    },
  };
}
