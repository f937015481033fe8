import type { HandWritten } from '../ports/channel.js';
import type { Clock } from '../ports/clock.js';
import type { EventLog } from '../ports/event-log.js';
import type { Store } from '../ports/tables/store.js';

const MINUTE_MS = 60_000;

/**
 * A person is answered by hand on the bot's phone: the bot is silent there for `handoffMinutes` from that message
 * on, as after "atendente"; MENU calls it back. What the outbox knows was the bot's own and never silences it, nor does
 * what was written longer ago than that.
 */
export function createNoteHandWritten(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: EventLog;
  readonly handoffMinutes: number;
}) {
  const { store, clock, log, handoffMinutes } = deps;
  return async function noteHandWritten(message: HandWritten): Promise<void> {
    const { chat, alsoKnownAs, messageId, sentAt } = message;
    const now = clock.now();
    const until = new Date(sentAt.getTime() + handoffMinutes * MINUTE_MS);
    if (until <= now) return;
    const paused = await store.transaction(async (tx) => {
      if (await tx.outbox.isOwn(messageId)) return false;
      // A person who never wrote is not talked over either when the answer comes.
      const { pausedUntil } = await tx.conversations.lock({ chat, phone: null, now });
      if (alsoKnownAs !== null) await tx.conversations.pause(alsoKnownAs, until);
      // Each message by hand prolongs the pause; an older one that comes late does not shorten it.
      if (pausedUntil === null || pausedUntil < until) await tx.conversations.pause(chat, until);
      return true;
    });
    if (paused) log.info('chat.answered_by_hand');
  };
}
