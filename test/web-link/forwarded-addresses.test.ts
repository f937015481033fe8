import { describe, expect, it } from 'vitest';
import { ipBucket } from '#src/domain/throttle.js';
import { startWeb } from '../support/web-client.js';
import { KNOWN_TAX_ID } from '../support/web-deps.js';

type Trust = number | readonly string[];

async function seen(trustProxy: Trust, headers: readonly string[]): Promise<string | undefined> {
  const { browser, world, url } = await startWeb({ trustProxy });
  if (headers.length === 1) {
    await browser()
      .post('/api/auth/whatsapp')
      .set('X-Forwarded-For', headers[0] ?? '')
      .send({ taxId: KNOWN_TAX_ID });
  } else {
    // Several headers of one name, as some proxies add theirs.
    await fetch(`${url}/api/auth/whatsapp`, {
      method: 'POST',
      headers: [
        ['Origin', 'http://localhost:3000'],
        ['Content-Type', 'application/json'],
        ...headers.map((value): [string, string] => ['X-Forwarded-For', value]),
      ],
      body: JSON.stringify({ taxId: KNOWN_TAX_ID }),
    });
  }
  return world.calls.addresses[0];
}

describe('case B9: the address of a person, as proxies write it', () => {
  it.each([
    ['203.0.113.1:40000', '203.0.113.1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
    ['"[2001:db8::1]:443"', '2001:db8::1'],
    ['  203.0.113.1  ', '203.0.113.1'],
    ['198.51.100.9, 203.0.113.1:40000', '203.0.113.1'],
    ['198.51.100.9:1,\t[2001:db8:0:5::1]:2', '2001:db8:0:5::1'],
    ['::ffff:203.0.113.1', '::ffff:203.0.113.1'],
  ])('case B9: %j is %s', async (written, address) => {
    expect(await seen(1, [written])).toBe(address);
  });

  it('case B9: 24 people with ports of their own are 24 people', async () => {
    const { browser, world } = await startWeb({ trustProxy: 1 });
    for (let host = 1; host <= 24; host += 1) {
      await browser()
        .post('/api/auth/whatsapp')
        .set('X-Forwarded-For', `203.0.113.${host}:${40_000 + host}`)
        .send({ taxId: KNOWN_TAX_ID });
    }
    expect(new Set(world.calls.addresses.map(ipBucket)).size).toBe(24);
    expect(world.calls.addresses).not.toContain('unknown');
  });

  it('case B9: what is no address keeps its place among the hops', async () => {
    expect(await seen(2, ['203.0.113.1:5, nonsense'])).toBe('203.0.113.1');
    expect(await seen(1, ['203.0.113.1, nonsense'])).toBe('unknown');
  });

  it('case B9: several headers are one list', async () => {
    expect(await seen(1, ['198.51.100.9', '203.0.113.1:7'])).toBe('203.0.113.1');
    expect(await seen(2, ['198.51.100.9:8', '203.0.113.1:7'])).toBe('198.51.100.9');
  });
});

describe('case B9: TRUST_PROXY as networks', () => {
  it('case B9: a made-up header of a peer that is no trusted proxy counts as the peer', async () => {
    expect(await seen(['10.0.0.0/8'], ['203.0.113.1'])).toBe('127.0.0.1');
    expect(await seen(['203.0.113.0/24'], ['203.0.113.1:99, 198.51.100.1'])).toBe('127.0.0.1');
  });

  it('case B9: goes back through trusted proxies only, with ports and all', async () => {
    const trusted = ['loopback', '10.0.0.0/8'];
    expect(await seen(trusted, ['203.0.113.1:40000'])).toBe('203.0.113.1');
    expect(await seen(trusted, ['198.51.100.6, 203.0.113.1:1, 10.0.0.2:2'])).toBe('203.0.113.1');
    expect(await seen(trusted, ['[2001:db8::7]:4, 10.1.2.3:5'])).toBe('2001:db8::7');
  });
});
