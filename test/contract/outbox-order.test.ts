import { randomInt } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import type { Outbox, OutboxItem } from '#src/app/ports/tables/outbox.js';
import { allAtOnce, contract, later, newChat, newMessageId, NOON } from './parts.js';

const MESSAGES = 300;
const CHATS = 12;
const LEASE_MS = 50;

/** Time that moves a millisecond a look, so that retries and leases come due without waiting. */
function createTicks(): () => Date {
  let ticks = 0;
  return () => later((ticks += 1));
}

/** Sends what it claims; sometimes a send fails, sometimes the worker "dies" with the claim in its hand. */
async function work(
  outbox: Outbox,
  input: { worker: string; now: () => Date; sent: (item: OutboxItem) => void },
): Promise<void> {
  const { worker, now, sent } = input;
  while ((await outbox.nextDueAt()) !== null) {
    for (const item of await outbox.claim({ worker, limit: 10, leaseMs: LEASE_MS, now: now() })) {
      const luck = randomInt(100);
      if (luck < 2) continue;
      if (luck < 10) {
        const soon = new Date(now().getTime() + 10);
        await outbox.retry(item.messageId, soon, 'not_connected');
        continue;
      }
      sent(item);
      await outbox.markSent(item.messageId, now());
    }
  }
}

contract('outbox with three workers', (parts) => {
  beforeEach(async () => {
    await parts().database.prisma.outboxMessage.deleteMany();
  });

  it('sends all of 300 messages, in order within each chat, through failures and deaths', async () => {
    const { outbox } = parts().bare;
    const chats = Array.from({ length: CHATS }, newChat);
    const messages = Array.from({ length: MESSAGES }, (_, number) => ({
      chat: chats[number % CHATS] ?? newChat(),
      kind: 'reply' as const,
      messageId: newMessageId(),
      text: String(number),
      solicited: true,
      expiresAt: later(3_600_000),
    }));
    await outbox.enqueue(messages, NOON);
    const sent: OutboxItem[] = [];
    const now = createTicks();
    await allAtOnce(3, (number) =>
      work(outbox, { worker: `worker ${number}`, now, sent: (item) => sent.push(item) }),
    );
    for (const chat of chats) {
      const texts = sent.filter((item) => item.chat === chat).map(({ text }) => text);
      const firstTime = [...new Set(texts)];
      expect(firstTime).toEqual(
        messages.filter((message) => message.chat === chat).map(({ text }) => text),
      );
    }
    const states = await parts().database.prisma.outboxMessage.groupBy({
      by: ['status'],
      _count: true,
    });
    expect(states).toEqual([{ status: 'sent', _count: MESSAGES }]);
  });
});
