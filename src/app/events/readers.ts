import type { EventBus } from '../ports/event-bus.js';
import type { EventReaders, MemoryReader } from './event-reader.js';
import { auditLog } from './readers/audit-log.js';
import { tellInstances } from './readers/tell-instances.js';

/**
 * Every reader of domain events. A new reader is a file in `readers/` and a line here.
 * @param input.observer a reader of whoever composes the product, such as the demo
 */
export function eventReaders(input: {
  readonly bus: Pick<EventBus, 'publish'>;
  readonly observer?: MemoryReader | undefined;
}): EventReaders {
  const { bus, observer } = input;
  return {
    // The audit log comes last: its rows wait for each other from here until the commit.
    durable: [auditLog],
    inMemory: [tellInstances(bus), ...(observer === undefined ? [] : [observer])],
  };
}
