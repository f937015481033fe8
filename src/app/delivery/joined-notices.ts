import { putNews, told } from './notify-owner.js';
import type { Clock } from '../ports/clock.js';
import type { AccessCopy } from '../ports/access-copy.js';
import type { EventLog } from '../ports/event-log.js';
import type { Random } from '../ports/random.js';
import type { Store } from '../ports/tables/store.js';

const AT_ONCE = 100;

/**
 * Sends what `tellOwner` held back and is due: one message for all of a topic, with their number and the text of the
 * last one. One transaction: what is taken is in the outbox, or still waits; of several instances one takes each.
 * @returns how many messages, at most 100
 */
export function createJoinedNotices(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: EventLog;
  readonly copy: Pick<AccessCopy, 'joined'>;
}) {
  const { store, clock, log, copy } = deps;
  return async function sendJoinedNotices(): Promise<number> {
    const now = clock.now();
    const count = await store.transaction(async (tx) => {
      const due = await tx.ownerNotices.takeDue({ limit: AT_ONCE, now });
      for (const { accountId, ...held } of due) {
        const { topic } = held;
        await putNews(deps, tx, told({ accountId, topic, text: copy.joined(held), now }));
      }
      return due.length;
    });
    if (count > 0) log.info('notices.joined', { messages: count });
    return count;
  };
}
