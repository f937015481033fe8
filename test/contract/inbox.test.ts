import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  allAtOnce,
  contract,
  createParts,
  later,
  newChat,
  newMessageId,
  newPhone,
  newText,
  NOON,
} from './parts.js';

const DAY_MS = 86_400_000;

contract('inbox', (parts) => {
  beforeEach(async () => {
    await parts().database.prisma.inboundMessage.deleteMany();
  });

  it('takes a message in once, however often it comes', async () => {
    const { inbox } = parts().store;
    const message = newText(newChat(), 'oi');
    const accepted = await allAtOnce(10, () => inbox.accept(message, NOON));
    expect(accepted.filter(Boolean)).toHaveLength(1);
    expect(await inbox.waiting(message.chat, 10)).toHaveLength(1);
    expect(await inbox.accept({ ...message, chat: newChat() }, NOON)).toBe(true);
  });

  it('still knows an answered message, until it is swept', async () => {
    const { inbox } = parts().store;
    const message = newText(newChat(), 'oi');
    await inbox.accept(message, NOON);
    const seqs = (await inbox.waiting(message.chat, 10)).map(({ seq }) => seq);
    await inbox.markTurned(message.chat, seqs, NOON);
    expect(await inbox.accept(message, later(1))).toBe(false);
    expect(await inbox.sweep(NOON)).toBe(0);
    expect(await inbox.sweep(later(1))).toBe(1);
    expect(await inbox.accept(message, later(1))).toBe(true);
  });

  it('knows a message that came under an older master key', async () => {
    const { database, masterKeys, store } = parts();
    const message = newText(newChat(), 'oi');
    await store.inbox.accept(message, NOON);
    const rotated = createParts(database, [randomBytes(32), ...masterKeys]);
    expect(await rotated.store.inbox.accept(message, NOON)).toBe(false);
    expect(await rotated.store.inbox.waiting(message.chat, 10)).toHaveLength(1);
  });

  it('gives messages back as they came, in order of arrival', async () => {
    const { inbox } = parts().store;
    const chat = newChat();
    const voice = { kind: 'media', media: 'audio' } as const;
    const messages = [
      { ...newText(chat, 'meu CPF é 123 😀'), phone: newPhone(), sentAt: later(-9) },
      { ...newText(chat, ''), content: voice },
      { ...newText(chat, ''), content: { kind: 'unsupported' } as const },
    ];
    for (const message of messages) await inbox.accept(message, NOON);
    const waiting = await inbox.waiting(chat, 10);
    expect(waiting.map(({ seq: _seq, failures: _failures, ...message }) => message)).toEqual(
      messages,
    );
    expect(await inbox.waiting(chat, 2)).toHaveLength(2);
  });

  it('forgets what an answered message said, and says how many were waiting', async () => {
    const { inbox } = parts().store;
    const message = newText(newChat(), 'segredo');
    await inbox.accept(message, NOON);
    const seqs = (await inbox.waiting(message.chat, 10)).map(({ seq }) => seq);
    expect(await inbox.markTurned(newChat(), seqs, NOON)).toBe(0);
    expect(await inbox.markTurned(message.chat, seqs, NOON)).toBe(1);
    expect(await inbox.markTurned(message.chat, seqs, NOON)).toBe(0);
    expect(await inbox.waiting(message.chat, 10)).toEqual([]);
    const row = await parts().database.prisma.inboundMessage.findFirst();
    expect(row).toMatchObject({ turnedAt: NOON, contentBox: null });
  });

  describe('lists the chats that wait', () => {
    it('longest waiting first, each once', async () => {
      const { inbox } = parts().store;
      const [first, second, third] = [newChat(), newChat(), newChat()];
      for (const chat of [first, second, first, third, second]) {
        await inbox.accept(newText(chat, 'oi'), NOON);
      }
      expect(await inbox.waitingChats(10)).toEqual([first, second, third]);
      expect(await inbox.waitingChats(2)).toEqual([first, second]);
      const answered = (await inbox.waiting(first, 1)).map(({ seq }) => seq);
      await inbox.markTurned(first, answered, NOON);
      expect(await inbox.waitingChats(10)).toEqual([second, first, third]);
    });

    it('those whose turn failed after the others', async () => {
      const { inbox } = parts().store;
      const [failing, fine] = [newChat(), newChat()];
      await inbox.accept(newText(failing, 'oi'), NOON);
      await inbox.accept(newText(fine, 'oi'), NOON);
      const [stuck] = await inbox.waiting(failing, 1);
      expect(await inbox.countFailure(failing, stuck?.seq ?? 0n)).toBe(1);
      expect(await inbox.countFailure(failing, stuck?.seq ?? 0n)).toBe(2);
      expect((await inbox.waiting(failing, 1))[0]?.failures).toBe(2);
      expect(await inbox.waitingChats(10)).toEqual([fine, failing]);
    });
  });

  it('throws when a failure is counted for no message', async () => {
    await expect(parts().store.inbox.countFailure(newChat(), 1n)).rejects.toThrow('no message');
  });

  it('case E7: gives a text again that disappears as the others of its chat do', async () => {
    const { outbox, conversations } = parts().bare;
    const chat = newChat();
    const messageId = newMessageId();
    const greeting = { chat, messageId, text: 'olá', kind: 'reply', solicited: true } as const;
    await outbox.enqueue([{ ...greeting, expiresAt: later(DAY_MS) }], NOON);
    await conversations.lock({ chat, phone: null, expiration: 86_400, now: NOON });
    const recent = await outbox.recentText({ messageId, chat, now: NOON });
    expect(recent).toEqual({ text: 'olá', expiration: 86_400 });
  });
});
