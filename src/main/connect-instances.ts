import { createMemoryChannelBoard } from '#src/adapters/memory/channel-board.js';
import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import { createMemoryRateLimiter } from '#src/adapters/memory/rate-limiter.js';
import type { SharedChannelBoard } from '#src/adapters/postgres/tables/channel-board.js';
import type { BoardStatus, ChannelBoard } from '#src/app/ports/channel.js';
import type { Clock } from '#src/app/ports/clock.js';
import type { EventBus } from '#src/app/ports/event-bus.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { FieldCipher } from '#src/app/ports/crypto/field-cipher.js';
import type { Random } from '#src/app/ports/random.js';
import type { RateLimiter } from '#src/app/ports/rate-limiter.js';
import type { CheckRedis } from '#src/app/upkeep/watch-readiness.js';

/** What instances share; in one process without Redis, the same in memory. */
export interface Shared {
  readonly bus: EventBus;
  readonly limiter: RateLimiter;
  readonly board: ChannelBoard;
  /** To be called when this process does not own the bot's number any more. */
  leaveBoard(): void;
  /** Says what Redis is good for now; null where there is none. */
  readonly checkRedis: CheckRedis | null;
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
  /** Of the database, for several instances. */
  readonly openBoard: () => SharedChannelBoard;
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
      leaveBoard: () => undefined,
      checkRedis: null,
      close: () => Promise.resolve(),
    };
  }
  // Loaded only where it is used: the client is a large part of what a process without Redis would wait for.
  const [{ connectRedis }, { createRedisEventBus }, { createRedisRateLimiter }] = await Promise.all(
    [
      import('#src/adapters/redis/connection.js'),
      import('#src/adapters/redis/event-bus.js'),
      import('#src/adapters/redis/rate-limiter.js'),
    ],
  );
  const redis = connectRedis(redisUrl, log);
  const board = input.openBoard();
  return {
    bus: createRedisEventBus({ redis, local, cipher, clock, random, log, instance }),
    limiter: createRedisRateLimiter(redis, createMemoryRateLimiter()),
    board,
    leaveBoard: () => board.leave(),
    checkRedis: () => redis.condition(),
    close: () => redis.close(),
  };
}
