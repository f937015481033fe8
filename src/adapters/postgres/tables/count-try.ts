import sql, { type Sql } from 'sql-template-tag';
import { THROTTLES, type Throttle } from '#src/domain/throttle.js';
import { fits, withNow } from './windows.js';

/** The owner is told of strangers who guess once a day at the most. */
const WARN_EVERY_MS = 24 * 60 * 60_000;

const COLUMNS = {
  password: { tries: sql`password_tries`, failures: sql`password_failures` },
  code: { tries: sql`code_tries`, failures: sql`code_failures` },
};

/** The owner is warned after as many wrong tries in a row as fit into one window: that many are no typing mistakes. */
const WORTH_A_WORD = {
  password: THROTTLES.passwordPerAccount.limit,
  code: THROTTLES.codeTries.limit,
};

/**
 * Counts one try as wrong under `from.key`, if it fits into the window, in the statement at hand: a CTE's insides that
 * give back the key, whether the try was granted, the stamps, the failures in a row, and whether the owner is to be
 * told.
 */
export function countTry(input: {
  readonly id: string;
  /** The CTE that has the key: one row, or none for no count. */
  readonly from: Sql;
  readonly what: keyof typeof COLUMNS;
  readonly throttle: Throttle;
  readonly now: Date;
}): Sql {
  const { id, from, what, throttle, now } = input;
  const { tries, failures } = COLUMNS[what];
  const granted = fits(sql`l.${tries}`, [throttle], now);
  const warnBefore = new Date(now.getTime() - WARN_EVERY_MS);
  const warns = sql`(${granted} AND l.${failures} + 1 >= ${WORTH_A_WORD[what]}
    AND (l.warned_at IS NULL OR l.warned_at <= ${warnBefore}::timestamptz))`;
  return sql`
    INSERT INTO allowance AS l (key, ${tries}, ${failures}, grant_id, touched_at)
    SELECT ${from}.key, ARRAY[${now}::timestamptz], 1, ${id}::uuid, ${now}::timestamptz FROM ${from}
    ON CONFLICT (key) DO UPDATE SET
      ${tries} = CASE WHEN ${granted}
        THEN ${withNow(sql`l.${tries}`, throttle, now)} ELSE l.${tries} END,
      ${failures} = l.${failures} + CASE WHEN ${granted} THEN 1 ELSE 0 END,
      grant_id = CASE WHEN ${granted} THEN ${id}::uuid ELSE l.grant_id END,
      warned_at = CASE WHEN ${warns} THEN ${now}::timestamptz ELSE l.warned_at END,
      warn_id = CASE WHEN ${warns} THEN ${id}::uuid ELSE l.warn_id END,
      touched_at = ${now}::timestamptz
    RETURNING l.key, l.grant_id = ${id}::uuid AS granted, l.${tries} AS tries,
      l.${failures} AS failures, l.warn_id = ${id}::uuid AS warn`;
}
