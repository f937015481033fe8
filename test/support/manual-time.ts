import type { Timers } from '#src/app/ports/timers.js';

/** A clock that a test moves; each timer runs at its time on the way. */
export function createManualTime(start: Date) {
  let now = start.getTime();
  const jobs = new Map<object, { due: number; everyMs: number | null; work: () => unknown }>();
  const plan = (ms: number, work: () => unknown, everyMs: number | null): (() => void) => {
    const key = {};
    jobs.set(key, { due: now + ms, everyMs, work });
    return () => void jobs.delete(key);
  };
  const timers: Timers = {
    after: (ms, work) => plan(ms, work, null),
    every: (ms, work) => plan(ms, work, ms),
  };

  return {
    clock: { now: () => new Date(now) },
    timers,
    waiting: () => jobs.size,
    pass: async (ms: number): Promise<void> => {
      const end = now + ms;
      for (;;) {
        const [key, job] =
          [...jobs]
            .filter(([, { due }]) => due <= end)
            .sort(([, one], [, other]) => one.due - other.due)[0] ?? [];
        if (key === undefined || job === undefined) break;
        now = job.due;
        if (job.everyMs === null) jobs.delete(key);
        else job.due += job.everyMs;
        await job.work();
      }
      now = end;
    },
  };
}
