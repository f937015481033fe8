import type { Throttle } from './throttle.js';

/**
 * When another event fits into every window again, given the times of earlier ones in any order. The very instant at
 * which a window ends is free. @returns a time that is not after `now` when one fits now
 */
export function freeAt(
  stamps: readonly Date[],
  throttles: readonly Pick<Throttle, 'limit' | 'windowMs'>[],
): Date {
  const newestFirst = stamps.map((stamp) => stamp.getTime()).sort((left, right) => right - left);
  const frees = throttles.map(({ limit, windowMs }) => {
    const oldestThatCounts = newestFirst[limit - 1];
    return oldestThatCounts === undefined ? 0 : oldestThatCounts + windowMs;
  });
  return new Date(Math.max(0, ...frees));
}

/** Whole seconds from `now` until `at`, rounded up; at least 1, since who asks was refused at `now`. */
export function secondsUntil(at: Date, now: Date): number {
  return Math.max(1, Math.ceil((at.getTime() - now.getTime()) / 1000));
}
