import { ipBucket, type AddressThrottle, type Throttle } from './throttle.js';

/** One thing that is counted: how many are allowed, and of what. */
export interface RateBucket {
  readonly throttle: Throttle;
  readonly key: string;
}

/**
 * The networks of IPv6 around a /64 that one customer can be given (RFC 6177 §2: a /56 for a home, a /48 for a site),
 * and how many times the limit of one /64 they have together. More than once, because a mobile carrier puts phones of
 * different people into one /48; and few times, because with a rented server one often gets a /48 with 65,536 /64s.
 */
const NETWORKS = [
  { bits: 56, times: 2 },
  { bits: 48, times: 3 },
] as const;

/**
 * Everything that a try from `address` counts against, the narrowest first: an IPv4 address alone; an IPv6 address by
 * its /64, its /56 and its /48. What is no address shares one bucket.
 */
export function addressBuckets(
  { name, limit, windowMs }: AddressThrottle,
  address: string,
): readonly RateBucket[] {
  const own: RateBucket = { throttle: { name, limit, windowMs }, key: ipBucket(address) };
  return [
    own,
    ...NETWORKS.flatMap(({ bits, times }): RateBucket[] => {
      const key = networkOf(own.key, bits);
      if (key === null) return [];
      return [{ throttle: { name: `${name}:${bits}`, limit: times * limit, windowMs }, key }];
    }),
  ];
}

/** Out of `2001:db8:1:2ff::/64`, the first 48 or 56 bits: `2001:db8:1::/48`. null for what is no network of IPv6. */
function networkOf(bucket: string, bits: 48 | 56): string | null {
  if (!bucket.endsWith('::/64')) return null;
  const [first = '', second = '', third = '', fourth = ''] = bucket.slice(0, -5).split(':');
  const site = [first, second, third];
  if (bits === 48) return `${site.join(':')}::/48`;
  // The high byte of the fourth group stays, the low one is the customer's to choose.
  const kept = Number.parseInt(fourth, 16) & 0xff00;
  return `${[...site, kept.toString(16)].join(':')}::/56`;
}
