import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimiter, RateVerdict } from '#src/app/ports/rate-limiter.js';
import type { Throttle } from '#src/domain/throttle.js';

/** Counts tries in this process's memory: enough for one instance without Redis. */
export function createMemoryRateLimiter(): RateLimiter {
  const windows = new Map<string, RateLimiterMemory>();

  function windowOf({ name, limit, windowMs }: Throttle): RateLimiterMemory {
    const known = windows.get(name);
    if (known !== undefined) return known;
    const made = new RateLimiterMemory({
      keyPrefix: name,
      points: limit,
      duration: windowMs / 1000,
    });
    windows.set(name, made);
    return made;
  }

  async function hit(throttle: Throttle, key: string): Promise<RateVerdict> {
    try {
      await windowOf(throttle).consume(key);
      return { allowed: true, retryAfterS: 0 };
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return { allowed: false, retryAfterS: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
    }
  }

  return {
    hit,
    hitAll: async (buckets) => {
      for (const { throttle, key } of buckets) {
        const verdict = await hit(throttle, key);
        if (!verdict.allowed) return verdict;
      }
      return { allowed: true, retryAfterS: 0 };
    },
    lookAll: async (buckets) => {
      for (const { throttle, key } of buckets) {
        const count = await windowOf(throttle).get(key);
        if (count !== null && count.consumedPoints >= throttle.limit) {
          return { allowed: false, retryAfterS: Math.max(1, Math.ceil(count.msBeforeNext / 1000)) };
        }
      }
      return { allowed: true, retryAfterS: 0 };
    },
    clear: async (throttle, key) => {
      await windowOf(throttle).delete(key);
    },
  };
}
