import type { EventBus } from '../../ports/event-bus.js';
import type { MemoryReader } from '../event-reader.js';

/**
 * Tells this process and, with Redis, the other instances: the delivery wakes up, access tokens of an ended session are
 * refused, pages that wait read their state again. The only place that publishes what happened in a transaction.
 */
export function tellInstances(bus: Pick<EventBus, 'publish'>): MemoryReader {
  return {
    name: 'instances',
    act: async (event) => {
      const { type } = event;
      if (type === 'outbox.queued') await bus.publish(type, { delayMs: event.delayMs });
      if (type === 'session.revoked') await bus.publish(type, { sessionId: event.sessionId });
      if (type === 'login_request.changed') await bus.publish(type, { requestId: event.requestId });
      // Of an account whatever it is: what is remembered of it is read again.
      if ('accountId' in event && type !== 'session.created') {
        await bus.publish('account.changed', { accountId: event.accountId });
      }
      if (type === 'signing_keys.rotated') await bus.publish('signing_keys.changed', {});
    },
  };
}
