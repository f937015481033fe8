import sql from 'sql-template-tag';
import type {
  GoogleIdentities,
  GoogleIdentitiesInTx,
  GoogleIdentity,
} from '#src/app/ports/tables/google-identities.js';
import type { GoogleSub } from '#src/domain/google-sub.js';
import { fail, ok } from '#src/domain/result.js';
import { decryptBound } from './row-tags.js';
import type { Db, TableDeps } from './table-deps.js';

interface IdentityRow extends Omit<GoogleIdentity, 'sub' | 'email'> {
  readonly subBox: Uint8Array;
  readonly emailBox: Uint8Array | null;
}

const COLUMNS = sql`
  id, account_id AS "accountId", sub_box AS "subBox", email_box AS "emailBox", linked_at AS "linkedAt",
  unlinked_at AS "unlinkedAt", last_used_at AS "lastUsedAt"`;

const contextOf = {
  sub: (id: string, accountId: string) => {
    const before = `google_identity.sub_box:${id}`;
    return { bound: `${before}:${accountId}`, before };
  },
  email: (id: string) => `google_identity.email_box:${id}`,
};

export function createGoogleIdentities(deps: TableDeps): GoogleIdentitiesInTx {
  const { db, cipher, index, atomically } = deps;

  function decryptRow({ subBox, emailBox, ...row }: IdentityRow): GoogleIdentity {
    const sub = decryptBound(cipher, subBox, contextOf.sub(row.id, row.accountId)) as GoogleSub;
    const email = emailBox === null ? null : cipher.decryptText(emailBox, contextOf.email(row.id));
    return { ...row, sub, email };
  }

  function emailBoxOf(id: string, email: string | null): Uint8Array | null {
    return email === null ? null : cipher.encrypt(email, contextOf.email(id));
  }

  /** Links a `sub` that no account has. Of two inserts at once, the unique index lets one succeed. */
  async function insert(tx: Db, input: Parameters<GoogleIdentities['link']>[0]): Promise<boolean> {
    const { id, accountId, sub, email, now } = input;
    const inserted = await tx.execute`
      INSERT INTO google_identity
        (id, account_id, sub_index, sub_box, email_box, linked_at, linked_to)
      VALUES (${id}::uuid, ${accountId}::uuid, ${index.index('google-sub', sub)},
        ${cipher.encrypt(sub, contextOf.sub(id, accountId).bound)}, ${emailBoxOf(id, email)}, ${now},
        ${accountId}::uuid)
      ON CONFLICT (sub_index) DO NOTHING`;
    return inserted === 1;
  }

  return {
    findBySub: async (sub) => {
      const rows = await db.query<IdentityRow>`
        SELECT ${COLUMNS} FROM google_identity
        WHERE sub_index = ANY(${index.candidates('google-sub', sub)}::bytea[])`;
      if (rows[0] === undefined) return null;
      const identity = decryptRow(rows[0]);
      if (identity.sub !== sub)
        throw new Error('a Google account stands under the index of another');
      return identity;
    },
    linkedTo: async (accountId) => {
      const rows = await db.query<IdentityRow>`
        SELECT ${COLUMNS} FROM google_identity WHERE linked_to = ${accountId}::uuid`;
      return rows[0] === undefined ? null : decryptRow(rows[0]);
    },
    allOf: async (accountId) => {
      const rows = await db.query<IdentityRow>`
        SELECT ${COLUMNS} FROM google_identity WHERE account_id = ${accountId}::uuid
        ORDER BY linked_at DESC, id`;
      return rows.map(decryptRow);
    },
    link: (input) =>
      atomically(async (tx) => {
        const { accountId, sub, email, now } = input;
        // Two links of one account queue here.
        await tx.execute`SELECT 1 FROM account WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;
        const rows = await tx.query<{ id: string; isThis: boolean; linkedTo: string | null }>`
          SELECT id, linked_to AS "linkedTo",
            sub_index = ANY(${index.candidates('google-sub', sub)}::bytea[]) AS "isThis"
          FROM google_identity WHERE account_id = ${accountId}::uuid FOR UPDATE`;
        const known = rows.find(({ isThis }) => isThis);
        const linked = rows.find(({ linkedTo }) => linkedTo !== null);
        if (linked !== undefined) {
          const isSame = linked.id === known?.id;
          return isSame ? ok({ isNew: false }) : fail({ code: 'account_has_another' });
        }
        if (known === undefined) {
          const candidates = index.candidates('google-sub', sub);
          const others = await tx.query<unknown>`
            SELECT 1 FROM google_identity WHERE sub_index = ANY(${candidates}::bytea[])`;
          const isFree = others.length === 0 && (await insert(tx, input));
          return isFree ? ok({ isNew: true }) : fail({ code: 'sub_taken' });
        }
        await tx.execute`
          UPDATE google_identity
          SET linked_to = ${accountId}::uuid, linked_at = ${now}, unlinked_at = NULL,
            email_box = ${emailBoxOf(known.id, email)}
          WHERE id = ${known.id}::uuid`;
        return ok({ isNew: true });
      }),
    unlink: async (accountId, now) => {
      const unlinked = await db.execute`
        UPDATE google_identity SET linked_to = NULL, unlinked_at = ${now}
        WHERE linked_to = ${accountId}::uuid`;
      return unlinked === 1;
    },
    markUsed: async (id, now) => {
      const used = await db.execute`
        UPDATE google_identity SET last_used_at = ${now}
        WHERE id = ${id}::uuid AND linked_to IS NOT NULL`;
      return used === 1;
    },
    removeAll: async (accountId) => {
      await db.prisma((prisma) => prisma.googleIdentity.deleteMany({ where: { accountId } }));
    },
    releaseUnlinked: (accountId) => db.execute`
      DELETE FROM google_identity WHERE account_id = ${accountId}::uuid AND linked_to IS NULL`,
  };
}
