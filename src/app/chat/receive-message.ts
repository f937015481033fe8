import type { InboundMessage } from '../ports/channel.js';
import type { Clock } from '../ports/clock.js';
import type { Store } from '../ports/tables/store.js';
import type { TurnScheduler } from './scheduling/turn-scheduler.js';

/** Messages of one statement at most. */
const STORED_AT_ONCE = 200;

interface Arrival {
  readonly message: InboundMessage;
  readonly stored: (isNew: boolean) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Takes a message in: stored once under its WhatsApp id, then queued for its chat's turn. Returns
 * when it is stored; a duplicate is dropped here (security case 18). What arrives while a statement is under way goes
 * into the next one together: a thousand people at once must not queue a thousand statements before the ones that keep
 * the bot's number.
 * @throws when the database is out of reach: the caller keeps the message and tries again
 */
export function createReceiveMessage(deps: {
  readonly store: Pick<Store, 'inbox'>;
  readonly clock: Clock;
  readonly scheduler: Pick<TurnScheduler, 'wake'>;
}) {
  const arrivals: Arrival[] = [];
  let storing = false;

  async function store(batch: readonly Arrival[]): Promise<void> {
    const messages = batch.map(({ message }) => message);
    try {
      const answers = await deps.store.inbox.acceptAll(messages, deps.clock.now());
      batch.forEach(({ stored }, at) => stored(answers[at] === true));
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }

  async function storeAll(): Promise<void> {
    storing = true;
    while (arrivals.length > 0) await store(arrivals.splice(0, STORED_AT_ONCE));
    storing = false;
  }

  return async function receiveMessage(message: InboundMessage): Promise<'accepted' | 'duplicate'> {
    const isNew = await new Promise<boolean>((stored, failed) => {
      arrivals.push({ message, stored, failed });
      if (!storing) void storeAll();
    });
    if (!isNew) return 'duplicate';
    deps.scheduler.wake(message.chat);
    return 'accepted';
  };
}
