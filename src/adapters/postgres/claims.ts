import type { Claims } from '#src/app/ports/claims.js';
import type { Jid } from '#src/domain/jid.js';
import { rowName, type TableDeps } from './table-deps.js';

interface ClaimRow {
  readonly id: string;
  readonly accountId: string;
  readonly chatIndex: Uint8Array;
  readonly jidBox: Uint8Array;
  readonly askedAt: Date;
}

export function createClaims({ db, cipher, index }: TableDeps): Claims {
  return {
    record: async ({ id, accountId, taxId, chat, now }) => {
      const chatIndex = index.index('jid', chat);
      await db.$executeRaw`
        INSERT INTO claim (id, account_id, tax_id_index, chat_index, jid_box, asked_at)
        VALUES (${id}::uuid, ${accountId}::uuid, ${index.index('tax-id', taxId)}, ${chatIndex},
          ${cipher.encrypt(chat, jidContext(chatIndex))}, ${now})
        ON CONFLICT (chat_index, tax_id_index)
          DO UPDATE SET asked_at = EXCLUDED.asked_at, account_id = EXCLUDED.account_id`;
    },
    open: async (limit) => {
      const rows = await db.$queryRaw<ClaimRow[]>`
        SELECT id, account_id AS "accountId", chat_index AS "chatIndex", jid_box AS "jidBox",
          asked_at AS "askedAt"
        FROM claim WHERE account_id IS NOT NULL ORDER BY asked_at, id LIMIT ${limit}`;
      return rows.map(({ chatIndex, jidBox, ...row }) => ({
        ...row,
        chat: cipher.decryptText(jidBox, jidContext(chatIndex)) as Jid,
      }));
    },
    sweep: async (before) => {
      const { count } = await db.claim.deleteMany({ where: { askedAt: { lt: before } } });
      return count;
    },
  };
}

function jidContext(chatIndex: Uint8Array): string {
  return `claim.jid_box:${rowName(chatIndex)}`;
}
