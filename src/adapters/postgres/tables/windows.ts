import type { Throttle } from '#src/domain/throttle.js';
import { Prisma } from '../generated/client.js';

/** More stamps than this no limit looks at. */
const STAMPS_KEPT = 25;

function since(windowMs: number, now: Date): Date {
  return new Date(now.getTime() - windowMs);
}

/**
 * Whether one more fits beside the stamps of a column, in every window. A stamp of exactly a window ago has left it.
 */
export function fits(
  stamps: Prisma.Sql,
  throttles: readonly Pick<Throttle, 'limit' | 'windowMs'>[],
  now: Date,
): Prisma.Sql {
  const windows = throttles.map(
    ({ limit, windowMs }) =>
      Prisma.sql`count(*) FILTER (WHERE t > ${since(windowMs, now)}::timestamptz) < ${limit}`,
  );
  return Prisma.sql`(SELECT ${Prisma.join(windows, ' AND ')} FROM unnest(${stamps}) t)`;
}

/** The stamps of a column that still count, and `now`. */
export function withNow(stamps: Prisma.Sql, longest: Throttle, now: Date): Prisma.Sql {
  return Prisma.sql`ARRAY(SELECT t FROM unnest(${stamps}) t
    WHERE t > ${since(longest.windowMs, now)}::timestamptz
    ORDER BY t DESC LIMIT ${STAMPS_KEPT - 1}) || ${now}::timestamptz`;
}
