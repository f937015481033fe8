import type { Timers } from '#src/app/ports/timers.js';

/** The first message is answered after this at the latest, also while more of them come. */
const LONGEST_WAIT_MS = 1_500;

interface Pending {
  /** Ends the wait for quiet. */
  cancelQuiet: () => void;
  readonly cancelLongest: () => void;
}

/**
 * Waits for quiet: `work` runs once for a key when nothing has called for it for `quietMs`, or 1.5 s after the first
 * call. With 0 it runs at once.
 */
export function createDebounce<Key>(deps: {
  readonly timers: Timers;
  /** Milliseconds. */
  readonly quietMs: number;
  readonly work: (key: Key) => void;
}) {
  const { timers, quietMs, work } = deps;
  const pending = new Map<Key, Pending>();

  function fire(key: Key): void {
    const waiting = pending.get(key);
    if (waiting === undefined) return;
    pending.delete(key);
    waiting.cancelQuiet();
    waiting.cancelLongest();
    work(key);
  }

  return {
    call(key: Key): void {
      if (quietMs === 0) {
        work(key);
        return;
      }
      const cancel = timers.after(quietMs, () => fire(key));
      const waiting = pending.get(key);
      if (waiting === undefined) {
        const cancelLongest = timers.after(LONGEST_WAIT_MS, () => fire(key));
        pending.set(key, { cancelQuiet: cancel, cancelLongest });
        return;
      }
      waiting.cancelQuiet();
      waiting.cancelQuiet = cancel;
    },
    /** Drops what waits. */
    stop(): void {
      for (const { cancelQuiet, cancelLongest } of pending.values()) {
        cancelQuiet();
        cancelLongest();
      }
      pending.clear();
    },
  };
}
