import { RedisAwayError, redisFaultOf, RedisTimeoutError, type RedisFault } from './redis-fault.js';

/** A Redis that does not answer within this time counts as down. No request waits longer than this, in all. */
const TIMEOUT_MS = 1_000;
/** Pauses between probes while the breaker is open; the last one repeats. */
const PAUSES_MS = [1_000, 2_000, 4_000] as const;

export interface Breaker {
  /** Why Redis is not used at present; null while it is. */
  fault(): RedisFault | null;
  /**
   * Runs a command, or rejects at once while Redis is known not to take it.
   * @param bears a fault that this command works with all the same
   * @throws RedisAwayError, RedisTimeoutError, or what the command threw
   */
  run<Value>(command: () => Promise<Value>, bears?: RedisFault): Promise<Value>;
  /** Tries now, for instance because the connection has just come up. */
  probe(): Promise<void>;
  stop(): void;
}

/**
 * One for everything that this process wants from Redis: opens at the first refusal or time-out, ends the waits that
 * are under way, and probes by itself, so that no request pays for finding out. Open until the first probe succeeds.
 */
export function createBreaker(deps: {
  /** A write: what Redis refuses when it is full, a replica or broken. */
  readonly probe: () => Promise<unknown>;
  /** Told of each change; null: usable again. */
  readonly onChange: (fault: RedisFault | null) => void;
  /** Told before the probe that follows a failure. */
  readonly onRetry: (error: unknown) => void;
}): Breaker {
  let fault: RedisFault | null = 'down';
  let failures = 0;
  let next: NodeJS.Timeout | undefined;
  let probing: Promise<void> | null = null;
  let stopped = false;
  const waiting = new Set<(error: Error) => void>();

  function attempt<Value>(command: () => Promise<Value>): Promise<Value> {
    return new Promise<Value>((resolve, reject) => {
      const timer = setTimeout(() => settle(() => reject(new RedisTimeoutError())), TIMEOUT_MS);
      const giveUp = (error: Error): void => settle(() => reject(error));
      const settle = (outcome: () => void): void => {
        clearTimeout(timer);
        waiting.delete(giveUp);
        outcome();
      };
      waiting.add(giveUp);
      command().then(
        (value) => settle(() => resolve(value)),
        (error: unknown) => {
          const reason = error instanceof Error ? error : new Error(String(error));
          settle(() => reject(reason));
        },
      );
    });
  }

  function open(found: RedisFault, error: unknown): void {
    if (stopped) return;
    if (fault !== found) deps.onChange(found);
    fault = found;
    if (found === 'down') for (const giveUp of waiting) giveUp(new RedisAwayError(found));
    const pause = PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)];
    failures += 1;
    clearTimeout(next);
    next = setTimeout(() => {
      deps.onRetry(error);
      void probe();
    }, pause);
    next.unref();
  }

  async function look(): Promise<void> {
    try {
      await attempt(deps.probe);
      clearTimeout(next);
      failures = 0;
      if (fault !== null) deps.onChange(null);
      fault = null;
    } catch (error) {
      open(redisFaultOf(error) ?? 'down', error);
    } finally {
      probing = null;
    }
  }

  function probe(): Promise<void> {
    if (stopped) return Promise.resolve();
    probing ??= look();
    return probing;
  }

  return {
    fault: () => fault,
    async run(command, bears) {
      if (fault !== null && fault !== bears) throw new RedisAwayError(fault);
      try {
        return await attempt(command);
      } catch (error) {
        const found = error instanceof RedisAwayError ? null : redisFaultOf(error);
        if (found !== null) open(found, error);
        throw error;
      }
    },
    probe,
    stop() {
      stopped = true;
      clearTimeout(next);
    },
  };
}
