import type { Clock } from '#src/app/ports/clock.js';
import { GoogleUnavailableError } from './google-call.js';

/**
 * After a failure the kept value is used for this long before the next try, so that requests do not wait for each try.
 */
const RETRY_MS = 30_000;

/** Something Google publishes: loaded when needed, kept for `keptMs`, and longer while Google is away. */
export function createStaleWhileErrorCache<Value>(deps: {
  readonly clock: Clock;
  readonly keptMs: number;
  /** @throws GoogleUnavailableError */
  readonly load: () => Promise<Value>;
}) {
  const { clock, keptMs, load } = deps;
  let kept: { readonly value: Value; readonly at: number } | null = null;
  let triedAt = -Infinity;
  let loading: Promise<Value> | null = null;

  async function loadOnce(): Promise<Value> {
    triedAt = clock.now().getTime();
    const value = await load();
    kept = { value, at: triedAt };
    return value;
  }

  /** Loads again; those who ask meanwhile wait for the same answer. */
  function renew(): Promise<Value> {
    loading ??= loadOnce().finally(() => {
      loading = null;
    });
    return loading;
  }

  return {
    renew,
    /** Milliseconds since Google was last asked, whatever came of it. */
    sinceTried: (): number => clock.now().getTime() - triedAt,
    /** What was loaded within the last `maxAgeMs`. @throws GoogleUnavailableError when Google is away now */
    async fresh(maxAgeMs: number): Promise<Value> {
      const present = kept;
      const isFresh = present !== null && clock.now().getTime() - present.at < maxAgeMs;
      return isFresh ? present.value : renew();
    },
    /** @throws GoogleUnavailableError when Google is away and there is nothing yet */
    async get(): Promise<Value> {
      const present = kept;
      if (present === null) return renew();
      const now = clock.now().getTime();
      if (now - present.at < keptMs || now - triedAt < RETRY_MS) return present.value;
      try {
        return await renew();
      } catch (error) {
        if (error instanceof GoogleUnavailableError) return present.value;
        throw error;
      }
    },
  };
}
