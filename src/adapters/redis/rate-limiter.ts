import type { RateLimiter, RateVerdict } from '#src/app/ports/rate-limiter.js';
import type { RateBucket } from '#src/domain/address-buckets.js';
import type { Throttle } from '#src/domain/throttle.js';
import { KEYS, type RedisConnection } from './connection.js';

/**
 * KEYS: a counter for each bucket. ARGV: the limit and the window in milliseconds of each. Answers with the
 * milliseconds until the first counter that is over its limit ends, or 0. A script runs alone in Redis, so that tries
 * at the same instant are counted one by one.
 */
const HIT_ALL = `
for index, key in ipairs(KEYS) do
  local tries = redis.call('INCR', key)
  local left = redis.call('PTTL', key)
  if left < 0 then
    left = tonumber(ARGV[2 * index])
    redis.call('PEXPIRE', key, left)
  end
  if tries > tonumber(ARGV[2 * index - 1]) then return math.max(left, 1) end
end
return 0`;

/** The same without counting: milliseconds until the first counter ends that has no try left, or 0. */
const LOOK_ALL = `
for index, key in ipairs(KEYS) do
  local tries = tonumber(redis.call('GET', key) or '0')
  if tries >= tonumber(ARGV[2 * index - 1]) then return math.max(redis.call('PTTL', key), 1) end
end
return 0`;

function keyOf({ name }: Throttle, key: string): string {
  return `${KEYS}:${name}:${key}`;
}

/**
 * Counts tries for all instances together; while Redis is away or refuses writes each counts for itself, in `alone`.
 */
export function createRedisRateLimiter(
  redis: Pick<RedisConnection, 'write'>,
  alone: RateLimiter,
): RateLimiter {
  async function ask(
    script: string,
    buckets: readonly RateBucket[],
    otherwise: (buckets: readonly RateBucket[]) => Promise<RateVerdict>,
  ): Promise<RateVerdict> {
    const keys = buckets.map(({ throttle, key }) => keyOf(throttle, key));
    const limits = buckets.flatMap(({ throttle }) => [throttle.limit, throttle.windowMs]);
    let waitMs: number;
    try {
      const answer = await redis.write((commands) =>
        commands.eval(script, keys.length, ...keys, ...limits),
      );
      waitMs = Number(answer);
    } catch {
      // The connection has logged why.
      return otherwise(buckets);
    }
    return { allowed: waitMs === 0, retryAfterS: Math.ceil(waitMs / 1000) };
  }

  const hitAll = (buckets: readonly RateBucket[]) =>
    ask(HIT_ALL, buckets, (same) => alone.hitAll(same));

  return {
    hit: (throttle, key) => hitAll([{ throttle, key }]),
    hitAll,
    lookAll: (buckets) => ask(LOOK_ALL, buckets, (same) => alone.lookAll(same)),
    clear: async (throttle, key) => {
      await alone.clear(throttle, key);
      try {
        await redis.write((commands) => commands.del(keyOf(throttle, key)));
      } catch {
        // What could not be forgotten ends with its window; the connection has logged why.
      }
    },
  };
}
