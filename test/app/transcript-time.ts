import type { Clock } from '#src/app/ports/clock.js';
import type { Timers } from '#src/app/ports/timers.js';

/** A clock and timers that move when a test says so. */
export function createManualTime(start: Date) {
  let now = start.getTime();
  const once = new Set<{ readonly at: number; readonly work: () => void }>();
  const again = new Set<{ readonly everyMs: number; readonly work: () => Promise<void> }>();
  const clock: Clock = { now: () => new Date(now) };
  const timers: Timers = {
    after: (ms, work) => {
      const timer = { at: now + ms, work };
      once.add(timer);
      return () => void once.delete(timer);
    },
    every: (ms, work) => {
      const timer = { everyMs: ms, work };
      again.add(timer);
      return () => void again.delete(timer);
    },
  };
  return {
    clock,
    timers,
    /** Time passes at once: what is due runs once, as when a computer wakes up. */
    pass: async (ms: number): Promise<void> => {
      now += ms;
      for (const timer of [...once].sort((left, right) => left.at - right.at)) {
        if (timer.at <= now && once.delete(timer)) timer.work();
      }
      for (const { everyMs, work } of [...again]) if (everyMs <= ms) await work();
    },
  };
}
