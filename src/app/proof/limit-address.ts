import { addressBuckets } from '#src/domain/address-buckets.js';
import type { AddressThrottle } from '#src/domain/throttle.js';
import type { RateLimiter, RateVerdict } from '../ports/rate-limiter.js';

export interface TooManyRequests {
  readonly code: 'too_many_requests';
  /** Seconds. */
  readonly retryAfterS: number;
}

/**
 * Counts one try of `address` (as text, after trusted proxies) and says whether it is within the limit of the address
 * and of the networks around it: `addressBuckets` names them. Who counts an address among other things passes those
 * buckets on; `RateLimiter.hit` does not take an `AddressThrottle`, so that no limit can forget the networks (case 67).
 *
 * A try that the address itself has no right to is not counted against the network, so that one home cannot use up
 * what its neighbours have. One round trip.
 */
export function limitAddress(
  limiter: Pick<RateLimiter, 'hitAll'>,
  throttle: AddressThrottle,
  address: string,
): Promise<RateVerdict> {
  return limiter.hitAll(addressBuckets(throttle, address));
}

/** Whether a try of `address` would be within those limits; counts none. For what counts its failures only. */
export function lookAtAddress(
  limiter: Pick<RateLimiter, 'lookAll'>,
  throttle: AddressThrottle,
  address: string,
): Promise<RateVerdict> {
  return limiter.lookAll(addressBuckets(throttle, address));
}
