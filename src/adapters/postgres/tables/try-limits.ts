import sql from 'sql-template-tag';
import type { Challenge } from '#src/app/ports/tables/challenges.js';
import type { TryLimits } from '#src/app/ports/tables/try-limits.js';
import { freeAt } from '#src/domain/allowance.js';
import { MAX_WRONG_CODES } from '#src/domain/challenge.js';
import { MAX_PASSWORD_FAILURES } from '#src/domain/password.js';
import { THROTTLES } from '#src/domain/throttle.js';
import { CHALLENGE_COLUMNS, UNUSED } from './challenges.js';
import { countTry } from './count-try.js';
import { hashContext } from './passwords.js';
import type { TableDeps } from './table-deps.js';

/**
 * Of one code from the chat, by all browsers together that were in before. Strangers have as many in its hour, counted
 * on the row of the CPF alone: were they counted on the code, their guesses would write one row more where the owner
 * asked for one.
 */
const CHAT_CODE_GUESSES = THROTTLES.codeTries.limit;

interface CountedRow {
  readonly granted: boolean | null;
  readonly tries: readonly Date[];
  readonly key: Uint8Array;
  readonly isKnown: boolean;
  readonly failures: number;
  readonly warn: boolean | null;
}

/** The columns of a challenge, or only what was counted where no challenge was left. */
type CodeRow = CountedRow & Challenge & { readonly isFromChat: boolean | null };

function counted(row: CountedRow, throttle: { readonly limit: number; readonly windowMs: number }) {
  const { key, isKnown, failures } = row;
  return {
    ...{ key, isKnown, failures },
    granted: row.granted === true,
    // Failures in a known browser come from its own user, so the owner is not warned.
    warn: row.warn === true && !isKnown,
    nextAt: freeAt(row.tries, [throttle]),
  };
}

export function createTryLimits({ db, cipher, index }: TableDeps): TryLimits {
  return {
    takePassword: async ({ id, taxId, known, now }) => {
      const throttle = THROTTLES.passwordPerAccount;
      const rows = await db.query<
        CountedRow & {
          accountId: string | null;
          ciphertext: Uint8Array | null;
          setAt: Date | null;
        }
      >`
        WITH who AS (
          SELECT a.id, a.password_box, a.password_set_at, k.digest IS NOT NULL AS known,
            COALESCE(k.digest, a.tax_id_index, ${index.index('tax-id', taxId)}::bytea) AS key
          FROM (SELECT 1) one
          LEFT JOIN account a
            ON a.tax_id_index = ANY(${index.candidates('tax-id', taxId)}::bytea[])
          LEFT JOIN known_browser k
            ON k.account_id = a.id AND k.digest = ANY(${[...known]}::bytea[])
          LIMIT 1),
        counted AS (${countTry({ id, from: sql`who`, what: 'password', throttle, now })})
        SELECT who.id AS "accountId", who.password_box AS ciphertext, who.password_set_at AS "setAt",
          who.known AS "isKnown", counted.*
        FROM who CROSS JOIN counted`;
      const row = rows[0];
      if (row === undefined) throw new Error('an allowance was neither made nor found');
      const { accountId, ciphertext, setAt } = row;
      const isLocked = row.failures > MAX_PASSWORD_FAILURES;
      const present =
        accountId === null || ciphertext === null || setAt === null || isLocked
          ? null
          : { hash: cipher.decryptText(ciphertext, hashContext(accountId)), setAt };
      return { ...counted(row, throttle), present };
    },
    passwordWasRight: async ({ accountId, key }) => {
      await db.execute`
        UPDATE allowance l SET code_failures = 0,
          password_tries = CASE WHEN l.key = ${key} THEN '{}' ELSE l.password_tries END,
          password_failures = CASE WHEN l.key = ${key} THEN 0 ELSE l.password_failures END
        WHERE l.key = ${key}
          OR l.key = (SELECT tax_id_index FROM account WHERE id = ${accountId}::uuid)`;
    },
    returnPassword: async (key) => {
      await db.execute`
        UPDATE allowance SET password_failures = GREATEST(0, password_failures - 1),
          password_tries = password_tries[1:cardinality(password_tries) - 1]
        WHERE key = ${key}`;
    },
    takeCode: async ({ id, challengeId, bindingDigest, purpose, known, now }) => {
      const throttle = THROTTLES.codeTries;
      const isOpen = sql`c.binding_digest = ${bindingDigest} AND c.purpose = ${purpose}
        AND ${UNUSED} AND c.expires_at > ${now} AND c.attempts < ${MAX_WRONG_CODES}`;
      const isOpenInChat = sql`c.account_id = asked."accountId" AND NOT asked.sent
        AND c.purpose = ${purpose} AND c.binding_digest IS NULL AND c.sent
        AND c.disarmed_at IS NULL AND ${UNUSED} AND c.expires_at > ${now}`;
      const rows = await db.query<CodeRow>`
        WITH who AS (
          SELECT c.id, k.digest IS NOT NULL AS known,
            COALESCE(k.digest, a.tax_id_index, c.tax_id_index) AS key
          FROM challenge c
          LEFT JOIN account a ON a.id = c.account_id
          LEFT JOIN known_browser k
            ON k.account_id = a.id AND k.digest = ANY(${[...known]}::bytea[])
          WHERE c.id = ${challengeId}::uuid AND ${isOpen}
          LIMIT 1),
        counted AS (${countTry({ id, from: sql`who`, what: 'code', throttle, now })}),
        asked AS (
          UPDATE challenge c SET attempts = c.attempts + 1 FROM who, counted
          WHERE c.id = who.id AND counted.granted AND ${isOpen}
          RETURNING ${CHALLENGE_COLUMNS}),
        from_chat AS (
          UPDATE challenge c SET attempts = c.attempts + 1 FROM asked, who
          WHERE who.known AND ${isOpenInChat} AND c.attempts < ${CHAT_CODE_GUESSES}
          RETURNING ${CHALLENGE_COLUMNS}),
        for_strangers AS (
          SELECT ${CHALLENGE_COLUMNS} FROM challenge c, asked, who
          WHERE NOT who.known AND ${isOpenInChat})
        SELECT who.known AS "isKnown", counted.*, found.* FROM who CROSS JOIN counted
        LEFT JOIN (SELECT false AS "isFromChat", asked.* FROM asked
          UNION ALL SELECT true, from_chat.* FROM from_chat
          UNION ALL SELECT true, for_strangers.* FROM for_strangers) found ON true`;
      const [first] = rows;
      if (first === undefined) return null;
      return {
        ...counted(first, throttle),
        asked: rows.find(({ isFromChat }) => isFromChat === false) ?? null,
        fromChat: rows.find(({ isFromChat }) => isFromChat === true) ?? null,
      };
    },
    // Locks the counters first, then challenges, in this order everywhere: another order would cause deadlocks.
    useCode: async ({ challengeId, accountId, key, now }) => {
      const isOpen = sql`c.disarmed_at IS NULL AND c.expires_at > ${now} AND ${UNUSED}`;
      const rows = await db.query<unknown>`
        WITH counted AS (
          UPDATE allowance l SET code_failures = 0, chat_live_since = NULL,
            code_tries = CASE WHEN l.key = ${key}
              THEN l.code_tries[1:cardinality(l.code_tries) - 1] ELSE l.code_tries END
          WHERE l.key = ${key}
            OR l.key = (SELECT tax_id_index FROM account WHERE id = ${accountId}::uuid)
          RETURNING 1),
        used AS (
          UPDATE challenge c SET consumed_at = ${now}
          WHERE c.id = ${challengeId}::uuid AND ${isOpen} AND (SELECT count(*) FROM counted) >= 0
          RETURNING c.id),
        disarmed AS (
          UPDATE challenge c SET disarmed_at = ${now} FROM used
          WHERE c.account_id = ${accountId}::uuid AND c.id <> used.id AND ${isOpen})
        SELECT 1 FROM used`;
      return rows.length === 1;
    },
    sweep: (before) => db.inlined.execute`
      DELETE FROM allowance l
      WHERE l.touched_at < ${before} AND (l.code_failures = 0 AND l.password_failures = 0
        OR NOT EXISTS (SELECT 1 FROM account a WHERE a.tax_id_index = l.key)
          AND NOT EXISTS (SELECT 1 FROM known_browser k WHERE k.digest = l.key))`,
  };
}
