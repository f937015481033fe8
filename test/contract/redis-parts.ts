import type { RedisConnection } from '#src/adapters/redis/connection.js';
import type { BoardStatus } from '#src/app/ports/channel.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import { until } from '../support/until.js';

export const STOPPED: BoardStatus = {
  state: 'stopped',
  cause: null,
  since: new Date('2026-11-23T12:00:00Z'),
  phone: null,
  qr: null,
  pairingCode: null,
  heldUntil: null,
};
export const PAIRING: BoardStatus = {
  ...STOPPED,
  state: 'pairing',
  cause: 'first_pairing',
  qr: '2@a-secret-that-owns-the-bot',
  heldUntil: new Date('2026-11-23T12:10:00Z'),
};

/** A log that keeps the names of its events. */
export function quietLog(): EventLog & { readonly events: string[] } {
  const events: string[] = [];
  const note = (event: string): void => void events.push(event);
  return { events, info: note, warn: note, error: note };
}

/** Where instances hear each other. */
export const EVENTS = 'zap-login:events';

export async function untilHeardBy(
  instances: number,
  { commands }: RedisConnection,
): Promise<void> {
  await until(`${instances} to have subscribed`, async () => {
    const [, count] = (await commands.pubsub('NUMSUB', EVENTS)) as [string, number];
    return count >= instances;
  });
}
