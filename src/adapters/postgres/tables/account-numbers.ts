import sql, { empty, type Sql } from 'sql-template-tag';
import type {
  Account,
  AccountNumber,
  Accounts,
  JudgedNumber,
  ReachableAccount,
  SeenNumber,
} from '#src/app/ports/tables/accounts.js';
import type { KeyedIndex } from '#src/app/ports/crypto/field-cipher.js';
import { NO_PHONE } from '#src/app/shared/decoy-account.js';
import type { Phone } from '#src/domain/phone.js';
import { judgeSender } from '#src/domain/sender.js';
import { createConversations, decryptChat, type ChatRow } from './conversations.js';
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

type Nulls<Row> = { readonly [Column in keyof Row]: null };
/** What the LEFT JOINs did not find is null. */
type NumberOrNot = NumberRow | Nulls<NumberRow>;
type ReachableRow = AccountRow & NumberOrNot & (ChatRow | Nulls<ChatRow>);
type Numbers = ReachableAccount['numbers'][number][];

type NumberMethods = Pick<
  Accounts,
  | ('findByPhone' | 'findBySender' | 'findWithChats' | 'numbersOf' | 'replacePhone')
  | ('markSeen' | 'markProven' | 'markIdentityChanged' | 'markMoved')
>;

/** Of the table under the name `a`. */
function isOf(who: Parameters<Accounts['findWithChats']>[0], index: KeyedIndex): Sql {
  if ('accountId' in who) return sql`a.id = ${who.accountId}::uuid`;
  return sql`a.tax_id_index = ANY(${index.candidates('tax-id', who.taxId)}::bytea[])`;
}

/** The numbers of accounts and what they were last proven with (docs/decisions/0011). */
export function createAccountNumbers(
  deps: TableDeps,
  account: { readonly columns: Sql; readonly decryptRow: (row: AccountRow) => Account },
): NumberMethods {
  const { db, cipher, index, atomically } = deps;
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
    // The row of a chat and that of its number carry the same index, but where one of them is of an older key.
    findWithChats: async (who, since) => {
      const rows = await db.query<ReachableRow>`
        SELECT ${account.columns}, ${NUMBER_COLUMNS}, chat.*
        FROM account a LEFT JOIN whatsapp_number n ON n.account_id = a.id
        LEFT JOIN LATERAL (
          SELECT c.chat_index AS "chatIndex", c.jid_box AS "jidBox" FROM conversation c
          WHERE c.phone_index = n.phone_index AND c.last_inbound_at >= ${since}
            AND (n.chat_index IS NULL OR n.chat_index = c.chat_index)
          ORDER BY c.last_inbound_at DESC LIMIT 1) chat ON true
        WHERE ${isOf(who, index)} ORDER BY n.created_at DESC, n.id`;
      const hasOlderKeys = index.candidates('phone', NO_PHONE).length > 1;
      const chats = hasOlderKeys ? createConversations(deps) : null;
      const numbers: Numbers = [];
      for (const row of rows) {
        if (row.numberId === null) continue;
        const number = openedNumber(row);
        const joined = row.chatIndex === null ? null : decryptChat(cipher, row);
        const chat = chats === null ? joined : await chats.openChat(number.phone, since);
        numbers.push({ ...number, chat });
      }
      // Nobody's CPF takes as many statements.
      if (numbers.length === 0) await chats?.openChat(NO_PHONE, since);
      return rows[0] === undefined ? null : { account: account.decryptRow(rows[0]), numbers };
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
