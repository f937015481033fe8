import { beforeEach, expect, it } from 'vitest';
import { claim, enqueue, LEASE_MS, LIFETIME_MS, newMessage, rowOf } from './outbox-messages.js';
import { contract, later, newChat, NOON } from './parts.js';

contract('decoys in the outbox', (parts) => {
  beforeEach(async () => {
    await parts().database.prisma.outboxMessage.deleteMany();
  });

  it('are claimed like messages, and known again until they are settled (security case 64)', async () => {
    const [chat, other] = [newChat(), newChat()];
    const { outbox } = parts().store;
    const [decoy = '', real = ''] = await enqueue(
      parts(),
      newMessage(chat, { decoy: true }),
      newMessage(other),
    );
    const input = { worker: 'a worker', limit: 10, leaseMs: LEASE_MS, now: NOON };
    expect(await outbox.claim(input)).toMatchObject([
      { messageId: decoy, decoy: true, attempts: 1 },
      { messageId: real, decoy: false, attempts: 1 },
    ]);
    expect(await claim(parts(), NOON)).toEqual([]);
    expect(await outbox.releaseClaims(NOON)).toBe(2);
    expect(await claim(parts(), NOON)).toEqual([decoy, real]);
    for (const id of [decoy, real]) await outbox.retry(id, later(9), 'not_connected');
    expect(await claim(parts(), later(8))).toEqual([]);
    expect(await outbox.nextDueAt()).toEqual(later(9));
    expect(await claim(parts(), later(9))).toEqual([decoy, real]);
    for (const id of [decoy, real]) await outbox.markSent(id, later(9));
    expect(await claim(parts(), later(LEASE_MS * 2))).toEqual([]);
    const [row, sent] = [await rowOf(parts(), decoy), await rowOf(parts(), real)];
    expect([row.status, sent.status]).toEqual(['void', 'sent']);
    expect(row.settledAt).toEqual(sent.settledAt);
    expect(row.textBox?.length).toBe(sent.textBox?.length);
    expect(await outbox.recentText({ messageId: decoy, chat, now: NOON })).toBeNull();
    expect(await outbox.lastKind(chat)).toBeNull();
  });

  it('are not claimed once their time is over, nor counted among what has expired', async () => {
    const { outbox } = parts().store;
    const expiresAt = later(10);
    const [decoy = ''] = await enqueue(
      parts(),
      newMessage(newChat(), { decoy: true, expiresAt }),
      newMessage(newChat(), { expiresAt }),
    );
    expect(await outbox.expire(later(10))).toBe(1);
    expect(await rowOf(parts(), decoy)).toMatchObject({ status: 'void', settledAt: later(10) });
  });

  it('stay while they wait, as a message does, and go when their time is over', async () => {
    const { outbox } = parts().store;
    const [decoy = ''] = await enqueue(parts(), newMessage(newChat(), { decoy: true }));
    const before = { textBefore: NOON, decoyBefore: later(1), rowBefore: NOON };
    expect(await outbox.sweep({ ...before, now: later(LIFETIME_MS - 1) })).toBe(0);
    expect(await rowOf(parts(), decoy)).toMatchObject({ status: 'void', settledAt: null });
    expect(await outbox.sweep({ ...before, now: later(LIFETIME_MS) })).toBe(1);
  });

  it('are deleted long before what was sent', async () => {
    const { outbox } = parts().store;
    const [decoy = '', sent = ''] = await enqueue(
      parts(),
      newMessage(newChat(), { decoy: true }),
      newMessage(newChat()),
    );
    await claim(parts(), NOON);
    for (const id of [decoy, sent]) await outbox.markSent(id, NOON);
    const before = { textBefore: NOON, decoyBefore: NOON, rowBefore: NOON, now: NOON };
    expect(await outbox.sweep(before)).toBe(0);
    expect(await outbox.sweep({ ...before, decoyBefore: later(1), textBefore: later(1) })).toBe(2);
    await expect(rowOf(parts(), decoy)).rejects.toThrow();
    expect(await rowOf(parts(), sent)).toMatchObject({ status: 'sent', textBox: null });
  });
});
