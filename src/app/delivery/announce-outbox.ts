import type { EventBus } from '../ports/event-bus.js';
import type { Outbox } from '../ports/tables/outbox.js';
import type { Store } from '../ports/tables/store.js';

/**
 * A store that wakes the delivery whenever messages were put into the outbox: after the commit of the transaction that
 * enqueued them, or at once outside of one. Nothing is published where the transaction fails. So no use case has to
 * remember it, and no message waits for the next poll.
 */
export function announceOutbox(store: Store, bus: Pick<EventBus, 'publish'>): Store {
  const announce = (): Promise<void> => bus.publish('outbox.queued', {});
  return {
    ...store,
    outbox: {
      ...store.outbox,
      enqueue: async (messages, now) => {
        await store.outbox.enqueue(messages, now);
        if (messages.length > 0) await announce();
      },
    },
    transaction: async (work) => {
      const outbox = { queued: false };
      const value = await store.transaction((tables) => {
        // The work may run again after a deadlock.
        outbox.queued = false;
        const enqueue: Outbox['enqueue'] = async (messages, now) => {
          await tables.outbox.enqueue(messages, now);
          outbox.queued ||= messages.length > 0;
        };
        return work({ ...tables, outbox: { ...tables.outbox, enqueue } });
      });
      if (outbox.queued) await announce();
      return value;
    },
  };
}
