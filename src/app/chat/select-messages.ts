import type { Jid } from '#src/domain/jid.js';
import { isLate } from './merge-messages.js';
import type { WaitingMessage } from '../ports/tables/inbox.js';
import type { Tables } from '../ports/tables/store.js';

/** An edit counts for so long after its message. */
const LATER_WITHIN_MS = 60_000;

/**
 * Leaves out edits and repeats of an earlier message, unless that message is the chat's last, is a minute old at most, and
 * the bot was not away meanwhile. Asks the database only where there is such a message.
 */
export async function withoutStale(
  tables: Pick<Tables, 'inbox'>,
  input: {
    readonly chat: Jid;
    readonly waiting: readonly WaitingMessage[];
    readonly now: Date;
  },
): Promise<readonly WaitingMessage[]> {
  const { chat, waiting, now } = input;
  const timely: WaitingMessage[] = [];
  for (const message of waiting) {
    const { content, seq, sentAt } = message;
    if (content.kind === 'later') {
      const since = new Date(sentAt.getTime() - LATER_WITHIN_MS);
      const which = { chat, messageId: content.of, before: seq, since };
      if (isLate(message, now) || !(await tables.inbox.isLast(which))) continue;
    }
    timely.push(message);
  }
  return timely;
}
