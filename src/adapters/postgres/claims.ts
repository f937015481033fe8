import type { Claim, Claims } from '#src/app/ports/claims.js';
import type { Jid } from '#src/domain/jid.js';
import type { Phone } from '#src/domain/phone.js';
import { Prisma } from './generated/client.js';
import { rowName, type TableDeps } from './table-deps.js';

/** So long nobody can claim the same CPF again after the admin said no. */
const REJECTED_REST_MS = 30 * 24 * 60 * 60_000;
/** Claims on one CPF that wait for the admin at the same time, whoever makes them. */
const MOST_OPEN = 3;

interface ClaimRow extends Omit<Claim, 'chat' | 'phone'> {
  readonly chatIndex: Uint8Array;
  readonly jidBox: Uint8Array;
  readonly phoneBox: Uint8Array | null;
}

const COLUMNS = Prisma.sql`
  id, account_id AS "accountId", chat_index AS "chatIndex", jid_box AS "jidBox",
  phone_box AS "phoneBox", asked_at AS "askedAt"`;

/** Bound to the chat, which stays when a claim is made anew under another id. */
const contextOf = {
  jid: (chatIndex: Uint8Array) => `claim.jid_box:${rowName(chatIndex)}`,
  phone: (chatIndex: Uint8Array) => `claim.phone_box:${rowName(chatIndex)}`,
};

export function createClaims({ db, cipher, index, atomically }: TableDeps): Claims {
  function opened({ chatIndex, jidBox, phoneBox, ...row }: ClaimRow): Claim {
    const chat = cipher.decryptText(jidBox, contextOf.jid(chatIndex)) as Jid;
    const phone =
      phoneBox === null
        ? null
        : (cipher.decryptText(phoneBox, contextOf.phone(chatIndex)) as Phone);
    return { ...row, chat, phone };
  }

  return {
    record: async ({ id, accountId, taxId, chat, phone, now }) => {
      const restEnds = new Date(now.getTime() - REJECTED_REST_MS);
      const chatIndex = index.index('jid', chat);
      const phoneBox = phone === null ? null : cipher.encrypt(phone, contextOf.phone(chatIndex));
      const taxIdIndex = index.index('tax-id', taxId);
      await atomically(async (tx) => {
        // Claimants of one CPF queue here: each sees what the one before wrote.
        const queue = Buffer.from(taxIdIndex).readBigInt64BE();
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(${queue}::bigint)`;
        await tx.$executeRaw`
          INSERT INTO claim AS c
            (id, account_id, tax_id_index, chat_index, jid_box, phone_box, asked_at)
          SELECT ${id}::uuid, ${accountId}::uuid, ${taxIdIndex}::bytea, ${chatIndex}::bytea,
            ${cipher.encrypt(chat, contextOf.jid(chatIndex))}::bytea, ${phoneBox}::bytea,
            ${now}::timestamptz
          WHERE NOT EXISTS (
              SELECT 1 FROM claim r WHERE r.tax_id_index = ${taxIdIndex}
                AND r.outcome = 'rejected' AND r.settled_at > ${restEnds})
            AND (SELECT count(*) FROM claim o WHERE o.tax_id_index = ${taxIdIndex}
              AND o.settled_at IS NULL AND o.chat_index <> ${chatIndex}) < ${MOST_OPEN}
          ON CONFLICT (chat_index, tax_id_index) DO UPDATE SET
            id = CASE WHEN c.settled_at IS NULL THEN c.id ELSE EXCLUDED.id END,
            account_id = EXCLUDED.account_id, phone_box = EXCLUDED.phone_box,
            asked_at = EXCLUDED.asked_at, settled_at = NULL, outcome = NULL`;
      });
    },
    contests: async (accountId) => {
      const rows = await db.$queryRaw<unknown[]>`
        SELECT 1 FROM claim WHERE account_id = ${accountId}::uuid AND settled_at IS NULL LIMIT 1`;
      return rows.length === 1;
    },
    open: async (limit) => {
      const rows = await db.$queryRaw<ClaimRow[]>`
        SELECT ${COLUMNS} FROM claim WHERE account_id IS NOT NULL AND settled_at IS NULL
        ORDER BY asked_at, id LIMIT ${limit}`;
      return rows.map(opened);
    },
    lockOpen: async (id) => {
      const rows = await db.$queryRaw<ClaimRow[]>`
        SELECT ${COLUMNS} FROM claim
        WHERE id = ${id}::uuid AND account_id IS NOT NULL AND settled_at IS NULL
        FOR UPDATE`;
      return rows[0] === undefined ? null : opened(rows[0]);
    },
    settle: async ({ id, outcome, now }) => {
      const settled = await db.$executeRaw`
        UPDATE claim SET settled_at = ${now}, outcome = ${outcome}
        WHERE id = ${id}::uuid AND settled_at IS NULL`;
      return settled === 1;
    },
    sweep: async (before) => {
      const { count } = await db.claim.deleteMany({ where: { askedAt: { lt: before } } });
      return count;
    },
  };
}
