import type { Jid } from '#src/domain/jid.js';
import type { Clock } from '../ports/clock.js';
import type { AccessCopy } from '../ports/access-copy.js';
import type { Random } from '../ports/random.js';
import type { Store } from '../ports/tables/store.js';
import { reply } from '../delivery/bot-message.js';

/** The admin gives a chat back to the bot, which says so. @returns false when the bot was not silent there */
export function createResumeChat(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly copy: AccessCopy;
}) {
  const { store, clock, random, copy } = deps;
  return async function resumeChat(chat: Jid): Promise<boolean> {
    const now = clock.now();
    return store.transaction(async (tx) => {
      if (!(await tx.conversations.pause(chat, null))) return false;
      const back = { ...reply(copy.botIsBack(), now), chat, solicited: true };
      await tx.outbox.enqueue([{ ...back, messageId: random.messageId() }], now);
      tx.emit({ type: 'chat.resumed' });
      return true;
    });
  };
}
