import { Redis } from 'ioredis';
import type { EventLog } from '#src/app/ports/event-log.js';

/** A Redis that does not answer within this time counts as down. */
const COMMAND_TIMEOUT_MS = 1_000;

export interface RedisConnection {
  readonly commands: Redis;
  /** A second connection: one that subscribes cannot do anything else. */
  readonly subscriber: Redis;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Connects to Redis and keeps reconnecting. Commands fail at once while it is down, so that nobody
 * waits for what may be lost anyway.
 */
export function connectRedis(url: string, log: EventLog): RedisConnection {
  const connect = (name: string): Redis => {
    const redis = new Redis(url, {
      connectionName: `zap-login-${name}`,
      enableOfflineQueue: name === 'subscriber',
      maxRetriesPerRequest: null,
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
  return {
    commands,
    subscriber,
    ping: async () => {
      await commands.ping();
    },
    close: async () => {
      commands.disconnect();
      subscriber.disconnect();
      await Promise.resolve();
    },
  };
}
