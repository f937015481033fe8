import type { Receipt } from '../ports/channel.js';
import type { Clock } from '../ports/clock.js';
import type { Store } from '../ports/tables/store.js';
import type { Timers } from '../ports/timers.js';

/** Nobody waits for a receipt: what comes within this time is one statement. */
const GATHER_MS = 100;
/** Receipts of one statement at most. */
const MOST = 200;

interface Waiting {
  readonly receipt: Receipt;
  readonly stored: () => void;
  readonly failed: (error: unknown) => void;
}

/** Records what became of messages in groups, one statement for many: each answer has at least one receipt. */
export function createReceiptGroups(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly timers: Timers;
}) {
  const { store, clock, timers } = deps;
  let waiting: Waiting[] = [];
  let cancel: (() => void) | null = null;
  let recording: Promise<void> = Promise.resolve();
  let isStopped = false;

  async function recordGroup(group: readonly Waiting[]): Promise<void> {
    try {
      await store.outbox.record(
        group.map(({ receipt }) => receipt),
        clock.now(),
      );
      for (const { stored } of group) stored();
    } catch (error) {
      for (const { failed } of group) failed(error);
    }
  }

  /** Records what waits, now. Groups follow each other, so that no receipt overtakes an earlier one. */
  function flush(): Promise<void> {
    cancel?.();
    cancel = null;
    const group = waiting;
    waiting = [];
    if (group.length > 0) recording = recording.then(() => recordGroup(group));
    return recording;
  }

  return {
    /** Records what waits; what comes from now on is recorded at once, since the process ends. */
    stop(): Promise<void> {
      isStopped = true;
      return flush();
    },
    /**
     * @returns when it is stored
     * @throws what the database says: the caller keeps the receipt
     */
    record(receipt: Receipt): Promise<void> {
      return new Promise((stored, failed) => {
        waiting.push({ receipt, stored, failed });
        if (isStopped || waiting.length >= MOST) void flush();
        else cancel ??= timers.after(GATHER_MS, () => void flush());
      });
    },
  };
}
