import type { EventBus } from '../ports/event-bus.js';
import type { EventReaders } from './event-reader.js';
import { auditLog } from './readers/audit-log.js';
import { tellInstances } from './readers/tell-instances.js';

/** Every reader of domain events. A new reader is a file in `readers/` and a line here. */
export function eventReaders({ bus }: { readonly bus: Pick<EventBus, 'publish'> }): EventReaders {
  return {
    // The audit log comes last: its rows wait for each other from here until the commit.
    durable: [auditLog],
    inMemory: [tellInstances(bus)],
  };
}
