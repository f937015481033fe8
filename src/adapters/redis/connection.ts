import { Redis } from 'ioredis';
import type { EventLog } from '#src/app/ports/event-log.js';
import { createBreaker } from './breaker.js';
import { wantsNewConnection, type RedisFault } from './redis-fault.js';

/** All keys are in one slot: a script may touch several, and one node of a cluster has either all or none. */
export const KEYS = '{zap-login}';
const PROBE_KEY = `${KEYS}:probe`;
const PROBE_LIVES_MS = 10_000;
/** Of the client's own commands, such as its first look at the server. Ours are bounded by the breaker. */
const COMMAND_TIMEOUT_MS = 1_000;

export interface RedisConnection {
  /** The bare connection; use `write` and `tell`. */
  readonly commands: Redis;
  /** A second connection: one that subscribes cannot do anything else. */
  readonly subscriber: Redis;
  /** Runs a command that stores something. @throws at once while Redis is away or refuses writes */
  write<Value>(command: (redis: Redis) => Promise<Value>): Promise<Value>;
  /** Publishes, which a Redis that refuses writes still does. @throws at once while Redis is away */
  tell(channel: string, text: string): Promise<void>;
  /** Tries to write; answers without waiting while Redis is known to be unusable. */
  condition(): Promise<'ok' | RedisFault>;
  close(): Promise<void>;
}

/**
 * Connects to Redis and keeps reconnecting. Commands fail at once while it is down, so that no request waits for work
 * that may be lost anyway; after a failover the address is followed to the new primary.
 */
export function connectRedis(url: string, log: EventLog): RedisConnection {
  const connect = (name: string): Redis => {
    const redis = new Redis(url, {
      connectionName: `zap-login-${name}`,
      enableOfflineQueue: name === 'subscriber',
      maxRetriesPerRequest: null,
      // A try that was counted must not be counted again, and subscribers subscribe again by themselves (event-bus.ts).
      autoResendUnfulfilledCommands: false,
      autoResubscribe: false,
      commandTimeout: COMMAND_TIMEOUT_MS,
    });
    redis.on('error', (error: NodeJS.ErrnoException) =>
      log.warn('redis.error', { connection: name, reason: error.code ?? error.name }),
    );
    redis.on('ready', () => log.info('redis.ready', { connection: name }));
    return redis;
  };
  const commands = connect('commands');
  const subscriber = connect('subscriber');
  const breaker = createBreaker({
    probe: () => commands.set(PROBE_KEY, '1', 'PX', PROBE_LIVES_MS),
    onChange: (fault) => {
      if (fault === null) log.info('redis.usable');
      else log.warn('redis.unusable', { state: fault });
    },
    onRetry: (error) => {
      if (!wantsNewConnection(error)) return;
      log.warn('redis.reconnecting');
      for (const redis of [commands, subscriber]) redis.disconnect(true);
    },
  });
  commands.on('ready', () => void breaker.probe());
  // A closed connection is noticed here, before a request finds out.
  commands.on('close', () => void breaker.probe());
  return {
    commands,
    subscriber,
    write: (command) => breaker.run(() => command(commands)),
    tell: async (channel, text) => {
      await breaker.run(() => commands.publish(channel, text), 'refuses_writes');
    },
    condition: async () => {
      if (breaker.fault() === null) await breaker.probe();
      return breaker.fault() ?? 'ok';
    },
    close: async () => {
      breaker.stop();
      commands.disconnect();
      subscriber.disconnect();
      await Promise.resolve();
    },
  };
}
