import { z } from 'zod';
import type { EventBus, Events } from '#src/app/ports/event-bus.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { FieldCipher } from '#src/app/ports/field-cipher.js';
import type { RedisConnection } from './connection.js';

const CHANNEL = 'zap-login:events';
const CONTEXT = 'redis.events';

const Envelope = z.object({
  from: z.string(),
  name: z.enum([
    'outbox.queued',
    'channel.changed',
    'channel.command',
    'session.revoked',
    'login_request.changed',
  ]),
  payload: z.unknown(),
});

/**
 * Events between instances: delivered here at once, elsewhere through Redis, encrypted, because a
 * command may carry a phone number. While Redis is down the others miss them, which every listener
 * must bear (ports/event-bus.ts).
 */
export function createRedisEventBus(deps: {
  readonly redis: RedisConnection;
  readonly local: EventBus;
  readonly cipher: FieldCipher;
  readonly log: EventLog;
  /** Names this process, to know its own events when they come back. */
  readonly instance: string;
}): EventBus {
  const { redis, local, cipher, log, instance } = deps;

  function receive(text: string): void {
    const sealed = Buffer.from(text, 'base64');
    const event = Envelope.parse(JSON.parse(cipher.decryptText(sealed, CONTEXT)));
    if (event.from === instance) return;
    void local.publish(event.name, event.payload as Events[typeof event.name]);
  }

  redis.subscriber.on('message', (_channel: string, text: string) => {
    try {
      receive(text);
    } catch (error) {
      log.error('redis.event_unreadable', { error });
    }
  });
  redis.subscriber.subscribe(CHANNEL).catch((error: unknown) => {
    log.error('redis.subscribe_failed', { error });
  });

  return {
    publish: async (name, payload) => {
      await local.publish(name, payload);
      const sealed = cipher.encrypt(JSON.stringify({ from: instance, name, payload }), CONTEXT);
      await redis.commands
        .publish(CHANNEL, Buffer.from(sealed).toString('base64'))
        .catch((error: unknown) => {
          log.error('redis.event_lost', { event: name, error });
        });
    },
    subscribe: (name, listener) => local.subscribe(name, listener),
  };
}
