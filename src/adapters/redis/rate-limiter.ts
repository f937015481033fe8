import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimiter } from '#src/app/ports/rate-limiter.js';
import type { Throttle } from '#src/domain/throttle.js';
import type { RedisConnection } from './connection.js';

/** Counts tries for all instances together; while Redis is down each counts for itself. */
export function createRedisRateLimiter(redis: RedisConnection): RateLimiter {
  const windows = new Map<string, RateLimiterRedis>();

  function windowOf({ name, limit, windowMs }: Throttle): RateLimiterRedis {
    const known = windows.get(name);
    if (known !== undefined) return known;
    const window = { keyPrefix: `zap-login:${name}`, points: limit, duration: windowMs / 1000 };
    const made = new RateLimiterRedis({
      ...window,
      storeClient: redis.commands,
      insuranceLimiter: new RateLimiterMemory(window),
    });
    windows.set(name, made);
    return made;
  }

  return {
    hit: async (throttle, key) => {
      try {
        await windowOf(throttle).consume(key);
        return { allowed: true, retryAfterS: 0 };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { allowed: false, retryAfterS: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
      }
    },
    clear: async (throttle, key) => {
      await windowOf(throttle).delete(key);
    },
  };
}
