import { addressBuckets, type RateBucket } from '#src/domain/address-buckets.js';
import { networkBucket, THROTTLES } from '#src/domain/throttle.js';
import { limitAddress } from '../proof/limit-address.js';
import type { Digests } from '../ports/crypto/digests.js';
import type { Random } from '../ports/random.js';
import type { RateLimiter, RateVerdict } from '../ports/rate-limiter.js';

/** A try that may be made; `succeeded` forgets the tries before it. */
export type AdminLoginTry =
  | { readonly allowed: true; succeeded(): Promise<void> }
  | { readonly allowed: false; readonly retryAfterS: number };

/**
 * Who may guess at the admin's password how often. A browser that was signed in before has tries of its own, whatever
 * strangers do (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"). All other tries are counted by
 * address, and from the second try of a network on, all of them together as well. So a flood slows guesses down and
 * never blocks the admin: the first try of each network is always checked.
 */
export function createAdminLoginLimits(deps: {
  readonly digests: Digests;
  readonly random: Random;
  readonly limiter: RateLimiter;
}) {
  const { digests, random, limiter } = deps;

  function sign(adminId: string, nonce: string): string {
    return Buffer.from(digests.token('admin-device', `${adminId}.${nonce}`)).toString('base64url');
  }

  /** What the device is counted under, or null when this admin never signed in there. */
  function deviceOf(adminId: string | null, cookie: string | null): string | null {
    const [nonce, signature, ...rest] = cookie?.split('.') ?? [];
    if (adminId === null || nonce === undefined || signature === undefined) return null;
    const right = Buffer.from(sign(adminId, nonce));
    const isOurs = rest.length === 0 && digests.same(right, Buffer.from(signature));
    return isOurs ? nonce : null;
  }

  async function hitAsStranger(address: string): Promise<RateVerdict> {
    const byAddress = await limitAddress(limiter, THROTTLES.adminLoginPerIp, address);
    if (!byAddress.allowed) return byAddress;
    const first = await limiter.hit(THROTTLES.adminLoginFirst, networkBucket(address));
    if (first.allowed) return first;
    return limiter.hit(THROTTLES.adminLoginPerAccount, 'admin');
  }

  function verdictOf(verdict: RateVerdict, own: readonly RateBucket[]): AdminLoginTry {
    if (!verdict.allowed) return { allowed: false, retryAfterS: verdict.retryAfterS };
    return {
      allowed: true,
      succeeded: async () => {
        for (const { throttle, key } of own) await limiter.clear(throttle, key);
      },
    };
  }

  return {
    /** A value for the cookie of a browser where this admin has just signed in. */
    deviceFor(adminId: string): string {
      const nonce = random.token();
      return `${nonce}.${sign(adminId, nonce)}`;
    },
    /** @param input.device the cookie that `deviceFor` made, if the browser has one */
    async signIn(input: {
      readonly adminId: string | null;
      readonly device: string | null;
      readonly address: string;
    }): Promise<AdminLoginTry> {
      const { adminId, address } = input;
      const device = deviceOf(adminId, input.device);
      if (device === null) {
        // Of the networks around the address nothing is forgotten: others tried from there, too.
        const own: readonly RateBucket[] = [
          ...addressBuckets(THROTTLES.adminLoginPerIp, address).slice(0, 1),
          { throttle: THROTTLES.adminLoginFirst, key: networkBucket(address) },
        ];
        return verdictOf(await hitAsStranger(address), own);
      }
      const own = { throttle: THROTTLES.adminLoginPerDevice, key: `device:${device}` };
      return verdictOf(await limiter.hitAll([own]), [own]);
    },
    /** Counted by session: strangers at the sign-in page cannot keep a signed-in admin from this. */
    async stepUp(sessionId: string): Promise<AdminLoginTry> {
      const own = { throttle: THROTTLES.adminLoginPerDevice, key: `session:${sessionId}` };
      return verdictOf(await limiter.hitAll([own]), [own]);
    },
  };
}
