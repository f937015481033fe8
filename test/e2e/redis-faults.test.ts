import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres, startPostgres, type PostgresServer } from '../support/postgres-server.js';
import { hasRedis, startRedis, type RedisServer } from '../support/redis-server.js';
import { until } from '../support/until.js';
import { freePort } from './support/free-port.js';
import { startProduct, type ProductProcess } from './support/product-process.js';
import { createWorld, type World } from './support/world.js';

interface Parts {
  readonly redis: string;
  readonly whatsapp: string;
}

const programs = findPostgres();

describe.runIf(programs !== null && hasRedis())('bot and pages in two processes', () => {
  let world: World;
  let postgres: PostgresServer;
  let redis: RedisServer;
  let bot: ProductProcess;
  let web: ProductProcess;

  beforeAll(async () => {
    postgres = await startPostgres(programs ?? '');
    redis = await startRedis({ port: await freePort() });
    world = await createWorld();
    const env = {
      DATABASE_URL: await postgres.createDatabase(),
      REDIS_URL: redis.url,
      MASTER_KEY: randomBytes(32).toString('base64'),
    };
    bot = await world.startPaired(env);
    const { simulator, dataDir } = world;
    const port = await freePort();
    web = await startProduct({ simulator, dataDir, port, env: { ...env, ROLE: 'web' } });
    await web.untilWhatsApp();
  });
  afterAll(async () => {
    await web.end('SIGKILL');
    await world.end();
    await redis.stop();
    await postgres.stop();
  });

  async function untilRedisIs(wanted: string): Promise<void> {
    for (const { url } of [bot, web]) {
      await until(`Redis to be ${wanted}`, async () => {
        const { parts } = (await (await fetch(`${url}/readyz`)).json()) as { parts: Parts };
        return parts.redis === wanted;
      });
    }
  }

  /** A login by WhatsApp can begin at either, and WhatsApp is said to be there. */
  async function expectLogins(): Promise<void> {
    for (const { url } of [bot, web]) {
      const ready = (await (await fetch(`${url}/readyz`)).json()) as { parts: Parts };
      expect(ready.parts.whatsapp).toBe('ok');
      const answer = await fetch(`${url}/api/auth/requests`, {
        method: 'POST',
        headers: { Origin: url, 'Content-Type': 'application/json' },
        body: '{}',
      });
      expect(answer.status).toBe(201);
    }
  }

  it('case C6: a Redis that refuses writes and has forgotten everything: logins by WhatsApp go on', async () => {
    const operator = new Redis(redis.url);
    await operator.flushall();
    await operator.config('SET', 'maxmemory', '1');
    await untilRedisIs('refuses_writes');
    await expectLogins();
    await operator.config('SET', 'maxmemory', '0');
    operator.disconnect();
    await untilRedisIs('ok');
    await expectLogins();
  });

  it('case C6: a Redis that is gone: logins by WhatsApp go on', async () => {
    await redis.kill();
    await untilRedisIs('down');
    await expectLogins();
    await redis.startAgain();
    await untilRedisIs('ok');
    await expectLogins();
  });
});
