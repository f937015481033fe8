import { systemClock } from '#src/adapters/crypto/clock.js';
import { collectEvents } from '#src/app/events/collect-events.js';
import { eventReaders } from '#src/app/events/readers.js';
import type { Clock } from '#src/app/ports/clock.js';
import type { EventBus } from '#src/app/ports/event-bus.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { BareStore, Store } from '#src/app/ports/tables/store.js';

/** A reader that fails is a fault of the test. */
const FAILS: EventLog = {
  info: () => undefined,
  warn: () => undefined,
  error: (_event, { error }) => {
    throw error;
  },
};

/** A store over a real database with the readers of the product. */
export function withEvents(
  store: BareStore,
  deps: {
    readonly bus: Pick<EventBus, 'publish'>;
    readonly clock?: Clock;
    readonly log?: EventLog;
  },
): Store {
  const { bus, clock = systemClock, log = FAILS } = deps;
  return collectEvents(store, { readers: eventReaders({ bus }), clock, log });
}
