import { z } from 'zod';
import type { Clock } from '#src/app/ports/clock.js';
import type { EventBus, Events } from '#src/app/ports/event-bus.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { FieldCipher } from '#src/app/ports/crypto/field-cipher.js';
import type { Random } from '#src/app/ports/random.js';
import type { RedisConnection } from './connection.js';

const CHANNEL = 'zap-login:events';
const CONTEXT = 'redis.events';
/** An event that is older, or further ahead, is a replay, or a clock is wrong. */
const FRESH_MS = 30_000;

/** Events without a payload: they tell that a state changed which is kept elsewhere. */
const MAY_HAVE_BEEN_MISSED = ['outbox.queued', 'channel.changed', 'signing_keys.changed'] as const;

const Envelope = z.object({
  id: z.string(),
  /** When it was published, in milliseconds since 1970. */
  at: z.number(),
  from: z.string(),
  name: z.enum([
    'outbox.queued',
    'channel.changed',
    'channel.command',
    'session.revoked',
    'login_request.changed',
    'account.changed',
    'signing_keys.changed',
  ]),
  payload: z.unknown(),
});

/**
 * Events between instances: delivered here at once, elsewhere through Redis, encrypted, because a command may carry a
 * phone number. A party that can write to Redis but has no key can only replay events: each event is taken once, and
 * only within 30 seconds. The instances' clocks must agree that far. While Redis is down the others miss them, which
 * every listener must bear (ports/event-bus.ts).
 */
export function createRedisEventBus(deps: {
  readonly redis: RedisConnection;
  readonly local: EventBus;
  readonly cipher: FieldCipher;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: EventLog;
  /** Names this process, to know its own events when they come back. */
  readonly instance: string;
}): EventBus {
  const { redis, local, cipher, clock, random, log, instance } = deps;
  /** Events that were taken, by id, and until when one with that id would pass as fresh. */
  const heard = new Map<string, number>();

  function isFirst(id: string, now: number): boolean {
    for (const [known, until] of heard) if (until < now) heard.delete(known);
    if (heard.has(id)) return false;
    // Its time may be ahead of ours by as much as it may be behind.
    heard.set(id, now + 2 * FRESH_MS);
    return true;
  }

  function receive(text: string): void {
    const sealed = Buffer.from(text, 'base64');
    const event = Envelope.parse(JSON.parse(cipher.decryptText(sealed, CONTEXT)));
    if (event.from === instance) return;
    const now = clock.now().getTime();
    const lateMs = now - event.at;
    if (Math.abs(lateMs) > FRESH_MS) {
      log.warn('redis.event_stale', { topic: event.name, lateMs });
      return;
    }
    if (!isFirst(event.id, now)) {
      log.warn('redis.event_replayed', { topic: event.name });
      return;
    }
    void local.publish(event.name, event.payload as Events[typeof event.name]);
  }

  redis.subscriber.on('message', (_channel: string, text: string) => {
    try {
      receive(text);
    } catch (error) {
      log.error('redis.event_unreadable', { error });
    }
  });
  async function hearOthers(): Promise<void> {
    try {
      await redis.subscriber.subscribe(CHANNEL);
    } catch (error) {
      log.error('redis.subscribe_failed', { error });
      return;
    }
    // Events that were published while this instance was not subscribed are lost: every state that they tell of is read
    // again.
    for (const name of MAY_HAVE_BEEN_MISSED) await local.publish(name, {});
  }
  redis.subscriber.on('ready', () => void hearOthers());
  if (redis.subscriber.status === 'ready') void hearOthers();

  return {
    publish: async (name, payload) => {
      await local.publish(name, payload);
      const event = { id: random.id(), at: clock.now().getTime(), from: instance, name, payload };
      const sealed = cipher.encrypt(JSON.stringify(event), CONTEXT);
      await redis.tell(CHANNEL, Buffer.from(sealed).toString('base64')).catch((error: unknown) => {
        log.error('redis.event_lost', { topic: name, error });
      });
    },
    subscribe: (name, listener) => local.subscribe(name, listener),
  };
}
