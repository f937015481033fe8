import type { Clock } from '../ports/clock.js';
import type { EventLog } from '../ports/event-log.js';
import type { ErasedPeople } from '../ports/tables/signal-erasures.js';
import type { Store } from '../ports/tables/store.js';

/** Receipts and tokens of the last word come within seconds, and each may write keys. */
const QUIET_MS = 2 * 60_000;
const AT_ONCE = 100;

/**
 * Deletes the Signal keys of people whose accounts are gone (LGPD art. 18 VI): device lists, sessions and tokens name
 * numbers and LIDs. Once their chats are quiet: the last word is sent with these keys. A plan outlives a crash and a
 * change of owner, and is gone only after the keys are. To be called on the owner of the bot's number.
 */
export function createEraseSignalKeys(deps: {
  readonly store: Pick<Store, 'signalErasures'>;
  readonly clock: Clock;
  readonly log: EventLog;
  /** Deletes the keys. @returns whether that is durable */
  readonly forget: (people: ErasedPeople) => Promise<boolean>;
}) {
  const { store, clock, log, forget } = deps;

  return async function eraseSignalKeys(): Promise<void> {
    const now = clock.now();
    const quietSince = new Date(now.getTime() - QUIET_MS);
    const planned = await store.signalErasures.due({ now, quietSince, limit: AT_ONCE });
    for (const { error } of planned.unreadable) log.error('erasure.plan_unreadable', { error });
    const { due } = planned;
    if (due.length === 0) return;
    const people: ErasedPeople = {
      phones: due.flatMap((erasure) => erasure.people.phones),
      chats: due.flatMap((erasure) => erasure.people.chats),
    };
    if (!(await forget(people))) return;
    for (const erasure of due) await store.signalErasures.done(erasure);
    log.info('erasure.keys_gone', { accounts: due.length });
  };
}
