import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Jid } from '#src/domain/jid.js';
import type { Phone } from '#src/domain/phone.js';
import {
  allAtOnce,
  contract,
  createParts,
  later,
  newChat,
  newMessageId,
  newPhone,
  newTaxId,
  newText,
  NOON,
  type Parts,
} from './parts.js';

const DAY_MS = 86_400_000;

/** A turn that only counts: reads the number in the snapshot and saves the next one. */
function countingTurn({ store }: Parts, input: { chat: Jid; phone: Phone | null; now: Date }) {
  return store.transaction(async ({ conversations }) => {
    const { snapshot } = await conversations.lock(input);
    const turns = (typeof snapshot?.state === 'number' ? snapshot.state : 0) + 1;
    const { chat, now } = input;
    const next = { version: 1, state: turns };
    await conversations.save({ chat, snapshot: next, lastInboundAt: now, now });
    return turns;
  });
}

contract('conversations', (parts) => {
  it('starts empty and comes back as it was saved', async () => {
    const { store } = parts();
    const chat = newChat();
    const snapshot = { version: 3, state: { value: 'askingName', context: { tries: 1 } } };
    await store.transaction(async ({ conversations }) => {
      const first = await conversations.lock({ chat, phone: null, now: NOON });
      expect(first).toEqual({
        ...{ chat, snapshot: null, lastInboundAt: null, pausedUntil: null },
        phoneChanged: false,
      });
      await conversations.save({ chat, snapshot, lastInboundAt: later(1), now: later(2) });
    });
    await store.transaction(async ({ conversations }) => {
      const again = await conversations.lock({ chat, phone: null, now: later(3) });
      expect(again).toEqual({
        ...{ chat, snapshot, lastInboundAt: later(1), pausedUntil: null },
        phoneChanged: false,
      });
    });
  });

  it('makes the turns of one chat follow each other, in a new chat too', async () => {
    const chat = newChat();
    const turns = await allAtOnce(8, () => countingTurn(parts(), { chat, phone: null, now: NOON }));
    expect(turns.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('forgets a turn that failed', async () => {
    const { store } = parts();
    const chat = newChat();
    const failing = store.transaction(async ({ conversations }) => {
      await conversations.lock({ chat, phone: null, now: NOON });
      throw new Error('the turn failed');
    });
    await expect(failing).rejects.toThrow('the turn failed');
    expect(await countingTurn(parts(), { chat, phone: null, now: NOON })).toBe(1);
  });

  it('refuses to save what was never locked', async () => {
    const saving = parts().store.conversations.save({
      chat: newChat(),
      snapshot: { version: 1, state: null },
      lastInboundAt: NOON,
      now: NOON,
    });
    await expect(saving).rejects.toThrow('nobody had locked');
  });

  it('finds the chat in which a number wrote last', async () => {
    const { conversations } = parts().store;
    const phone = newPhone();
    const [older, newer] = [newChat(), newChat()];
    expect(await conversations.openChat(phone, NOON)).toBeNull();
    await countingTurn(parts(), { chat: older, phone, now: later(1) });
    await countingTurn(parts(), { chat: newer, phone, now: later(2) });
    expect(await conversations.openChat(phone, NOON)).toBe(newer);
    expect(await conversations.openChat(phone, later(3))).toBeNull();
    await countingTurn(parts(), { chat: older, phone: null, now: later(3) });
    expect(await conversations.openChat(phone, NOON)).toBe(older);
  });

  it('gives a chat to the number that writes in it now', async () => {
    const { conversations } = parts().store;
    const [first, second] = [newPhone(), newPhone()];
    const chat = newChat();
    await countingTurn(parts(), { chat, phone: first, now: NOON });
    await countingTurn(parts(), { chat, phone: second, now: NOON });
    expect(await conversations.openChat(first, NOON)).toBeNull();
    expect(await conversations.openChat(second, NOON)).toBe(chat);
  });

  it('goes on under a new master key', async () => {
    const { database, masterKeys } = parts();
    const chat = newChat();
    const phone = newPhone();
    await countingTurn(parts(), { chat, phone, now: NOON });
    const rotated = createParts(database, [randomBytes(32), ...masterKeys]);
    expect(await rotated.store.conversations.openChat(phone, NOON)).toBe(chat);
    const turns = await allAtOnce(3, () => countingTurn(rotated, { chat, phone, now: NOON }));
    expect(turns.sort()).toEqual([2, 3, 4]);
    expect(await rotated.store.conversations.openChat(phone, NOON)).toBe(chat);
  });

  it('counts the different CPFs a chat tried within the window', async () => {
    const { conversations } = parts().store;
    const chat = newChat();
    const since = later(-DAY_MS);
    const taxId = newTaxId();
    const tryAt = (now: Date, tried = newTaxId(), inChat = chat) =>
      conversations.countTaxIdTry({ chat: inChat, phone: null, taxId: tried, since, now });
    expect(await tryAt(later(-2 * DAY_MS))).toBe(1);
    expect(await tryAt(NOON, taxId)).toBe(1);
    expect(await tryAt(NOON, taxId)).toBe(1);
    expect(await tryAt(NOON)).toBe(2);
    expect(await tryAt(NOON, taxId, newChat())).toBe(1);
    expect(await tryAt(NOON)).toBe(3);
    expect(await conversations.sweepTries(since)).toBe(1);
  });

  it('counts the CPFs of one phone together, whichever of its chats they are tried in', async () => {
    const { conversations } = parts().store;
    const [byLid, byNumber, phone, other] = [newChat(), newChat(), newPhone(), newPhone()];
    const since = later(-DAY_MS);
    const tryIn = (chat: Jid, from: Phone | null, taxId = newTaxId()) =>
      conversations.countTaxIdTry({ chat, phone: from, taxId, since, now: NOON });
    const again = newTaxId();
    // Before WhatsApp told the number.
    expect(await tryIn(byLid, null, again)).toBe(1);
    expect(await tryIn(byLid, phone)).toBe(2);
    expect(await tryIn(byLid, phone, again)).toBe(2);
    expect(await tryIn(byNumber, phone)).toBe(3);
    expect(await tryIn(byNumber, phone)).toBe(4);
    expect(await tryIn(byNumber, other)).toBe(1);
  });
});

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
