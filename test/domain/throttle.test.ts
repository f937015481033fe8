import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { RESEND_INTERVAL_MS } from '#src/domain/challenge.js';
import { ipBucket, networkBucket, THROTTLES } from '#src/domain/throttle.js';

describe('THROTTLES', () => {
  it('counts each limit under a name of its own', () => {
    const names = Object.values(THROTTLES).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('agrees with the rules for one challenge', () => {
    expect(THROTTLES.codePerAccount).toMatchObject({ limit: 5, windowMs: 3_600_000 });
    expect(THROTTLES.codeResend).toMatchObject({ limit: 1, windowMs: RESEND_INTERVAL_MS });
  });

  it('lets one chat try three tax ids a day', () => {
    expect(THROTTLES.taxIdsPerChat).toMatchObject({ limit: 3, windowMs: 86_400_000 });
  });
});

const buckets: [address: string, bucket: string][] = [
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:cb00:7107', '203.0.113.7'],
  ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::ffff', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::', '0:0:0:0::/64'],
  ['1::', '1:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::ffff:0:203.0.113.7', '0:0:0:0::/64'],
  ['2001:db8:1:2:0:ffff:203.0.113.7', '2001:db8:1:2::/64'],
];

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
  ['2001:db8:1:ffff::1', '2001:db8:1::/48'],
  ['localhost', 'unknown'],
])('the network of %s is %s', (address, bucket) => {
  expect(networkBucket(address)).toBe(bucket);
});

const nonsense = [
  '',
  'unknown',
  'localhost',
  '1',
  '1.2.3',
  '1.2.3.256',
  '01.2.3.4',
  '0x7f.0.0.1',
  '1.2.3.4:80',
  ' 1.2.3.4',
  '1.2.3.4, 5.6.7.8',
  '[::1]',
  '::1]/',
  '1:2:3',
  ':::',
  '1::2::3',
  '12345::',
  '2001:db8::/64',
  'g::1',
  '::1\n',
  `${'0'.repeat(100)}::1`,
];

describe('ipBucket', () => {
  test.each(buckets)('puts %s into %s', (address, bucket) => {
    expect(ipBucket(address)).toBe(bucket);
  });

  test.each(nonsense)('puts what is no address into one bucket: %j', (address) => {
    expect(ipBucket(address)).toBe('unknown');
  });

  it('keeps every IPv4 address apart, also when it comes as IPv6', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(ipBucket(address)).toBe(address);
        expect(ipBucket(`::ffff:${address}`)).toBe(address);
      }),
    );
  });

  it('puts a whole /64 into one bucket and its neighbour into another', () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16));
    const half = fc.array(group, { minLength: 4, maxLength: 4 }).map((groups) => groups.join(':'));
    const networks = half.filter((network) => network !== '0:0:0:0');
    fc.assert(
      fc.property(networks, half, half, (network, one, other) => {
        expect(ipBucket(`${network}:${one}`)).toBe(`${network}::/64`);
        expect(ipBucket(`${network}:${other}`)).toBe(`${network}::/64`);
      }),
    );
  });

  it('never throws and knows every IPv6 address', () => {
    fc.assert(fc.property(fc.ipV6(), (address) => ipBucket(address) !== 'unknown'));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => ipBucket(text).length > 0));
  });
});
