import sql, { join, type Sql } from 'sql-template-tag';
import type { Throttle } from '#src/domain/throttle.js';

/** More stamps than this no limit looks at. */
const STAMPS_KEPT = 25;

function since(windowMs: number, now: Date): Date {
  return new Date(now.getTime() - windowMs);
}

/**
 * Whether one more fits beside the stamps of a column, in every window. A stamp of exactly a window ago has left it.
 */
export function fits(
  stamps: Sql,
  throttles: readonly Pick<Throttle, 'limit' | 'windowMs'>[],
  now: Date,
): Sql {
  const windows = throttles.map(
    ({ limit, windowMs }) =>
      sql`count(*) FILTER (WHERE t > ${since(windowMs, now)}::timestamptz) < ${limit}`,
  );
  return sql`(SELECT ${join(windows, ' AND ')} FROM unnest(${stamps}) t)`;
}

/** The stamps of a column that still count, and `now`. */
export function withNow(stamps: Sql, longest: Throttle, now: Date): Sql {
  return sql`ARRAY(SELECT t FROM unnest(${stamps}) t
    WHERE t > ${since(longest.windowMs, now)}::timestamptz
    ORDER BY t DESC LIMIT ${STAMPS_KEPT - 1}) || ${now}::timestamptz`;
}
