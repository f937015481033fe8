import type { EventLog } from '#src/app/ports/event-log.js';
import type { Timers } from '#src/app/ports/timers.js';

/** Node's timers; none of them keeps the process alive. */
export function createTimers(log: EventLog): Timers {
  function after(ms: number, work: () => void): () => void {
    const timer = setTimeout(work, ms);
    timer.unref();
    return () => clearTimeout(timer);
  }

  function every(ms: number, work: () => Promise<void>): () => void {
    let cancelled = false;
    let cancel = after(ms, tick);
    function tick(): void {
      work()
        .catch((error: unknown) => log.error('timer.work_failed', { error }))
        .finally(() => {
          if (!cancelled) cancel = after(ms, tick);
        });
    }
    return () => {
      cancelled = true;
      cancel();
    };
  }

  return { after, every };
}
