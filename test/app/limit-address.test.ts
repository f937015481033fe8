import fc from 'fast-check';
import { beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { createMemoryRateLimiter } from '#src/adapters/memory/rate-limiter.js';
import { limitAddress } from '#src/app/proof/limit-address.js';
import type { RateLimiter } from '#src/app/ports/rate-limiter.js';
import { addressBuckets } from '#src/domain/address-buckets.js';
import { THROTTLES, type AddressThrottle, type Throttle } from '#src/domain/throttle.js';

const throttle: AddressThrottle = { name: 'edge', limit: 10, windowMs: 60_000, per: 'address' };

describe('case B5: a limit per address', () => {
  let limiter: RateLimiter;
  beforeEach(() => {
    limiter = createMemoryRateLimiter();
  });

  async function allowed(addresses: readonly string[]): Promise<number> {
    const verdicts = await Promise.all(
      addresses.map((address) => limitAddress(limiter, throttle, address)),
    );
    return verdicts.filter((verdict) => verdict.allowed).length;
  }

  const subnets = (count: number, step: number): string[] =>
    Array.from({ length: count }, (_, at) => `2001:db8:5:${(at * step).toString(16)}::1`);

  it('case B5: a /48 with thousands of its 65,536 /64s has three times the tries of one', async () => {
    expect(await allowed(subnets(8192, 8))).toBe(30);
    expect(await allowed(['2001:db8:6::1'])).toBe(1);
  });

  it('case B5: a /56 with its 256 /64s has twice the tries of one', async () => {
    expect(await allowed(subnets(256, 1))).toBe(20);
    // The neighbour's /56 in the same /48 has what is left there.
    expect(await allowed(Array.from({ length: 20 }, () => '2001:db8:5:100::1'))).toBe(10);
  });

  it('case B5: one /64 that goes on after its limit uses up nothing of its neighbours', async () => {
    expect(await allowed(Array.from({ length: 500 }, (_, at) => `2001:db8:5::${at + 1}`))).toBe(10);
    expect(await allowed(Array.from({ length: 500 }, () => '2001:db8:5:1::1'))).toBe(10);
  });

  it('counts an IPv4 address for itself, however it is written', async () => {
    const written = ['203.0.113.5', '::ffff:203.0.113.5', '::ffff:cb00:7105'];
    expect(await allowed(Array.from({ length: 60 }, (_, at) => written[at % 3] ?? ''))).toBe(10);
    expect(await allowed(['203.0.113.6'])).toBe(1);
  });

  it('case B5: counts every address of a /48 there is under the same three buckets', () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    fc.assert(
      fc.property(group, group, (subnet, host) => {
        const address = `2001:db8:0:${subnet.toString(16)}::${host.toString(16)}`;
        const high = (subnet & 0xff00).toString(16);
        expect(addressBuckets(throttle, address)).toEqual([
          {
            throttle: { name: 'edge', limit: 10, windowMs: 60_000 },
            key: `2001:db8:0:${subnet.toString(16)}::/64`,
          },
          {
            throttle: { name: 'edge:56', limit: 20, windowMs: 60_000 },
            key: `2001:db8:0:${high}::/56`,
          },
          {
            throttle: { name: 'edge:48', limit: 30, windowMs: 60_000 },
            key: '2001:db8:0::/48',
          },
        ]);
      }),
    );
  });

  it('case B5: cannot be counted without its networks: the types refuse it', () => {
    expectTypeOf<AddressThrottle>().not.toExtend<Throttle>();
    expectTypeOf<Parameters<RateLimiter['hit']>[0]>().toEqualTypeOf<Throttle>();
    const perAddress = Object.values(THROTTLES).filter(({ name }) => name.endsWith(':ip'));
    expect(perAddress.length).toBeGreaterThan(5);
    for (const each of perAddress) expect(each).toMatchObject({ per: 'address' });
  });
});
