import type { InboundMessage } from './ports/channel.js';
import type { Clock } from './ports/clock.js';
import type { Store } from './ports/store.js';
import type { TurnScheduler } from './turn-scheduler.js';

/**
 * Takes a message in: stored once under its WhatsApp id, then queued for its chat's turn. Returns
 * when it is stored; a duplicate is dropped here (security case 18).
 * @throws when the database is out of reach: the caller keeps the message and tries again
 */
export function createReceiveMessage(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly scheduler: Pick<TurnScheduler, 'wake'>;
}) {
  return async function receiveMessage(message: InboundMessage): Promise<'accepted' | 'duplicate'> {
    const isNew = await deps.store.inbox.accept(message, deps.clock.now());
    if (!isNew) return 'duplicate';
    deps.scheduler.wake(message.chat);
    return 'accepted';
  };
}
