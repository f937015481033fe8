import sql from 'sql-template-tag';
import type { Claim, ClaimsInTx } from '#src/app/ports/tables/claims.js';
import { REJECTED_CLAIM_REST_MS } from '#src/domain/claim.js';
import type { Jid } from '#src/domain/jid.js';
import type { Phone } from '#src/domain/phone.js';
import { rowName, type TableDeps } from './table-deps.js';

/** The most claims that may contest one CPF at the same time, from all chats together. */
const MOST_OPEN = 3;
/** Held claims on one CPF; more would only bury the others in the admin's list. */
const MOST_HELD = 10;

interface ClaimRow extends Omit<Claim, 'chat' | 'phone'> {
  readonly chatIndex: Uint8Array;
  readonly jidBox: Uint8Array;
  readonly phoneBox: Uint8Array | null;
}

const COLUMNS = sql`
  id, account_id AS "accountId", chat_index AS "chatIndex", jid_box AS "jidBox",
  phone_box AS "phoneBox", asked_at AS "askedAt", held`;

/** Bound to the chat, which stays when a claim is made anew under another id. */
const contextOf = {
  jid: (chatIndex: Uint8Array) => `claim.jid_box:${rowName(chatIndex)}`,
  phone: (chatIndex: Uint8Array) => `claim.phone_box:${rowName(chatIndex)}`,
};

export function createClaims({ db, cipher, index, atomically }: TableDeps): ClaimsInTx {
  function decryptRow({ chatIndex, jidBox, phoneBox, ...row }: ClaimRow): Claim {
    const chat = cipher.decryptText(jidBox, contextOf.jid(chatIndex)) as Jid;
    const phone =
      phoneBox === null
        ? null
        : (cipher.decryptText(phoneBox, contextOf.phone(chatIndex)) as Phone);
    return { ...row, chat, phone };
  }

  return {
    record: async ({ id, accountId, taxId, chat, phone, now }) => {
      const restEnds = new Date(now.getTime() - REJECTED_CLAIM_REST_MS);
      const chatIndex = index.index('jid', chat);
      const phoneBox = phone === null ? null : cipher.encrypt(phone, contextOf.phone(chatIndex));
      const taxIdIndex = index.index('tax-id', taxId);
      const sameTaxId = sql`tax_id_index = ANY(${index.candidates('tax-id', taxId)}::bytea[])`;
      await atomically(async (tx) => {
        // Claimants of one CPF queue here: each sees what the one before wrote.
        const queue = Buffer.from(taxIdIndex).readBigInt64BE();
        await tx.execute`SELECT pg_advisory_xact_lock(${queue}::bigint)`;
        await tx.execute`
          WITH beside AS (
            SELECT
              count(*) FILTER (WHERE settled_at IS NULL AND NOT held) AS open,
              count(*) FILTER (WHERE settled_at IS NULL AND held) AS held
            FROM claim WHERE ${sameTaxId} AND chat_index <> ${chatIndex}),
          made AS (
            SELECT beside.held AS others, beside.open >= ${MOST_OPEN} OR EXISTS (
              SELECT 1 FROM claim WHERE ${sameTaxId} AND rejected_at > ${restEnds}) AS held
            FROM beside)
          INSERT INTO claim AS c
            (id, account_id, tax_id_index, chat_index, jid_box, phone_box, asked_at, held)
          SELECT ${id}::uuid, ${accountId}::uuid, ${taxIdIndex}::bytea, ${chatIndex}::bytea,
            ${cipher.encrypt(chat, contextOf.jid(chatIndex))}::bytea, ${phoneBox}::bytea,
            ${now}::timestamptz, made.held
          FROM made WHERE NOT made.held OR made.others < ${MOST_HELD}
          ON CONFLICT (chat_index, tax_id_index) DO UPDATE SET
            id = CASE WHEN c.settled_at IS NULL THEN c.id ELSE EXCLUDED.id END,
            held = EXCLUDED.held AND (c.held OR c.settled_at IS NOT NULL),
            account_id = EXCLUDED.account_id, phone_box = EXCLUDED.phone_box,
            asked_at = EXCLUDED.asked_at, settled_at = NULL, outcome = NULL`;
      });
    },
    contests: async (accountId) => {
      const rows = await db.query<unknown>`
        SELECT 1 FROM claim WHERE account_id = ${accountId}::uuid AND settled_at IS NULL
          AND NOT held LIMIT 1`;
      return rows.length === 1;
    },
    open: async (limit) => {
      const rows = await db.query<ClaimRow>`
        SELECT ${COLUMNS} FROM claim WHERE account_id IS NOT NULL AND settled_at IS NULL
        ORDER BY held, asked_at, id LIMIT ${limit}`;
      return rows.map(decryptRow);
    },
    lockOpen: async (id) => {
      const rows = await db.query<ClaimRow>`
        SELECT ${COLUMNS} FROM claim
        WHERE id = ${id}::uuid AND account_id IS NOT NULL AND settled_at IS NULL
        FOR UPDATE`;
      return rows[0] === undefined ? null : decryptRow(rows[0]);
    },
    settle: async ({ id, outcome, now }) => {
      const settled = await db.execute`
        UPDATE claim SET settled_at = ${now}, outcome = ${outcome},
          rejected_at = CASE WHEN ${outcome} = 'rejected' THEN ${now}::timestamptz ELSE rejected_at END
        WHERE id = ${id}::uuid AND settled_at IS NULL`;
      return settled === 1;
    },
    allow: async (id) => {
      const allowed = await db.execute`
        UPDATE claim SET held = false WHERE id = ${id}::uuid AND settled_at IS NULL AND held`;
      return allowed === 1;
    },
    sweep: (before) => db.inlined.execute`DELETE FROM claim WHERE asked_at < ${before}`,
  };
}
