import type { Challenge, Challenges } from '#src/app/ports/challenges.js';
import { Prisma } from './generated/client.js';
import type { TableDeps } from './table-deps.js';

const COLUMNS = Prisma.sql`
  id, account_id AS "accountId", purpose, code_digest AS "codeDigest",
  binding_digest AS "bindingDigest", sent, attempts, created_at AS "createdAt", expires_at AS "expiresAt",
  consumed_at AS "consumedAt", superseded_at AS "supersededAt"`;

const UNUSED = Prisma.sql`consumed_at IS NULL AND superseded_at IS NULL`;

export function createChallenges({ db, atomically }: TableDeps): Challenges {
  return {
    open: (challenge) => atomically((tx) => open(tx, challenge)),
    find: async (id) => {
      const rows = await db.$queryRaw<Challenge[]>`
        SELECT ${COLUMNS} FROM challenge WHERE id = ${id}::uuid`;
      return rows[0] ?? null;
    },
    takeAttempt: async ({ id, bindingDigest, limit, now }) => {
      const rows = await db.$queryRaw<Challenge[]>`
        UPDATE challenge SET attempts = attempts + 1
        WHERE id = ${id}::uuid AND binding_digest = ${bindingDigest}
          AND ${UNUSED} AND expires_at > ${now} AND attempts < ${limit}
        RETURNING ${COLUMNS}`;
      return rows[0] ?? null;
    },
    takeChatAttempt: async ({ accountId, purpose, limit, now }) => {
      const rows = await db.$queryRaw<Challenge[]>`
        UPDATE challenge SET attempts = attempts + 1
        WHERE account_id = ${accountId}::uuid AND purpose = ${purpose} AND binding_digest IS NULL
          AND ${UNUSED} AND expires_at > ${now} AND attempts < ${limit}
        RETURNING ${COLUMNS}`;
      return rows[0] ?? null;
    },
    consume: async (id, now) => {
      const consumed = await db.$executeRaw`
        UPDATE challenge SET consumed_at = ${now}
        WHERE id = ${id}::uuid AND ${UNUSED} AND expires_at > ${now}`;
      return consumed === 1;
    },
    supersedeAll: (accountId, now) => db.$executeRaw`
      UPDATE challenge SET superseded_at = ${now}
      WHERE account_id = ${accountId}::uuid AND ${UNUSED} AND expires_at > ${now}`,
    issuedSince: async (accountId, purpose, { since, askedIn, limit }) => {
      const chatOnly = askedIn === 'chat' ? { bindingDigest: null } : {};
      const rows = await db.challenge.findMany({
        where: { accountId, purpose, sent: true, createdAt: { gte: since }, ...chatOnly },
        select: { createdAt: true },
        orderBy: { createdAt: 'desc' },
        take: limit,
      });
      return rows.map(({ createdAt }) => createdAt);
    },
    sweep: async (before) => {
      const { count } = await db.challenge.deleteMany({ where: { expiresAt: { lt: before } } });
      return count;
    },
  };
}

/**
 * The account's row makes two requests of one browser queue, so that they do not both stay open. A
 * decoy has no account: it finds nothing to lock or supersede, in the same statements.
 */
async function open(
  tx: TableDeps['db'],
  challenge: Parameters<Challenges['open']>[0],
): Promise<void> {
  const { id, accountId, purpose, codeDigest, bindingDigest, sent, expiresAt, now } = challenge;
  await tx.$executeRaw`SELECT 1 FROM account WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;
  await tx.$executeRaw`
    WITH superseded AS (
      UPDATE challenge SET superseded_at = ${now}
      WHERE account_id = ${accountId}::uuid AND purpose = ${purpose}
        AND binding_digest IS NOT DISTINCT FROM ${bindingDigest} AND ${UNUSED})
    INSERT INTO challenge
      (id, account_id, purpose, code_digest, binding_digest, sent, created_at, expires_at)
    VALUES (${id}::uuid, ${accountId}::uuid, ${purpose}, ${codeDigest}, ${bindingDigest}, ${sent},
      ${now}, ${expiresAt})`;
}
