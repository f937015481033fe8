import sql from 'sql-template-tag';
import type { Challenge, Challenges, ChallengesInTx } from '#src/app/ports/tables/challenges.js';
import { rowName, type TableDeps } from './table-deps.js';

/** Of the table under the name `c`. */
export const CHALLENGE_COLUMNS = sql`
  c.id, c.account_id AS "accountId", c.purpose, c.code_digest AS "codeDigest",
  c.binding_digest AS "bindingDigest", c.sent, c.attempts, c.created_at AS "createdAt",
  c.expires_at AS "expiresAt", c.consumed_at AS "consumedAt", c.superseded_at AS "supersededAt",
  c.disarmed_at AS "disarmedAt"`;

/** Open to guesses. One that its account has ended (`disarmed_at`) still is: it answers as a decoy does. */
export const UNUSED = sql`consumed_at IS NULL AND superseded_at IS NULL`;

export function createChallenges({ db, index, atomically }: TableDeps): ChallengesInTx {
  return {
    open: (challenge) =>
      atomically((tx) => open(tx, challenge, index.index('tax-id', challenge.taxId))),
    find: async (id) => {
      const rows = await db.query<Challenge>`
        SELECT ${CHALLENGE_COLUMNS} FROM challenge c WHERE c.id = ${id}::uuid`;
      return rows[0] ?? null;
    },
    isWaiting: async ({ taxId, purpose, bindingDigest, limit, now }) => {
      const rows = await db.query<unknown>`
        SELECT 1 FROM challenge
        WHERE tax_id_index = ${index.index('tax-id', taxId)} AND purpose = ${purpose}
          AND binding_digest = ${bindingDigest} AND ${UNUSED} AND expires_at > ${now}
          AND attempts < ${limit} LIMIT 1`;
      return rows.length > 0;
    },
    supersedeAll: (accountId, now) => db.execute`
      UPDATE challenge SET disarmed_at = ${now}
      WHERE account_id = ${accountId}::uuid AND ${UNUSED} AND disarmed_at IS NULL
        AND expires_at > ${now}`,
    removeAll: async (accountId) => {
      await db.prisma((prisma) => prisma.challenge.deleteMany({ where: { accountId } }));
    },
    erase: async (taxId) => {
      const taxIds = index.candidates('tax-id', taxId);
      await db.execute`DELETE FROM challenge WHERE tax_id_index = ANY(${taxIds}::bytea[])`;
    },
    sweep: (before, decoysBefore) => db.inlined.execute`
      DELETE FROM challenge WHERE expires_at < ${before}
        OR account_id IS NULL AND expires_at < ${decoysBefore}`,
  };
}

/**
 * Requests for one CPF queue, so that two of one browser do not both stay open: for a lock under the CPF's name, which
 * unknown ones have as well. Decoys are superseded in the same statements.
 */
async function open(
  tx: TableDeps['db'],
  challenge: Parameters<Challenges['open']>[0],
  taxIdIndex: Uint8Array,
): Promise<void> {
  const { id, accountId, purpose, codeDigest, bindingDigest, sent, expiresAt, now } = challenge;
  await tx.write`
    SELECT pg_advisory_xact_lock(hashtextextended(${`challenge:${rowName(taxIdIndex)}`}, 0))`;
  await tx.write`
    WITH superseded AS (
      UPDATE challenge SET superseded_at = ${now}
      WHERE tax_id_index = ${taxIdIndex} AND purpose = ${purpose}
        AND binding_digest IS NOT DISTINCT FROM ${bindingDigest} AND ${UNUSED})
    INSERT INTO challenge
      (id, account_id, tax_id_index, purpose, code_digest, binding_digest, sent, created_at,
        expires_at)
    VALUES (${id}::uuid, ${accountId}::uuid, ${taxIdIndex}, ${purpose}, ${codeDigest},
      ${bindingDigest}, ${sent}, ${now}, ${expiresAt})`;
}
