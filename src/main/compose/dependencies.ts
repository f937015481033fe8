import type { AccessCopy } from '#src/app/ports/access-copy.js';
import type { Clock } from '#src/app/ports/clock.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { Random } from '#src/app/ports/random.js';
import type { Store } from '#src/app/ports/tables/store.js';
import type { Timers } from '#src/app/ports/timers.js';
import type { Copy } from '#bot-flows/copy/catalogue.js';
import type { Shared } from '../connect-instances.js';
import type { Storage } from '../open-storage.js';

/** What every part of the product is built with. */
export interface Dependencies {
  readonly storage: Omit<Storage, 'store'> & { readonly store: Store };
  readonly shared: Shared;
  readonly clock: Clock;
  readonly random: Random;
  readonly timers: Timers;
  readonly log: EventLog;
  readonly copy: Copy;
  readonly accessCopy: AccessCopy;
}
