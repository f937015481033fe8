import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#src/adapters/crypto/clock.js';
import { createFieldCipher } from '#src/adapters/crypto/field-cipher.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { createMemoryChannelBoard } from '#src/adapters/memory/channel-board.js';
import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import { createMemoryRateLimiter } from '#src/adapters/memory/rate-limiter.js';
import { connectRedis, type RedisConnection } from '#src/adapters/redis/connection.js';
import { createRedisEventBus } from '#src/adapters/redis/event-bus.js';
import { createRedisRateLimiter } from '#src/adapters/redis/rate-limiter.js';
import type { ChannelBoard } from '#src/app/ports/channel.js';
import type { EventBus } from '#src/app/ports/event-bus.js';
import type { RateLimiter } from '#src/app/ports/rate-limiter.js';
import { hasRedis, startRedis, type RedisServer } from '../support/redis-server.js';
import { until } from '../support/until.js';
import { PAIRING, quietLog, STOPPED, untilHeardBy } from './redis-parts.js';

interface Parts {
  readonly bus: EventBus;
  readonly limiter: RateLimiter;
  readonly board: ChannelBoard;
}

/** What holds in one process and between several. */
function contract(name: string, open: () => Promise<Parts>): void {
  describe(name, () => {
    let parts: Parts;
    beforeAll(async () => {
      parts = await open();
    });

    it('delivers an event to every listener of this process, until it stops listening', async () => {
      const heard: string[] = [];
      const stop = parts.bus.subscribe('session.revoked', (event) => heard.push(event.sessionId));
      await parts.bus.publish('session.revoked', { sessionId: 'first' });
      stop();
      await parts.bus.publish('session.revoked', { sessionId: 'second' });
      expect(heard).toEqual(['first']);
    });

    it('allows as many tries as the limit, then says when to come back', async () => {
      const throttle = { name: 'contract', limit: 3, windowMs: 60_000 };
      const key = randomUUID();
      const verdicts = await Promise.all(
        Array.from({ length: 5 }, () => parts.limiter.hit(throttle, key)),
      );
      expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(3);
      for (const { allowed, retryAfterS } of verdicts) {
        if (allowed) expect(retryAfterS).toBe(0);
        else expect(retryAfterS).toBeGreaterThan(0);
        expect(retryAfterS).toBeLessThanOrEqual(60);
      }
      expect((await parts.limiter.hit(throttle, randomUUID())).allowed).toBe(true);
    });

    it('forgets the tries of a key after a success', async () => {
      const throttle = { name: 'contract-clear', limit: 1, windowMs: 60_000 };
      const key = randomUUID();
      await parts.limiter.hit(throttle, key);
      expect((await parts.limiter.hit(throttle, key)).allowed).toBe(false);
      await parts.limiter.clear(throttle, key);
      expect((await parts.limiter.hit(throttle, key)).allowed).toBe(true);
    });

    it('counts several buckets at once, and none behind the one that is full', async () => {
      const narrow = {
        throttle: { name: 'narrow', limit: 2, windowMs: 60_000 },
        key: randomUUID(),
      };
      const wide = { throttle: { name: 'wide', limit: 3, windowMs: 60_000 }, key: randomUUID() };
      const flood = await Promise.all(
        Array.from({ length: 20 }, () => parts.limiter.hitAll([narrow, wide])),
      );
      expect(flood.filter(({ allowed }) => allowed)).toHaveLength(2);
      // The eighteen that the narrow one refused have used nothing up here.
      const neighbour = { ...narrow, key: randomUUID() };
      expect(await parts.limiter.hitAll([neighbour, wide])).toEqual({
        allowed: true,
        retryAfterS: 0,
      });
      const refused = await parts.limiter.hitAll([neighbour, wide]);
      expect(refused.allowed).toBe(false);
      expect(refused.retryAfterS).toBeGreaterThan(0);
      expect(refused.retryAfterS).toBeLessThanOrEqual(60);
    });

    it('shows what was posted last, dates and all', async () => {
      expect(await parts.board.current()).toEqual(STOPPED);
      await parts.board.post(PAIRING);
      expect(await parts.board.current()).toEqual(PAIRING);
    });
  });
}

contract('one process, in memory', () =>
  Promise.resolve({
    bus: createMemoryEventBus(),
    limiter: createMemoryRateLimiter(),
    board: createMemoryChannelBoard(STOPPED),
  }),
);

describe.runIf(hasRedis())('several instances, on Redis', () => {
  const cipher = createFieldCipher(createKeyRing([randomBytes(32)]));
  const log = quietLog();
  const own = { clock: systemClock, random: systemRandom, cipher, log };
  let server: RedisServer;
  const connections: RedisConnection[] = [];
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(async () => {
    for (const connection of connections) await connection.close();
    await server.stop();
  });

  async function instance(): Promise<Parts & { readonly redis: RedisConnection }> {
    const redis = connectRedis(server.url, log);
    connections.push(redis);
    const local = createMemoryEventBus();
    const bus = createRedisEventBus({ ...own, redis, local, instance: randomUUID() });
    await until('Redis to answer', () => redis.condition().then((condition) => condition === 'ok'));
    return {
      redis,
      bus,
      limiter: createRedisRateLimiter(redis, createMemoryRateLimiter()),
      board: createMemoryChannelBoard(STOPPED),
    };
  }

  contract('each of them', instance);

  it('hear each other, once, and never themselves twice', async () => {
    const [here, there] = [await instance(), await instance()];
    const heard: string[] = [];
    here.bus.subscribe('channel.command', ({ type }) => heard.push(`here ${type}`));
    there.bus.subscribe('channel.command', ({ type }) => heard.push(`there ${type}`));
    await untilHeardBy(2, here.redis);
    await here.bus.publish('channel.command', { type: 'pair' });
    await until('the other to hear it', () => heard.includes('there pair'));
    await there.bus.publish('channel.command', { type: 'logout' });
    await until('the answer to be heard', () => heard.includes('here logout'));
    expect(heard.toSorted()).toEqual(['here logout', 'here pair', 'there logout', 'there pair']);
  });

  it('count tries together', async () => {
    const [here, there] = [await instance(), await instance()];
    const throttle = { name: 'together', limit: 2, windowMs: 60_000 };
    const key = randomUUID();
    const verdicts = [
      await here.limiter.hit(throttle, key),
      await there.limiter.hit(throttle, key),
      await here.limiter.hit(throttle, key),
    ];
    expect(verdicts.map(({ allowed }) => allowed)).toEqual([true, true, false]);
  });

  it('go on by themselves when Redis goes away, and say so in the log', async () => {
    const other = await startRedis();
    const redis = connectRedis(other.url, log);
    connections.push(redis);
    await until('Redis to answer', () => redis.condition().then((condition) => condition === 'ok'));
    const local = createMemoryEventBus();
    const bus = createRedisEventBus({ ...own, redis, local, instance: randomUUID() });
    const limiter = createRedisRateLimiter(redis, createMemoryRateLimiter());
    await other.stop();
    const heard: string[] = [];
    bus.subscribe('session.revoked', ({ sessionId }) => heard.push(sessionId));
    await bus.publish('session.revoked', { sessionId: 'alone' });
    const throttle = { name: 'alone', limit: 1, windowMs: 60_000 };
    const key = randomUUID();
    expect((await limiter.hit(throttle, key)).allowed).toBe(true);
    expect((await limiter.hit(throttle, key)).allowed).toBe(false);
    expect(heard).toEqual(['alone']);
    expect(await redis.condition()).toBe('down');
    expect(log.events).toContain('redis.event_lost');
  });
});
