import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#src/adapters/crypto/clock.js';
import { createFieldCipher } from '#src/adapters/crypto/field-cipher.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import { connectRedis, type RedisConnection } from '#src/adapters/redis/connection.js';
import { createRedisEventBus } from '#src/adapters/redis/event-bus.js';
import { hasRedis, startRedis, type RedisServer } from '../support/redis-server.js';
import { until } from '../support/until.js';
import { EVENTS, quietLog, untilHeardBy } from './redis-parts.js';

describe.runIf(hasRedis())('whoever can write to Redis without the key', () => {
  const cipher = createFieldCipher(createKeyRing([randomBytes(32)]));
  const log = quietLog();
  const own = { random: systemRandom, cipher, log };
  let server: RedisServer;
  const connections: RedisConnection[] = [];
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(async () => {
    for (const connection of connections) await connection.close();
    await server.stop();
  });

  async function connect(): Promise<RedisConnection> {
    const redis = connectRedis(server.url, log);
    connections.push(redis);
    await until('Redis to answer', () => redis.condition().then((condition) => condition === 'ok'));
    return redis;
  }

  async function instance() {
    const redis = await connect();
    const local = createMemoryEventBus();
    const deps = { ...own, clock: systemClock, redis, local, instance: randomUUID() };
    return createRedisEventBus(deps);
  }

  /** An instance whose clock a test moves, what it hears, and everything that passes through Redis. */
  async function overheard() {
    const taped: string[] = [];
    const [redis, tape] = [await connect(), await connect()];
    tape.subscriber.on('message', (_channel: string, text: string) => taped.push(text));
    await tape.subscriber.subscribe(EVENTS);
    let skewMs = 0;
    const clock = { now: () => new Date(Date.now() + skewMs) };
    const local = createMemoryEventBus();
    const bus = createRedisEventBus({ ...own, clock, redis, local, instance: randomUUID() });
    const heard: string[] = [];
    bus.subscribe('channel.command', ({ type }) => heard.push(type));
    bus.subscribe('session.revoked', ({ sessionId }) => heard.push(sessionId));
    const events = (name: string) => log.events.filter((event) => event === name).length;
    return {
      ...{ redis, taped, heard, events },
      setSkew: (ms: number) => void (skewMs = ms),
      say: (text: string) => redis.commands.publish(EVENTS, text),
    };
  }

  it('cannot repeat an admin’s command', async () => {
    const sender = await instance();
    const { redis, taped, heard, events, say } = await overheard();
    await untilHeardBy(2, redis);
    await sender.publish('channel.command', { type: 'logout' });
    await until('the command', () => heard.length > 0 && taped.length > 0);
    const before = events('redis.event_replayed');
    await say(taped[0] ?? '');
    await until('the replay', () => events('redis.event_replayed') > before);
    expect(heard).toEqual(['logout']);
  });

  it.each([31_000, -31_000])('cannot keep it for %d ms', async (skewMs) => {
    const sender = await instance();
    const { redis, heard, events, setSkew } = await overheard();
    await untilHeardBy(2, redis);
    setSkew(skewMs);
    const before = events('redis.event_stale');
    await sender.publish('channel.command', { type: 'logout' });
    await until('the stale command', () => events('redis.event_stale') > before);
    setSkew(0);
    await sender.publish('session.revoked', { sessionId: 'fresh' });
    await until('a fresh event', () => heard.length > 0);
    expect(heard).toEqual(['fresh']);
  });

  it('cannot repeat it after the ids are forgotten either', async () => {
    const sender = await instance();
    const { redis, taped, heard, events, setSkew, say } = await overheard();
    await untilHeardBy(2, redis);
    // As far behind as an event may seem to be ahead.
    setSkew(-29_000);
    await sender.publish('channel.command', { type: 'logout' });
    await until('the command', () => heard.length > 0 && taped.length > 0);
    const before = events('redis.event_replayed');
    setSkew(25_000);
    await say(taped[0] ?? '');
    await until('the replay', () => events('redis.event_replayed') > before);
    expect(heard).toEqual(['logout']);
  });

  it('cannot make up an event', async () => {
    const { redis, heard, events, say } = await overheard();
    await untilHeardBy(1, redis);
    const before = events('redis.event_unreadable');
    const stranger = createFieldCipher(createKeyRing([randomBytes(32)]));
    const made = JSON.stringify({
      from: 'x',
      name: 'channel.command',
      payload: { type: 'pair' },
    });
    await say(Buffer.from(stranger.encrypt(made, 'redis.events')).toString('base64'));
    await say('{}');
    await until('both', () => events('redis.event_unreadable') >= before + 2);
    expect(heard).toEqual([]);
  });
});
