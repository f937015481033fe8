import type { Claim, Claims } from '#src/app/ports/claims.js';
import type { Jid } from '#src/domain/jid.js';
import type { Phone } from '#src/domain/phone.js';
import { Prisma } from './generated/client.js';
import { rowName, type TableDeps } from './table-deps.js';

/** So long the same chat cannot claim the same CPF again after the admin said no. */
const REJECTED_REST_MS = 30 * 24 * 60 * 60_000;

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

export function createClaims({ db, cipher, index }: TableDeps): Claims {
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
      await db.$executeRaw`
        INSERT INTO claim AS c
          (id, account_id, tax_id_index, chat_index, jid_box, phone_box, asked_at)
        VALUES (${id}::uuid, ${accountId}::uuid, ${index.index('tax-id', taxId)}, ${chatIndex},
          ${cipher.encrypt(chat, contextOf.jid(chatIndex))}, ${phoneBox}, ${now})
        ON CONFLICT (chat_index, tax_id_index) DO UPDATE SET
          id = CASE WHEN c.settled_at IS NULL THEN c.id ELSE EXCLUDED.id END,
          account_id = EXCLUDED.account_id, phone_box = EXCLUDED.phone_box,
          asked_at = EXCLUDED.asked_at, settled_at = NULL, outcome = NULL
        WHERE c.outcome IS DISTINCT FROM 'rejected' OR c.settled_at <= ${restEnds}`;
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
