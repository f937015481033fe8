import type { Jid } from '#src/domain/jid.js';
import type { Outbox } from '#src/app/ports/tables/outbox.js';

/** What pages asked for goes out within this time. */
const SOON_MS = 1000;

/** What goes out to a chat within a second, oldest first; takes it out of the outbox, and what goes to other chats. */
export async function takeSent(
  outbox: Pick<Outbox, 'claim' | 'markSent'>,
  chat: Jid,
  now: Date,
): Promise<readonly string[]> {
  const texts: string[] = [];
  const soon = new Date(now.getTime() + SOON_MS);
  for (;;) {
    const claim = { worker: 'test', limit: 100, leaseMs: 1000, now: soon };
    const items = await outbox.claim(claim);
    if (items.length === 0) return texts;
    for (const item of items) {
      if (item.chat === chat) texts.push(item.text);
      await outbox.markSent(item.messageId, now);
    }
  }
}
