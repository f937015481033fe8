import type { RateBucket } from '#src/domain/address-buckets.js';
import type { Throttle } from '#src/domain/throttle.js';

export interface RateVerdict {
  readonly allowed: boolean;
  /** Seconds until the next try can succeed; 0 when allowed. */
  readonly retryAfterS: number;
}

/**
 * Counts tries per key in windows. May lose counts (Redis restart); whatever must not be lost
 * (attempts at one challenge, failures of one account) is counted in the store instead.
 */
export interface RateLimiter {
  /** Counts one try and says whether it is within the limit. */
  hit(throttle: Throttle, key: string): Promise<RateVerdict>;
  /**
   * Counts one try in each bucket, in the order given, until one is over its limit: what comes after that one is not
   * counted. One round trip. Put narrow buckets first and the one that all share last.
   */
  hitAll(buckets: readonly RateBucket[]): Promise<RateVerdict>;
  /** Whether one more try would be within the limits; counts none. One round trip. */
  lookAll(buckets: readonly RateBucket[]): Promise<RateVerdict>;
  /** Forgets the tries of a key, after a success. */
  clear(throttle: Throttle, key: string): Promise<void>;
}
