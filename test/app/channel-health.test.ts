import { afterEach, beforeEach, expect, it } from 'vitest';
import { createMemoryChannelBoard } from '#src/adapters/memory/channel-board.js';
import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import { createChannelHealth } from '#src/app/delivery/channel-health.js';
import { createOutboxDelivery } from '#src/app/delivery/deliver-outbox.js';
import type { BoardStatus } from '#src/app/ports/channel.js';
import type { Jid } from '#src/domain/jid.js';
import { fail, ok } from '#src/domain/result.js';
import { contract, later, newChat, newMessageId, NOON } from '../contract/parts.js';
import { until } from '../support/until.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const OPEN: BoardStatus = {
  state: 'open',
  cause: null,
  since: NOON,
  phone: null,
  qr: null,
  pairingCode: null,
  heldUntil: null,
};

contract('a bot whose messages are refused with 463', (parts) => {
  const quiet = () => undefined;
  const log = { info: quiet, warn: quiet, error: quiet };
  let now: Date;
  /** How many of the next messages to a chat are refused. */
  let refusals: Map<Jid, number>;
  let sent: string[];
  let tried: string[];
  let bot: ReturnType<typeof startBot>;

  function startBot() {
    const { store, holds } = parts();
    const board = createMemoryChannelBoard(OPEN);
    const clock = { now: () => now };
    const bus = createMemoryEventBus();
    const health = createChannelHealth({ board, holds, bus, clock, log, initial: OPEN });
    const delivery = createOutboxDelivery({
      ...{ store, clock, bus, log, worker: 'test', canSend: () => true },
      channel: {
        send: ({ chat, text }) => {
          tried.push(text);
          const left = refusals.get(chat) ?? 0;
          refusals.set(chat, left - 1);
          if (left > 0) return Promise.resolve(fail({ code: 'refused', reason: '463' }));
          sent.push(text);
          return Promise.resolve(ok(null));
        },
        sendDecoy: () => Promise.resolve(ok(null)),
        showTyping: () => Promise.resolve(),
      },
      timers: { after: () => quiet, every: () => quiet },
      isHeld: health.isHeld,
      answersHeld: health.answersHeld,
      onRefused: (refusal) => health.onRefused(refusal),
      onAnswerTaken: health.onAnswerTaken,
    });
    delivery.start();
    return { board, health, delivery };
  }

  beforeEach(async () => {
    const { prisma } = parts().database;
    await Promise.all([prisma.outboxMessage.deleteMany(), prisma.channelHold.deleteMany()]);
    refusals = new Map();
    [now, sent, tried] = [NOON, [], []];
    bot = startBot();
  });
  afterEach(() => bot.delivery.stop());

  async function say(chat: Jid, text: string, solicited = true): Promise<string> {
    const messageId = newMessageId();
    const message = { chat, messageId, text, solicited, expiresAt: later(HOUR_MS) };
    await parts().bare.outbox.enqueue([{ ...message, kind: 'reply' }], now);
    bot.delivery.poke();
    return messageId;
  }

  async function statusOf(messageId: string): Promise<string | undefined> {
    const row = await parts().database.prisma.outboxMessage.findUnique({ where: { messageId } });
    return row?.status;
  }

  /** Long enough for a second try; the send under way ends first. */
  async function passSeconds(): Promise<void> {
    await bot.delivery.stop();
    now = new Date(now.getTime() + 5_000);
    bot.delivery.start();
  }

  /** Refused for good: twice. */
  async function refuseFor(chat: Jid): Promise<void> {
    refusals.set(chat, 2);
    const messageId = await say(chat, 'recusada');
    await until('the first refusal', async () => (await statusOf(messageId)) === 'queued');
    await passSeconds();
    await until('the second refusal', async () => (await statusOf(messageId)) === 'failed');
  }

  it('case C7: tries an answer once more after some seconds, and holds nothing back for others', async () => {
    const chat = newChat();
    refusals.set(chat, 1);
    const messageId = await say(chat, 'olá');
    await until('the refusal', async () => (await statusOf(messageId)) === 'queued');
    await say(newChat(), 'código', false);
    await until('the code', () => sent.includes('código'));
    expect((await bot.board.current()).heldUntil).toBeNull();
    expect(tried.filter((text) => text === 'olá')).toHaveLength(1);
    await passSeconds();
    await until('the answer', () => sent.includes('olá'));
    await until('that it is settled', async () => (await statusOf(messageId)) === 'sent');
  });

  it('case C7: gives an answer up after its second refusal, and holds nothing back for others', async () => {
    await refuseFor(newChat());
    expect(tried).toHaveLength(2);
    now = later(HOUR_MS / 2);
    bot.delivery.poke();
    await say(newChat(), 'código', false);
    await until('the code', () => sent.includes('código'));
    expect(tried).toHaveLength(3);
  });

  it('case C7: counts one refusal that is told twice, at once, only once', async () => {
    const { outbox } = parts().store;
    const messageId = await say(newChat(), 'olá');
    await until('that it is sent', async () => (await statusOf(messageId)) === 'sent');
    const again = later(3_000);
    const told = await Promise.all(
      Array.from({ length: 8 }, () => outbox.refuse({ messageId, again, now })),
    );
    expect(told.filter((refusal) => refusal !== null)).toEqual([
      { solicited: true, again: true, chat: expect.any(String) as string },
    ]);
  });

  it('case C7: sends again in full what a phone got again without its token, once', async () => {
    const messageId = await say(newChat(), 'olá');
    await until('that it is sent', async () => (await statusOf(messageId)) === 'sent');
    const refused = { messageId, status: 'failed', failure: '463' } as const;
    await bot.delivery.record(refused);
    expect(await statusOf(messageId)).toBe('queued');
    await passSeconds();
    await until('the second', () => sent.length === 2);
    await until('that it is sent', async () => (await statusOf(messageId)) === 'sent');
    await bot.delivery.record(refused);
    expect(await statusOf(messageId)).toBe('failed');
  });

  it('case C7: holds back answers when those to three chats in a row were refused twice', async () => {
    await refuseFor(newChat());
    await refuseFor(newChat());
    await say(newChat(), 'chegou');
    await until('an answer that is taken', () => sent.includes('chegou'));
    for (let chat = 0; chat < 3; chat += 1) {
      expect(bot.health.answersHeld()).toBe(false);
      await refuseFor(newChat());
    }
    await until('the hold', () => bot.health.answersHeld());
    const before = tried.length;
    await say(newChat(), 'depois');
    // Three strangers' phones keep nobody from a code that a page asked for.
    expect(bot.health.isHeld()).toBe(false);
    await say(newChat(), 'código de uma página', false);
    await until('the code', () => sent.includes('código de uma página'));
    expect(tried.slice(before)).toEqual(['código de uma página']);
    now = new Date(now.getTime() + 2 * MINUTE_MS);
    bot.delivery.poke();
    await until('the answer', () => sent.includes('depois'));
    expect(tried.length).toBe(before + 2);
  });

  it('case F3: remembers after a restart that it may not write first, and how long it was', async () => {
    const chat = newChat();
    refusals.set(chat, 1);
    await say(chat, 'código', false);
    const heldUntil = await until('the hold', async () => (await bot.board.current()).heldUntil);
    expect(heldUntil).toEqual(later(10 * MINUTE_MS));
    await bot.delivery.stop();

    now = later(MINUTE_MS);
    bot = startBot();
    await bot.health.restore();
    expect(bot.health.isHeld()).toBe(true);
    await bot.health.beat();
    expect((await bot.board.current()).heldUntil).toEqual(heldUntil);
    // A relapse after the restart is twice as long.
    now = later(11 * MINUTE_MS);
    expect(bot.health.isHeld()).toBe(false);
    await bot.health.onRefused({ solicited: false, again: false, chat: 'x' });
    expect((await bot.board.current()).heldUntil).toEqual(later(31 * MINUTE_MS));
  });
});
