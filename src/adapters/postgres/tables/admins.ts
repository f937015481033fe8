import type { FieldCipher } from '#src/app/ports/crypto/field-cipher.js';
import type { AdminSession, Admins } from '#src/app/ports/tables/admins.js';
import { createRowTags, type RowMeaning } from './row-tags.js';
import type { Db, TableDeps } from './table-deps.js';

/** Any number that no other advisory lock of this database uses. */
const SETUP_LOCK = 72_707_370;

interface SessionRow extends AdminSession {
  readonly tokenDigest: Uint8Array;
  readonly tag: Uint8Array;
}

type Covered = Pick<SessionRow, 'id' | 'adminId' | 'tokenDigest' | 'createdAt' | 'steppedUpAt'>;

export function createAdmins({ db, cipher, index, atomically }: TableDeps): Admins {
  const tags = createRowTags(index);

  /**
   * All columns but the time it was last seen, which changes with every request. `createdAt`, which bounds its life, is
   * included.
   */
  function meaningOf({ id, adminId, tokenDigest, createdAt, steppedUpAt }: Covered): RowMeaning {
    return ['admin_session', id, adminId, tokenDigest, createdAt, steppedUpAt];
  }

  function whole(row: SessionRow | null | undefined): AdminSession | null {
    if (!row || !tags.fits(row.tag, meaningOf(row))) return null;
    const { id, adminId, createdAt, lastSeenAt, steppedUpAt } = row;
    return { id, adminId, createdAt, lastSeenAt, steppedUpAt };
  }

  return {
    exists: async () => (await db.query`SELECT 1 FROM admin LIMIT 1`).length === 1,
    issueSetupLink: ({ tokenDigest, expiresAt, now }) =>
      atomically(async (tx) => {
        // Instances that start together queue here, so that only one link stays open.
        await tx.execute`SELECT pg_advisory_xact_lock(${SETUP_LOCK}::bigint)`;
        await tx.execute`
          WITH earlier AS (DELETE FROM admin_setup_link)
          INSERT INTO admin_setup_link (token_digest, created_at, expires_at)
          VALUES (${tokenDigest}, ${now}, ${expiresAt})`;
      }),
    setupLinkIsOpen: async (tokenDigest, now) => {
      const rows = await db.query<unknown>`
        SELECT 1 FROM admin_setup_link
        WHERE token_digest = ${tokenDigest} AND consumed_at IS NULL AND expires_at > ${now}
          AND NOT EXISTS (SELECT 1 FROM admin)`;
      return rows.length === 1;
    },
    createWithSetupLink: async ({ id, passwordHash, tokenDigest, now }) => {
      const created = await db.execute`
        WITH used AS (
          UPDATE admin_setup_link SET consumed_at = ${now}
          WHERE token_digest = ${tokenDigest} AND consumed_at IS NULL AND expires_at > ${now}
            AND NOT EXISTS (SELECT 1 FROM admin)
          RETURNING 1)
        INSERT INTO admin (id, password_box, created_at)
        SELECT ${id}::uuid, ${cipher.encrypt(passwordHash, passwordContext(id))}::bytea,
          ${now}::timestamptz
        FROM used`;
      return created === 1;
    },
    // A hash that is not encrypted is refused: everyone who can write the table can make one.
    find: async () => {
      const admin = await db.prisma((prisma) =>
        prisma.admin.findFirst({
          where: { passwordBox: { not: null } },
          orderBy: { createdAt: 'asc' },
          select: { id: true, passwordBox: true },
        }),
      );
      if (!admin?.passwordBox) return null;
      const { id, passwordBox } = admin;
      return { id, passwordHash: cipher.decryptText(passwordBox, passwordContext(id)) };
    },
    createSession: async ({ id, adminId, tokenDigest, now }) => {
      const tag = tags.of(
        meaningOf({ id, adminId, tokenDigest, createdAt: now, steppedUpAt: now }),
      );
      await db.execute`
        INSERT INTO admin_session
          (id, admin_id, token_digest, created_at, last_seen_at, stepped_up_at, tag)
        VALUES (${id}::uuid, ${adminId}::uuid, ${tokenDigest}, ${now}, ${now}, ${now}, ${tag})`;
    },
    remove: () =>
      atomically(async (tx) => {
        await tx.prisma((prisma) => prisma.admin.deleteMany());
        await tx.prisma((prisma) => prisma.adminSetupLink.deleteMany());
      }),
    findSession: async ({ tokenDigest, idleSince, signedInSince }) =>
      whole(
        await db.prisma((prisma) =>
          prisma.adminSession.findFirst({
            where: {
              tokenDigest: Buffer.from(tokenDigest),
              lastSeenAt: { gte: idleSince },
              createdAt: { gt: signedInSince },
            },
          }),
        ),
      ),
    touchSession: async ({ tokenDigest, idleSince, signedInSince, now }) => {
      const rows = await db.query<SessionRow>`
        UPDATE admin_session SET last_seen_at = ${now}
        WHERE token_digest = ${tokenDigest} AND last_seen_at >= ${idleSince}
          AND created_at > ${signedInSince}
        RETURNING id, admin_id AS "adminId", created_at AS "createdAt",
          last_seen_at AS "lastSeenAt", stepped_up_at AS "steppedUpAt",
          token_digest AS "tokenDigest", tag`;
      return whole(rows[0]);
    },
    stepUp: ({ id, tokenDigest, now }) =>
      atomically(async (tx) => {
        const rows = await tx.query<SessionRow>`
          SELECT id, admin_id AS "adminId", created_at AS "createdAt", tag,
            stepped_up_at AS "steppedUpAt", token_digest AS "tokenDigest"
          FROM admin_session WHERE id = ${id}::uuid FOR UPDATE`;
        const [row] = rows;
        if (whole(row) === null || row === undefined) return;
        const tag = tags.of(meaningOf({ ...row, tokenDigest, steppedUpAt: now }));
        await tx.execute`
          UPDATE admin_session
          SET token_digest = ${tokenDigest}, last_seen_at = ${now}, stepped_up_at = ${now},
            tag = ${tag}
          WHERE id = ${id}::uuid`;
      }),
    endSession: async (tokenDigest) => {
      await db.execute`DELETE FROM admin_session WHERE token_digest = ${tokenDigest}`;
    },
    sweep: ({ idleSince, signedInSince }) => db.inlined.execute`
      DELETE FROM admin_session
      WHERE last_seen_at < ${idleSince} OR created_at <= ${signedInSince}`,
  };
}

/** The migration that adds the box. */
const SEALED_BY = '20261129070001_sealed_doors';

/**
 * Seals the hash of an admin from before, in the start that has just added the box and in no other: a plain hash that
 * appears later was written by an attacker.
 * @param applied the migrations that this start has applied
 */
export async function sealPlainAdmin(deps: {
  readonly db: Db;
  readonly cipher: FieldCipher;
  readonly applied: readonly string[];
}): Promise<void> {
  const { db, cipher, applied } = deps;
  if (!applied.includes(SEALED_BY)) return;
  const plain = await db.prisma((prisma) =>
    prisma.admin.findMany({
      where: { passwordBox: null, passwordHash: { not: null } },
    }),
  );
  for (const { id, passwordHash } of plain) {
    if (passwordHash === null) continue;
    const passwordBox = new Uint8Array(cipher.encrypt(passwordHash, passwordContext(id)));
    await db.prisma((prisma) =>
      prisma.admin.update({ where: { id }, data: { passwordBox, passwordHash: null } }),
    );
  }
}

function passwordContext(id: string): string {
  return `admin.password_box:${id}`;
}
