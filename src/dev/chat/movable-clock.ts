import type { Clock } from '#src/app/ports/clock.js';

/** A clock that can be moved ahead and goes on from there. */
export function createMovableClock(clock: Clock) {
  let aheadMs = 0;
  return {
    now: () => new Date(clock.now().getTime() + aheadMs),
    pass: (ms: number) => void (aheadMs += ms),
  };
}
