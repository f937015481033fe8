import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '#src/adapters/crypto/clock.js';
import { createFieldCipher } from '#src/adapters/crypto/field-cipher.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import { createMemoryRateLimiter } from '#src/adapters/memory/rate-limiter.js';
import { connectRedis } from '#src/adapters/redis/connection.js';
import { createRedisEventBus } from '#src/adapters/redis/event-bus.js';
import { createRedisRateLimiter } from '#src/adapters/redis/rate-limiter.js';
import type { RedisCondition } from '#src/app/upkeep/watch-readiness.js';
import { hasRedis, startRedis, type RedisServer } from '../support/redis-server.js';
import { until } from '../support/until.js';
import { quietLog, untilHeardBy } from './redis-parts.js';

/** One time-out (1 s) and what a busy machine adds; two would be more. */
const ONE_TIMEOUT_MS = 1_900;
const LIMITS = 9;

describe.runIf(hasRedis())('two instances and a Redis that fails', () => {
  const cipher = createFieldCipher(createKeyRing([randomBytes(32)]));
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  async function redisServer(...more: string[]): Promise<RedisServer> {
    const server = await startRedis({ more });
    ends.push(() => server.stop());
    return server;
  }

  function instance(url: string) {
    const log = quietLog();
    const redis = connectRedis(url, log);
    ends.push(() => redis.close());
    const local = createMemoryEventBus();
    const deps = { clock: systemClock, random: systemRandom, cipher, log, redis, local };
    const bus = createRedisEventBus({ ...deps, instance: randomUUID() });
    const limiter = createRedisRateLimiter(redis, createMemoryRateLimiter());
    const limit = (name: string) => limiter.hit({ name, limit: 2, windowMs: 60_000 }, 'one');
    return {
      ...{ redis, bus, limit, log },
      is: (wanted: RedisCondition) =>
        until(`Redis to be ${wanted}`, async () => (await redis.condition()) === wanted),
      /** What one request does: many limits, one after the other, and an event. @returns milliseconds */
      async request(): Promise<number> {
        const since = performance.now();
        for (let n = 0; n < LIMITS; n += 1) await limit(`request-${n}`);
        await bus.publish('outbox.queued', {});
        return performance.now() - since;
      },
    };
  }

  async function two(url: string) {
    const [here, there] = [instance(url), instance(url)];
    await Promise.all([here.is('ok'), there.is('ok')]);
    await untilHeardBy(2, here.redis);
    return { here, there };
  }

  /** Both count together again, and an event reaches the other. */
  async function expectTogether({ here, there }: Awaited<ReturnType<typeof two>>): Promise<void> {
    await Promise.all([here.is('ok'), there.is('ok')]);
    await untilHeardBy(2, here.redis);
    const name = randomUUID();
    const verdicts = [await here.limit(name), await there.limit(name), await here.limit(name)];
    expect(verdicts.map(({ allowed }) => allowed)).toEqual([true, true, false]);
    const heard: string[] = [];
    there.bus.subscribe('session.revoked', ({ sessionId }) => heard.push(sessionId));
    await here.bus.publish('session.revoked', { sessionId: name });
    await until('the event', () => heard.includes(name));
  }

  /** Limits go on in memory, and no request waits for more than one time-out in all. */
  async function expectServed({ here, there }: Awaited<ReturnType<typeof two>>): Promise<void> {
    const took = await Promise.all([here.request(), here.request(), there.request()]);
    for (const ms of took) expect(ms).toBeLessThan(ONE_TIMEOUT_MS);
    const name = randomUUID();
    const verdicts = [await here.limit(name), await here.limit(name), await here.limit(name)];
    expect(verdicts.map(({ allowed }) => allowed)).toEqual([true, true, false]);
  }

  it('case C6: full: limits in memory, events go on, and it is named', async () => {
    const server = await redisServer();
    const both = await two(server.url);
    await both.here.redis.commands.config('SET', 'maxmemory', '1');
    await expectServed(both);
    await both.here.is('refuses_writes');
    const heard: string[] = [];
    both.there.bus.subscribe('session.revoked', ({ sessionId }) => heard.push(sessionId));
    await both.here.bus.publish('session.revoked', { sessionId: 'full' });
    await until('the event', () => heard.includes('full'));
    await both.here.redis.commands.config('SET', 'maxmemory', '0');
    await expectTogether(both);
  });

  it('case C6: its disk fails (MISCONF)', async () => {
    const server = await redisServer('--save', '3600 1', '--rdbcompression', 'no');
    const both = await two(server.url);
    await mkdir(path.join(server.folder, 'dump.rdb'));
    await both.here.redis.commands.bgsave();
    await both.here.is('refuses_writes');
    await both.there.is('refuses_writes');
    await expectServed(both);
    await both.here.redis.commands.config('SET', 'stop-writes-on-bgsave-error', 'no');
    await expectTogether(both);
  });

  it('case C6: a failover: both follow the address to the new primary', async () => {
    const [old, fresh] = [await redisServer(), await redisServer()];
    let target = old.url;
    const forwarder = net.createServer((client) => {
      const upstream = net.connect(target);
      for (const [one, other] of [[client, upstream] as const, [upstream, client] as const]) {
        one.pipe(other);
        one.on('error', () => other.destroy());
        one.on('close', () => other.destroy());
      }
    });
    await new Promise<void>((resolve) => forwarder.listen(0, '127.0.0.1', resolve));
    ends.push(() => {
      forwarder.close();
      return Promise.resolve();
    });
    const { port } = forwarder.address() as net.AddressInfo;
    const both = await two(`redis://127.0.0.1:${port}`);
    const demoted = connectRedis(old.url, quietLog());
    ends.push(() => demoted.close());
    await until('a connection', async () => (await demoted.condition()) === 'ok');
    await demoted.commands.replicaof('127.0.0.1', 1);
    await expectServed(both);
    target = fresh.url;
    await expectTogether(both);
    const atFresh = connectRedis(fresh.url, quietLog());
    ends.push(() => atFresh.close());
    await until('a connection', async () => (await atFresh.condition()) === 'ok');
    await untilHeardBy(2, atFresh);
  });

  it('case C6: hanging: one time-out for the first request, none for those after it', async () => {
    const server = await redisServer();
    const both = await two(server.url);
    server.signal('SIGSTOP');
    await expectServed(both);
    expect(await both.here.redis.condition()).toBe('down');
    expect(await both.here.request()).toBeLessThan(200);
    server.signal('SIGCONT');
    await expectTogether(both);
  });

  it('case C6: gone and back, empty', async () => {
    const server = await redisServer();
    const both = await two(server.url);
    await server.kill();
    await expectServed(both);
    await both.here.is('down');
    await server.startAgain();
    await expectTogether(both);
  });

  it('case C6: emptied while it runs', async () => {
    const server = await redisServer();
    const both = await two(server.url);
    await both.here.redis.commands.flushall();
    await both.here.redis.commands.script('FLUSH');
    await expectServed(both);
    await expectTogether(both);
  });

  it('case C6: a cluster is named, and what needs no key goes on', async () => {
    const server = await redisServer('--cluster-enabled', 'yes');
    const [here, there] = [instance(server.url), instance(server.url)];
    await here.is('is_cluster');
    await there.is('is_cluster');
    expect(here.log.events).toContain('redis.unusable');
    await expectServed({ here, there });
  });
});
