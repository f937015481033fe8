import sql, { type Sql } from 'sql-template-tag';
import type { FieldCipher } from '#src/app/ports/crypto/field-cipher.js';
import type { ConversationsInTx, PausedChat } from '#src/app/ports/tables/conversations.js';
import type { DialogueSnapshot } from '#src/app/ports/dialogue.js';
import type { Jid } from '#src/domain/jid.js';
import type { Phone } from '#src/domain/phone.js';
import { numberContexts, decryptBound } from './row-tags.js';
import { rowName, type TableDeps } from './table-deps.js';

interface LockedRow {
  readonly snapshotBox: Uint8Array | null;
  readonly lastInboundAt: Date | null;
  readonly pausedUntil: Date | null;
  readonly phoneChanged: boolean;
}

interface PausedRow extends Omit<PausedChat, 'id' | 'chat' | 'phone'>, ChatRow {
  readonly numberId: string | null;
  readonly accountId: string | null;
  readonly phoneBox: Uint8Array | null;
}

/** A chat as its row keeps it. */
export interface ChatRow {
  readonly chatIndex: Uint8Array;
  readonly jidBox: Uint8Array;
}

export function decryptChat(cipher: FieldCipher, { chatIndex, jidBox }: ChatRow): Jid {
  return cipher.decryptText(jidBox, contextOf.jid(chatIndex)) as Jid;
}

const contextOf = {
  jid: (chatIndex: Uint8Array) => `conversation.jid_box:${rowName(chatIndex)}`,
  /** The address and not its index: a snapshot stays readable when the row moves to a new key's index. */
  snapshot: (chat: Jid) => `conversation.snapshot_box:${chat}`,
};

/** The statement that keeps what the dialogue is at, after the person wrote. */
export function saveConversation(
  { cipher, index }: Pick<TableDeps, 'cipher' | 'index'>,
  { chat, snapshot, lastInboundAt, now }: Parameters<ConversationsInTx['save']>[0],
): Sql {
  const box = cipher.encrypt(JSON.stringify(snapshot), contextOf.snapshot(chat));
  return sql`
    UPDATE conversation
    SET snapshot_box = ${box}, last_inbound_at = ${lastInboundAt}, updated_at = ${now}
    WHERE chat_index = ${index.index('jid', chat)} RETURNING expiration`;
}

export function createConversations({ db, cipher, index }: TableDeps): ConversationsInTx {
  /** A row found under an older index key moves to the current one, so that a chat has one row only. */
  async function adopt(chatIndex: Uint8Array, older: readonly Uint8Array[], jidBox: Uint8Array) {
    if (older.length === 0) return;
    await db.execute`
      UPDATE conversation SET chat_index = ${chatIndex}, jid_box = ${jidBox}
      WHERE chat_index = ANY(${older}::bytea[])`;
    await db.execute`
      UPDATE whatsapp_number SET chat_index = ${chatIndex} WHERE chat_index = ANY(${older}::bytea[])`;
  }

  function openedPause({ chatIndex, jidBox, phoneBox, ...joined }: PausedRow): PausedChat {
    const chat = decryptChat(cipher, { chatIndex, jidBox });
    const { numberId, accountId, ...row } = joined;
    const contexts = numberContexts(numberId ?? '', accountId ?? '');
    const phone = phoneBox === null ? null : (decryptBound(cipher, phoneBox, contexts) as Phone);
    return { id: rowName(chatIndex), chat, phone, ...row };
  }

  function indexOf(phone: Phone | null): Uint8Array | null {
    return phone === null ? null : index.index('phone', phone);
  }

  return {
    // An upsert locks the row that is there and reads its newest version: one round trip.
    lock: async ({ chat, phone, expiration, now }) => {
      const chatIndex = index.index('jid', chat);
      const jidBox = cipher.encrypt(chat, contextOf.jid(chatIndex));
      await adopt(chatIndex, index.candidates('jid', chat).slice(1), jidBox);
      const phones = phone === null ? [] : index.candidates('phone', phone);
      const rows = await db.query<LockedRow>`
        WITH before AS (SELECT phone_index FROM conversation WHERE chat_index = ${chatIndex})
        INSERT INTO conversation (chat_index, jid_box, phone_index, expiration, updated_at)
        VALUES (${chatIndex}, ${jidBox}, ${indexOf(phone)}, ${expiration ?? 0}, ${now})
        ON CONFLICT (chat_index) DO UPDATE
          SET phone_index = COALESCE(EXCLUDED.phone_index, conversation.phone_index),
            expiration = COALESCE(${expiration ?? null}::int, conversation.expiration)
        RETURNING snapshot_box AS "snapshotBox", last_inbound_at AS "lastInboundAt",
          paused_until AS "pausedUntil",
          ${phone !== null} AND EXISTS (SELECT 1 FROM before WHERE phone_index IS NOT NULL
            AND phone_index <> ALL(${phones}::bytea[])) AS "phoneChanged"`;
      const row = rows[0];
      if (row === undefined) throw new Error('a conversation was neither found nor made');
      const { snapshotBox, ...rest } = row;
      if (snapshotBox === null) return { chat, snapshot: null, ...rest };
      const snapshot = cipher.decryptText(snapshotBox, contextOf.snapshot(chat));
      return { chat, snapshot: JSON.parse(snapshot) as DialogueSnapshot, ...rest };
    },
    save: async (input) => {
      const saved = await db.execute`${saveConversation({ cipher, index }, input)}`;
      if (saved !== 1) throw new Error('a conversation was saved that nobody had locked');
    },
    forgetSilent: async (before) => {
      const silent = sql`c.last_inbound_at < ${before} AND c.snapshot_box IS NOT NULL`;
      // OFFSET keeps it a look-up for each chat: the planner takes silence to be common and would hash every number.
      const isKnown = sql`
        EXISTS (SELECT 1 FROM whatsapp_number n WHERE n.phone_index = c.phone_index OFFSET 0)`;
      const gone = await db.inlined.execute`
        DELETE FROM conversation c WHERE ${silent} AND NOT ${isKnown}
          AND (c.paused_until IS NULL OR c.paused_until < ${before})`;
      const forgotten = await db.inlined.execute`
        UPDATE conversation c SET snapshot_box = NULL WHERE ${silent}`;
      return gone + forgotten;
    },
    pause: async (chat, until) => {
      const changed = await db.execute`
        UPDATE conversation SET paused_until = ${until}
        WHERE chat_index = ANY(${index.candidates('jid', chat)}::bytea[])
          AND paused_until IS DISTINCT FROM ${until}`;
      return changed === 1;
    },
    paused: async (now, limit) => {
      const rows = await db.inlined.query<PausedRow>`
        SELECT c.chat_index AS "chatIndex", c.jid_box AS "jidBox", c.paused_until AS until,
          c.last_inbound_at AS "lastInboundAt", n.id AS "numberId", n.account_id AS "accountId",
          n.phone_box AS "phoneBox"
        FROM conversation c LEFT JOIN whatsapp_number n ON n.phone_index = c.phone_index
        WHERE c.paused_until > ${now} ORDER BY c.paused_until, c.chat_index LIMIT ${limit}`;
      return rows.map(openedPause);
    },
    keepListedSessions: async (chat, ids) => {
      await db.execute`
        UPDATE conversation SET listed_sessions = ${ids}::uuid[]
        WHERE chat_index = ANY(${index.candidates('jid', chat)}::bytea[])`;
    },
    listedSessions: async (chat) => {
      const rows = await db.query<{ ids: readonly string[] | null }>`
        SELECT listed_sessions AS ids FROM conversation
        WHERE chat_index = ANY(${index.candidates('jid', chat)}::bytea[])`;
      return rows[0]?.ids ?? [];
    },
    openChat: async (phone, since) => {
      const phones = index.candidates('phone', phone);
      const rows = await db.query<ChatRow>`
        SELECT chat_index AS "chatIndex", jid_box AS "jidBox" FROM conversation c
        WHERE phone_index = ANY(${phones}::bytea[]) AND last_inbound_at >= ${since}
          AND NOT EXISTS (SELECT 1 FROM whatsapp_number n
            WHERE n.phone_index = ANY(${phones}::bytea[]) AND n.chat_index <> c.chat_index)
        ORDER BY last_inbound_at DESC LIMIT 1`;
      const row = rows[0];
      if (row === undefined) return null;
      return decryptChat(cipher, row);
    },
    // The count sees the state before the statement, so this CPF is left out of it and added.
    countTaxIdTry: async ({ chat, phone, taxId, since, now }) => {
      const taxIdIndex = index.index('tax-id', taxId);
      const phones = phone === null ? [] : index.candidates('phone', phone);
      const counted = [...phones, ...index.candidates('jid', chat)];
      const rows = await db.query<{ others: bigint }>`
        WITH tried AS (
          INSERT INTO chat_tax_id_try (chat_index, tax_id_index, tried_at)
          VALUES (${indexOf(phone) ?? index.index('jid', chat)}, ${taxIdIndex}, ${now})
          ON CONFLICT (chat_index, tax_id_index) DO UPDATE SET tried_at = EXCLUDED.tried_at)
        SELECT count(DISTINCT tax_id_index) AS others FROM chat_tax_id_try
        WHERE chat_index = ANY(${counted}::bytea[])
          AND tried_at >= ${since} AND tax_id_index <> ${taxIdIndex}`;
      return Number(rows[0]?.others ?? 0) + 1;
    },
    countRequestTry: async ({ chat, code, since, now }) => {
      const codeIndex = index.index('request-code', code);
      const rows = await db.query<{ others: bigint }>`
        WITH tried AS (
          INSERT INTO chat_request_try (chat_index, code_index, tried_at)
          VALUES (${index.index('jid', chat)}, ${codeIndex}, ${now})
          ON CONFLICT (chat_index, code_index) DO UPDATE SET tried_at = EXCLUDED.tried_at)
        SELECT count(*) AS others FROM chat_request_try
        WHERE chat_index = ANY(${index.candidates('jid', chat)}::bytea[])
          AND tried_at >= ${since} AND code_index <> ${codeIndex}`;
      return Number(rows[0]?.others ?? 0) + 1;
    },
    sweepTries: async (before) => {
      const taxIds = await db.inlined
        .execute`DELETE FROM chat_tax_id_try WHERE tried_at < ${before}`;
      const requests = await db.inlined
        .execute`DELETE FROM chat_request_try WHERE tried_at < ${before}`;
      return taxIds + requests;
    },
  };
}
