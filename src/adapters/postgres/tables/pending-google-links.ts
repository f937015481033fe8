import sql from 'sql-template-tag';
import type { GoogleProfile } from '#src/app/ports/google.js';
import type {
  PendingGoogleLink,
  PendingGoogleLinksInTx,
} from '#src/app/ports/tables/pending-google-links.js';
import type { TableDeps } from './table-deps.js';

interface LinkRow extends Omit<PendingGoogleLink, 'profile'> {
  readonly profileBox: Uint8Array;
}

const COLUMNS = sql`
  id, profile_box AS "profileBox", next, attempts, expires_at AS "expiresAt"`;

export function createPendingGoogleLinks({ db, cipher, index }: TableDeps): PendingGoogleLinksInTx {
  /** @throws when the row was moved to another browser or forged (docs/decisions/0014) */
  function decryptRow(
    rows: readonly LinkRow[],
    bindingDigest: Uint8Array,
  ): PendingGoogleLink | null {
    if (rows[0] === undefined) return null;
    const { profileBox, ...link } = rows[0];
    const profile = cipher.decryptText(profileBox, profileContext(link.id, bindingDigest));
    return { ...link, profile: JSON.parse(profile) as GoogleProfile };
  }

  return {
    create: async ({ id, bindingDigest, profile, next, expiresAt, now }) => {
      const { sub, name, email } = profile;
      const kept = JSON.stringify({ sub, name, email } satisfies GoogleProfile);
      await db.execute`
        INSERT INTO pending_google_link
          (id, binding_digest, sub_index, profile_box, next, created_at, expires_at)
        VALUES (${id}::uuid, ${bindingDigest}, ${index.index('google-sub', sub)},
          ${cipher.encrypt(kept, profileContext(id, bindingDigest))}, ${next}, ${now}, ${expiresAt})`;
    },
    find: async ({ id, bindingDigest, now }) =>
      decryptRow(
        await db.query<LinkRow>`
          SELECT ${COLUMNS} FROM pending_google_link
          WHERE id = ${id}::uuid AND binding_digest = ${bindingDigest}
            AND consumed_at IS NULL AND expires_at > ${now}`,
        bindingDigest,
      ),
    isOpenIn: async (bindingDigest, now) => {
      const count = await db.prisma((prisma) =>
        prisma.pendingGoogleLink.count({
          where: {
            bindingDigest: new Uint8Array(bindingDigest),
            consumedAt: null,
            expiresAt: { gt: now },
          },
        }),
      );
      return count > 0;
    },
    takeTry: async ({ id, bindingDigest, now, limit }) =>
      decryptRow(
        await db.query<LinkRow>`
          UPDATE pending_google_link SET attempts = attempts + 1
          WHERE id = ${id}::uuid AND binding_digest = ${bindingDigest}
            AND consumed_at IS NULL AND expires_at > ${now} AND attempts < ${limit}
          RETURNING ${COLUMNS}`,
        bindingDigest,
      ),
    consume: async ({ id, bindingDigest, now }) => {
      const consumed = await db.execute`
        UPDATE pending_google_link SET consumed_at = ${now}
        WHERE id = ${id}::uuid AND binding_digest = ${bindingDigest}
          AND consumed_at IS NULL AND expires_at > ${now}`;
      return consumed === 1;
    },
    erase: async (accountId) => {
      await db.execute`
        DELETE FROM pending_google_link WHERE sub_index IN
          (SELECT sub_index FROM google_identity WHERE account_id = ${accountId}::uuid)`;
    },
    sweep: (before) =>
      db.inlined.execute`DELETE FROM pending_google_link WHERE expires_at < ${before}`,
  };
}

/** Names the browser that came back from Google, so that the ciphertext decrypts in no other row. */
function profileContext(id: string, bindingDigest: Uint8Array): string {
  return `pending_google_link.profile_box:${id}:${Buffer.from(bindingDigest).toString('hex')}`;
}
