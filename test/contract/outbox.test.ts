import { beforeEach, describe, expect, it } from 'vitest';
import { claim, enqueue, LEASE_MS, newMessage, rowOf } from './outbox-messages.js';
import { allAtOnce, contract, later, newChat, NOON } from './parts.js';

contract('outbox', (parts) => {
  beforeEach(async () => {
    await parts().database.prisma.outboxMessage.deleteMany();
  });

  it('hands a message out as it was put in', async () => {
    const message = newMessage(newChat(), { kind: 'code', text: '*123 456* 🔐', solicited: false });
    await enqueue(parts(), message);
    const input = { worker: 'a worker', limit: 10, leaseMs: LEASE_MS, now: NOON };
    const items = await parts().store.outbox.claim(input);
    expect(items).toEqual([
      {
        ...message,
        seq: expect.any(BigInt) as unknown,
        expiration: 0,
        attempts: 1,
        createdAt: NOON,
        decoy: false,
        more: false,
      },
    ]);
  });

  it('takes an empty list', async () => {
    await enqueue(parts());
    expect(await parts().store.outbox.nextDueAt()).toBeNull();
  });

  describe('claims', () => {
    it('the head of each chat only, oldest first, up to the limit', async () => {
      const [one, two] = [newChat(), newChat()];
      const [first] = await enqueue(parts(), newMessage(one), newMessage(one));
      const [other] = await enqueue(parts(), newMessage(two));
      const input = { worker: 'a worker', limit: 1, leaseMs: LEASE_MS, now: NOON };
      expect(await parts().store.outbox.claim(input)).toMatchObject([{ messageId: first }]);
      expect(await claim(parts(), NOON)).toEqual([other]);
      expect(await claim(parts(), NOON)).toEqual([]);
    });

    it('each head for one of ten workers', async () => {
      const messages = Array.from({ length: 40 }, () => newMessage(newChat()));
      await enqueue(parts(), ...messages);
      const claims = await allAtOnce(10, () => claim(parts(), NOON));
      const claimed = claims.flat();
      expect(new Set(claimed).size).toBe(claimed.length);
      expect(claimed.length).toBeGreaterThanOrEqual(10);
    });

    it('the next of a chat once the head is sent or failed', async () => {
      const chat = newChat();
      const { outbox } = parts().store;
      const [first = '', second = '', third] = await enqueue(
        parts(),
        newMessage(chat),
        newMessage(chat),
        newMessage(chat),
      );
      await claim(parts(), NOON);
      await outbox.markSent(first, NOON);
      expect(await claim(parts(), NOON)).toEqual([second]);
      await outbox.markFailed(second, '463', NOON);
      expect(await claim(parts(), NOON)).toEqual([third]);
      expect(await rowOf(parts(), second)).toMatchObject({ status: 'failed', failure: '463' });
    });

    it('a message once its delay is over, and what follows in its chat after it (case 64)', async () => {
      const chat = newChat();
      const [held = '', next = ''] = await enqueue(
        parts(),
        newMessage(chat, { delayMs: 300 }),
        newMessage(chat),
      );
      expect(await claim(parts(), later(299))).toEqual([]);
      expect(await claim(parts(), later(300))).toEqual([held]);
      await parts().store.outbox.markSent(held, later(300));
      expect(await claim(parts(), later(300))).toEqual([next]);
    });

    it('nothing behind a head that waits for its retry', async () => {
      const chat = newChat();
      const [first = ''] = await enqueue(parts(), newMessage(chat), newMessage(chat));
      await claim(parts(), NOON);
      await parts().store.outbox.retry(first, later(500), 'not_connected');
      expect(await claim(parts(), later(499))).toEqual([]);
      expect(await parts().store.outbox.nextDueAt()).toEqual(later(500));
      expect(await claim(parts(), later(500))).toEqual([first]);
      expect((await rowOf(parts(), first)).attempts).toBe(2);
    });

    it('again what a dead worker held, after its lease', async () => {
      const [first] = await enqueue(parts(), newMessage(newChat()));
      await claim(parts(), NOON);
      expect(await parts().store.outbox.nextDueAt()).toEqual(later(LEASE_MS));
      expect(await claim(parts(), later(LEASE_MS - 1))).toEqual([]);
      expect(await claim(parts(), later(LEASE_MS))).toEqual([first]);
    });

    it('again what a dead owner held, at once after a take-over', async () => {
      const [first] = await enqueue(parts(), newMessage(newChat()));
      await claim(parts(), NOON);
      expect(await parts().store.outbox.releaseClaims(NOON)).toBe(1);
      expect(await claim(parts(), NOON)).toEqual([first]);
    });

    it('nothing that has expired, and goes on behind it', async () => {
      const chat = newChat();
      const expired = newMessage(chat, { expiresAt: later(10) });
      const [, second] = await enqueue(parts(), expired, newMessage(chat));
      expect(await claim(parts(), later(10))).toEqual([second]);
    });
  });

  describe('while the breaker is open', () => {
    const only = 'solicited';

    it('claims the solicited ones in order and lets the others wait', async () => {
      const chat = newChat();
      const { outbox } = parts().store;
      const [notice, reply = '', second] = await enqueue(
        parts(),
        newMessage(chat, { solicited: false }),
        newMessage(chat),
        newMessage(chat),
      );
      expect(await claim(parts(), NOON, { only })).toEqual([reply]);
      expect(await claim(parts(), NOON, { only })).toEqual([]);
      await outbox.markSent(reply, NOON);
      expect(await claim(parts(), NOON, { only })).toEqual([second]);
      expect(await claim(parts(), NOON)).toEqual([notice]);
    });

    it('is due for solicited ones only', async () => {
      const { outbox } = parts().store;
      await enqueue(parts(), newMessage(newChat(), { solicited: false }));
      expect(await outbox.nextDueAt({ only })).toBeNull();
      expect(await outbox.nextDueAt()).toEqual(NOON);
    });

    it('lets an unsolicited one that is being sent finish first', async () => {
      const chat = newChat();
      await enqueue(parts(), newMessage(chat, { solicited: false }), newMessage(chat));
      await claim(parts(), NOON);
      expect(await claim(parts(), NOON, { only })).toEqual([]);
    });
  });

  it('expires what waits or was left by a dead worker, and not what is being sent', async () => {
    const { outbox } = parts().store;
    const expiresAt = later(10);
    const [claimed = ''] = await enqueue(parts(), newMessage(newChat(), { expiresAt }));
    await claim(parts(), NOON);
    const [waiting = ''] = await enqueue(parts(), newMessage(newChat(), { expiresAt }));
    expect(await outbox.expire(later(9))).toBe(0);
    expect(await outbox.expire(later(10))).toBe(1);
    expect(await rowOf(parts(), waiting)).toMatchObject({
      status: 'expired',
      settledAt: later(10),
    });
    expect(await outbox.expire(later(LEASE_MS))).toBe(1);
    await outbox.markSent(claimed, later(LEASE_MS));
    expect((await rowOf(parts(), claimed)).status).toBe('sent');
  });

  describe('records receipts', () => {
    const receipt = (messageId: string, status: 'sent' | 'delivered' | 'read') => ({
      messageId,
      status,
      failure: null,
    });

    it('forward, and never back', async () => {
      const { outbox } = parts().store;
      const [messageId = ''] = await enqueue(parts(), newMessage(newChat()));
      await claim(parts(), NOON);
      await outbox.markSent(messageId, later(1));
      await outbox.record([receipt(messageId, 'delivered')], later(2));
      await outbox.record([receipt(messageId, 'read')], later(3));
      await outbox.record([receipt(messageId, 'delivered')], later(4));
      await outbox.record([{ messageId, status: 'failed', failure: '463' }], later(5));
      expect(await rowOf(parts(), messageId)).toMatchObject({
        status: 'read',
        sentAt: later(1),
        deliveredAt: later(2),
        readAt: later(3),
        failure: null,
      });
    });

    it('before the worker heard that it was sent', async () => {
      const { outbox } = parts().store;
      const [messageId = ''] = await enqueue(parts(), newMessage(newChat()));
      await claim(parts(), NOON);
      await outbox.record([receipt(messageId, 'read')], later(1));
      await outbox.markSent(messageId, later(2));
      await outbox.retry(messageId, later(3), 'not_connected');
      await outbox.markFailed(messageId, 'timeout', later(3));
      expect(await rowOf(parts(), messageId)).toMatchObject({
        status: 'read',
        sentAt: later(1),
        deliveredAt: later(1),
      });
    });

    it('of a failure after it was sent', async () => {
      const { outbox } = parts().store;
      const [messageId = ''] = await enqueue(parts(), newMessage(newChat()));
      await claim(parts(), NOON);
      await outbox.markSent(messageId, later(1));
      await outbox.record([{ messageId, status: 'failed', failure: '463' }], later(2));
      await outbox.record([receipt(messageId, 'delivered')], later(3));
      expect(await rowOf(parts(), messageId)).toMatchObject({ status: 'failed', failure: '463' });
    });

    it('of a message nobody knows without a word', async () => {
      await expect(
        parts().store.outbox.record([receipt('3EB0', 'read')], NOON),
      ).resolves.toBeUndefined();
    });
  });

  it('knows the text of a message until it is swept, and then the row goes, too', async () => {
    const { outbox } = parts().store;
    const [chat, other] = [newChat(), newChat()];
    const [messageId = ''] = await enqueue(parts(), newMessage(chat, { text: 'código' }));
    const [waiting = ''] = await enqueue(parts(), newMessage(other));
    const asked = { messageId, chat, now: NOON };
    const before = { textBefore: NOON, decoyBefore: NOON, rowBefore: NOON, now: NOON };
    await claim(parts(), NOON);
    await outbox.retry(waiting, later(9), 'not_connected');
    await outbox.markSent(messageId, NOON);
    expect(await outbox.recentText(asked)).toEqual({ text: 'código', expiration: 0 });
    expect(await outbox.recentText({ ...asked, chat: other })).toBeNull();
    expect(await outbox.recentText({ ...asked, now: later(24 * 60 * 60_000) })).toBeNull();
    expect(await outbox.sweep({ ...before, textBefore: NOON })).toBe(0);
    expect(await outbox.sweep({ ...before, textBefore: later(1) })).toBe(1);
    expect(await outbox.recentText(asked)).toBeNull();
    expect(await outbox.sweep({ ...before, rowBefore: later(1) })).toBe(1);
    expect(await outbox.recentText({ messageId: waiting, chat: other, now: NOON })).toMatchObject({
      text: 'Olá!',
    });
  });
});
