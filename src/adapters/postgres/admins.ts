import type { AdminSession, Admins } from '#src/app/ports/admins.js';
import type { TableDeps } from './table-deps.js';

/** Any number that no other advisory lock of this database uses. */
const SETUP_LOCK = 72_707_370;

export function createAdmins({ db, atomically }: TableDeps): Admins {
  return {
    exists: async () => (await db.admin.count({ take: 1 })) > 0,
    issueSetupLink: ({ tokenDigest, expiresAt, now }) =>
      atomically(async (tx) => {
        // Instances that start together queue here, so that only one link stays open.
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SETUP_LOCK}::bigint)`;
        await tx.$executeRaw`
          WITH earlier AS (DELETE FROM admin_setup_link)
          INSERT INTO admin_setup_link (token_digest, created_at, expires_at)
          VALUES (${tokenDigest}, ${now}, ${expiresAt})`;
      }),
    setupLinkIsOpen: async (tokenDigest, now) => {
      const rows = await db.$queryRaw<unknown[]>`
        SELECT 1 FROM admin_setup_link
        WHERE token_digest = ${tokenDigest} AND consumed_at IS NULL AND expires_at > ${now}
          AND NOT EXISTS (SELECT 1 FROM admin)`;
      return rows.length === 1;
    },
    createWithSetupLink: async ({ id, passwordHash, tokenDigest, now }) => {
      const created = await db.$executeRaw`
        WITH used AS (
          UPDATE admin_setup_link SET consumed_at = ${now}
          WHERE token_digest = ${tokenDigest} AND consumed_at IS NULL AND expires_at > ${now}
            AND NOT EXISTS (SELECT 1 FROM admin)
          RETURNING 1)
        INSERT INTO admin (id, password_hash, created_at)
        SELECT ${id}::uuid, ${passwordHash}::text, ${now}::timestamptz FROM used`;
      return created === 1;
    },
    find: () =>
      db.admin.findFirst({
        orderBy: { createdAt: 'asc' },
        select: { id: true, passwordHash: true },
      }),
    createSession: async ({ id, adminId, tokenDigest, now }) => {
      await db.$executeRaw`
        INSERT INTO admin_session
          (id, admin_id, token_digest, created_at, last_seen_at, stepped_up_at)
        VALUES (${id}::uuid, ${adminId}::uuid, ${tokenDigest}, ${now}, ${now}, ${now})`;
    },
    remove: () =>
      atomically(async (tx) => {
        await tx.admin.deleteMany();
        await tx.adminSetupLink.deleteMany();
      }),
    findSession: ({ tokenDigest, idleSince, signedInSince }) =>
      db.adminSession.findFirst({
        where: {
          tokenDigest: Buffer.from(tokenDigest),
          lastSeenAt: { gte: idleSince },
          createdAt: { gt: signedInSince },
        },
        omit: { tokenDigest: true },
      }),
    touchSession: async ({ tokenDigest, idleSince, signedInSince, now }) => {
      const rows = await db.$queryRaw<AdminSession[]>`
        UPDATE admin_session SET last_seen_at = ${now}
        WHERE token_digest = ${tokenDigest} AND last_seen_at >= ${idleSince}
          AND created_at > ${signedInSince}
        RETURNING id, admin_id AS "adminId", created_at AS "createdAt",
          last_seen_at AS "lastSeenAt", stepped_up_at AS "steppedUpAt"`;
      return rows[0] ?? null;
    },
    stepUp: async ({ id, tokenDigest, now }) => {
      await db.$executeRaw`
        UPDATE admin_session
        SET token_digest = ${tokenDigest}, last_seen_at = ${now}, stepped_up_at = ${now}
        WHERE id = ${id}::uuid`;
    },
    endSession: async (tokenDigest) => {
      await db.$executeRaw`DELETE FROM admin_session WHERE token_digest = ${tokenDigest}`;
    },
    sweep: async ({ idleSince, signedInSince }) => {
      const isIdle = { lastSeenAt: { lt: idleSince } };
      const where = { OR: [isIdle, { createdAt: { lte: signedInSince } }] };
      const { count } = await db.adminSession.deleteMany({ where });
      return count;
    },
  };
}
