import type { VaultChange } from '#src/app/ports/tables/whatsapp-vault.js';

import { backoffMs } from '../socket/backoff.js';
import { createPause } from '../socket/pause.js';

/**
 * Write-behind for the Signal state: changes are queued at once and become durable in order, in groups. A group is
 * whatever waits when the commit before it has ended, so a slow database costs latency and no throughput.
 */
export interface OrderedCommits {
  /** Queues changes behind all earlier ones. */
  push(changes: readonly VaultChange[]): void;
  /** How many changes were ever queued: a point in the queue that can be compared with `durable()`. */
  position(): number;
  /** How many changes, from the first on, are safe from a crash. */
  durable(): number;
  /** Calls back each time `durable()` has grown. @returns a function that ends it */
  onDurable(listener: () => void): () => void;
  /** Keeps changes queued from now on from being committed until the returned function is called. */
  hold(): () => void;
  /** @returns true when all that was queued is durable, false when that took longer than `timeoutMs` */
  settle(timeoutMs: number): Promise<boolean>;
  /** Commits nothing more; what waits is lost, as in a crash. */
  stop(): void;
}

interface OrderedCommitsDeps {
  /** One transaction; false when this process no longer owns the number. */
  readonly commit: (changes: readonly VaultChange[]) => Promise<boolean>;
  /** A number from 0 up to 1. */
  readonly random: () => number;
  /** The epoch is stale: nothing will be committed any more. */
  readonly onFenced: () => void;
  /** A commit failed and will be tried again; output is held meanwhile. */
  readonly onTrouble: (error: unknown, attempt: number) => void;
}

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;

export function createOrderedCommits(deps: OrderedCommitsDeps): OrderedCommits {
  const waiting: VaultChange[] = [];
  const listeners = new Set<() => void>();
  const holds = new Set<{ readonly at: number }>();
  let queued = 0;
  let safe = 0;
  let running = false;
  let stopped = false;
  const pause = createPause();

  function wake(): void {
    if (running || stopped) return;
    running = true;
    // One turn of the event loop lets the parts of one change, which the library writes one by one, meet in a group.
    setImmediate(() => void commitAll());
  }

  async function commitAll(): Promise<void> {
    for (;;) {
      const end = committableUpTo();
      if (stopped || end <= safe) break;
      const group = waiting.slice(0, end - safe);
      if (!(await commitStubbornly(lastOfEach(group)))) break;
      waiting.splice(0, group.length);
      safe = end;
      for (const listener of [...listeners]) listener();
    }
    running = false;
  }

  function committableUpTo(): number {
    let end = queued;
    for (const hold of holds) end = Math.min(end, hold.at);
    return end;
  }

  async function commitStubbornly(group: readonly VaultChange[]): Promise<boolean> {
    for (let attempt = 1; !isStopped(); attempt += 1) {
      try {
        if (await deps.commit(group)) return true;
        stop();
        deps.onFenced();
      } catch (error) {
        deps.onTrouble(error, attempt);
        await pause.forMs(
          backoffMs({
            attempt,
            firstMs: FIRST_RETRY_MS,
            lastMs: LAST_RETRY_MS,
            random: deps.random(),
          }),
        );
      }
    }
    return false;
  }

  function isStopped(): boolean {
    return stopped;
  }

  function stop(): void {
    stopped = true;
    pause.end();
  }

  function onDurable(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  return {
    push(changes) {
      waiting.push(...changes);
      queued += changes.length;
      wake();
    },
    position: () => queued,
    durable: () => safe,
    onDurable,
    hold() {
      const hold = { at: queued };
      holds.add(hold);
      return () => {
        if (holds.delete(hold)) wake();
      };
    },
    settle(timeoutMs) {
      const goal = queued;
      if (safe >= goal) return Promise.resolve(true);
      if (stopped) return Promise.resolve(false);
      return new Promise((resolve) => {
        const end = (reached: boolean) => {
          clearTimeout(timer);
          unsubscribe();
          resolve(reached);
        };
        const timer = setTimeout(() => end(false), timeoutMs);
        const unsubscribe = onDurable(() => {
          if (safe >= goal) end(true);
        });
      });
    },
    stop,
  };
}

/** Of several writes to one row only the last matters; a clear makes all before it pointless. */
function lastOfEach(group: readonly VaultChange[]): readonly VaultChange[] {
  const kept = new Map<string, VaultChange>();
  for (const change of group) {
    if (change.kind === 'clear') kept.clear();
    const row = change.kind === 'key' ? `key ${change.type} ${change.id}` : change.kind;
    kept.delete(row);
    kept.set(row, change);
  }
  return [...kept.values()];
}
