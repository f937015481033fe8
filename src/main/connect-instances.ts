import { createMemoryChannelBoard } from '#src/adapters/memory/channel-board.js';
import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import { createMemoryRateLimiter } from '#src/adapters/memory/rate-limiter.js';
import type { BoardStatus, ChannelBoard } from '#src/app/ports/channel.js';
import type { Clock } from '#src/app/ports/clock.js';
import type { EventBus } from '#src/app/ports/event-bus.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { FieldCipher } from '#src/app/ports/field-cipher.js';
import type { Random } from '#src/app/ports/random.js';
import type { RateLimiter } from '#src/app/ports/rate-limiter.js';

/** What instances share; in one process without Redis, the same in memory. */
export interface Shared {
  readonly bus: EventBus;
  readonly limiter: RateLimiter;
  readonly board: ChannelBoard;
  /** null without Redis. */
  readonly pingRedis: (() => Promise<void>) | null;
  close(): Promise<void>;
}

export async function connectInstances(input: {
  readonly redisUrl: string | null;
  readonly cipher: FieldCipher;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: EventLog;
  readonly instance: string;
  readonly initial: BoardStatus;
}): Promise<Shared> {
  const { redisUrl, cipher, clock, random, log, instance, initial } = input;
  const local = createMemoryEventBus((error, topic) => {
    log.error('bus.listener_failed', { topic, error });
  });
  if (redisUrl === null) {
    return {
      bus: local,
      limiter: createMemoryRateLimiter(),
      board: createMemoryChannelBoard(initial),
      pingRedis: null,
      close: () => Promise.resolve(),
    };
  }
  // Loaded only where it is used: the client is a large part of what a process without Redis would wait for.
  const [
    { connectRedis },
    { createRedisEventBus },
    { createRedisRateLimiter },
    { createRedisChannelBoard },
  ] = await Promise.all([
    import('#src/adapters/redis/connection.js'),
    import('#src/adapters/redis/event-bus.js'),
    import('#src/adapters/redis/rate-limiter.js'),
    import('#src/adapters/redis/channel-board.js'),
  ]);
  const redis = connectRedis(redisUrl, log);
  return {
    bus: createRedisEventBus({ redis, local, cipher, clock, random, log, instance }),
    limiter: createRedisRateLimiter(redis, createMemoryRateLimiter()),
    board: createRedisChannelBoard({ redis, cipher, log, initial }),
    pingRedis: () => redis.ping(),
    close: () => redis.close(),
  };
}
