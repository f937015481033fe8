import { backoffMs } from '../socket/backoff.js';
import { createPause } from '../socket/pause.js';

/**
 * Runs storage work that must not be lost while this process lives: one after the other for each key, and again with
 * back-off until it succeeds.
 */
interface StoredInOrder {
  /** @returns true once the work has succeeded; false when it was given up by `stop` */
  run(key: string, work: () => Promise<void>): Promise<boolean>;
  stop(): void;
}

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 10_000;

export function createStoredInOrder(deps: {
  /** A number from 0 up to 1. */
  readonly random: () => number;
  /** The work failed and will be tried again. */
  readonly onTrouble: (error: unknown, attempt: number) => void;
}): StoredInOrder {
  const tails = new Map<string, Promise<boolean>>();
  const pause = createPause();
  let stopped = false;

  async function stubbornly(work: () => Promise<void>): Promise<boolean> {
    for (let attempt = 1; !isStopped(); attempt += 1) {
      try {
        await work();
        return true;
      } catch (error) {
        deps.onTrouble(error, attempt);
        const ms = backoffMs({
          attempt,
          firstMs: FIRST_RETRY_MS,
          lastMs: LAST_RETRY_MS,
          random: deps.random(),
        });
        await pause.forMs(ms);
      }
    }
    return false;
  }

  function isStopped(): boolean {
    return stopped;
  }

  return {
    run(key, work) {
      const before = tails.get(key);
      const tail = before ? before.then(() => stubbornly(work)) : stubbornly(work);
      tails.set(key, tail);
      void tail.then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
      return tail;
    },
    stop() {
      stopped = true;
      pause.end();
    },
  };
}
