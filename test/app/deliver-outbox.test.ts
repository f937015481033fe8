import { afterEach, beforeEach, expect, it } from 'vitest';
import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import type { EventBus } from '#src/app/ports/event-bus.js';
import { createOutboxDelivery } from '#src/app/delivery/deliver-outbox.js';
import type { OutboxItem } from '#src/app/ports/tables/outbox.js';
import type { Jid } from '#src/domain/jid.js';
import { ok } from '#src/domain/result.js';
import { newMessage } from '../contract/outbox-messages.js';
import { contract, later, newChat, newMessageId, NOON } from '../contract/parts.js';
import { until } from '../support/until.js';

const HOUR_MS = 3_600_000;

contract('delivery', (parts) => {
  let sent: string[];
  let begun: string[];
  let decoys: string[];
  let now: Date;
  /** Sends to this chat end when the test lets them go. */
  let stuckChat: Jid;
  let letGo: () => void;
  let delivery: ReturnType<typeof createOutboxDelivery>;
  let bus: EventBus;
  /** How often the outbox was looked through. */
  let looks: number;
  /** What waits for its time, and how long. */
  let waiting: Map<() => void, number>;
  beforeEach(async () => {
    await parts().database.prisma.outboxMessage.deleteMany();
    [sent, begun, decoys] = [[], [], []];
    [now, stuckChat] = [NOON, newChat()];
    const gone = new Promise<void>((resolve) => (letGo = resolve));
    const quiet = () => undefined;
    bus = createMemoryEventBus();
    waiting = new Map();
    looks = 0;
    const { store } = parts();
    const { outbox } = store;
    const claim: typeof outbox.claim = (input) => {
      looks += 1;
      return outbox.claim(input);
    };
    delivery = createOutboxDelivery({
      store: { ...store, outbox: { ...outbox, claim } },
      channel: {
        send: async ({ chat, text }) => {
          begun.push(text);
          if (chat === stuckChat) await gone;
          sent.push(text);
          return ok(null);
        },
        sendDecoy: ({ text }) => {
          decoys.push(text);
          return Promise.resolve(ok(null));
        },
        showTyping: () => Promise.resolve(),
      },
      clock: { now: () => now },
      timers: {
        after: (ms, work) => {
          waiting.set(work, ms);
          return () => void waiting.delete(work);
        },
        every: () => quiet,
      },
      bus,
      log: { info: quiet, warn: quiet, error: quiet },
      worker: 'test',
      isHeld: () => false,
      answersHeld: () => false,
      onRefused: () => Promise.resolve(),
      onAnswerTaken: quiet,
      canSend: () => true,
    });
  });
  afterEach(async () => {
    letGo();
    await delivery.stop();
  });

  async function queue(chat: Jid, ...texts: readonly string[]): Promise<void> {
    const message = { chat, kind: 'reply', solicited: true, expiresAt: later(HOUR_MS) } as const;
    const messages = texts.map((text) => ({ ...message, messageId: newMessageId(), text }));
    await parts().bare.outbox.enqueue(messages, now);
    delivery.poke();
  }

  it('goes on for all others while one chat is stuck, each in its order', async () => {
    const others = Array.from({ length: 40 }, () => newChat());
    await queue(stuckChat, 'stuck 1', 'stuck 2');
    delivery.start();
    await until('the stuck send', () => begun.includes('stuck 1'));
    const expected = others.flatMap((_, chat) => [`${chat} first`, `${chat} second`]);
    for (const [number, chat] of others.entries()) {
      await queue(chat, `${number} first`, `${number} second`);
    }
    await until('all others', () => sent.length === expected.length);
    expect(sent.toSorted()).toEqual(expected.toSorted());
    for (const [number] of others.entries()) {
      expect(sent.indexOf(`${number} first`)).toBeLessThan(sent.indexOf(`${number} second`));
    }
    expect(begun).not.toContain('stuck 2');
    letGo();
    await until('the stuck ones', () => sent.includes('stuck 2'));
    expect(sent.slice(-2)).toEqual(['stuck 1', 'stuck 2']);
  });

  it('does not send a second time beside a send whose claim has run out', async () => {
    await queue(stuckChat, 'stuck 1');
    delivery.start();
    await until('the stuck send', () => begun.includes('stuck 1'));
    now = later(31_000);
    await queue(newChat(), 'other');
    await until('the other', () => sent.includes('other'));
    letGo();
    await delivery.stop();
    expect(begun.toSorted()).toEqual(['other', 'stuck 1']);
  });

  it('does the work of a send for a decoy, and sends it to nobody (security case 64)', async () => {
    const message = { kind: 'code', solicited: false, expiresAt: later(HOUR_MS) } as const;
    await parts().bare.outbox.enqueue(
      [
        { ...message, chat: newChat(), messageId: newMessageId(), text: 'a decoy', decoy: true },
        { ...message, chat: newChat(), messageId: newMessageId(), text: 'a code' },
      ],
      now,
    );
    delivery.start();
    await until('both', () => sent.length + decoys.length === 2);
    await delivery.stop();
    expect({ sent, decoys }).toEqual({ sent: ['a code'], decoys: ['a decoy'] });
    const rows = await parts().database.prisma.outboxMessage.findMany({ orderBy: { seq: 'asc' } });
    expect(rows.map(({ status, settledAt }) => ({ status, settledAt }))).toEqual([
      { status: 'void', settledAt: now },
      { status: 'sent', settledAt: now },
    ]);
  });

  it('looks again when what waits may go out, and not after it was stopped (security case 64)', async () => {
    delivery.start();
    const code = {
      kind: 'code',
      solicited: false,
      expiresAt: later(HOUR_MS),
      delayMs: 250,
    } as const;
    const messageId = newMessageId();
    await parts().bare.outbox.enqueue([{ ...code, chat: newChat(), messageId, text: 'code' }], now);
    await bus.publish('outbox.queued', { delayMs: 250 });
    const [[look, ms] = []] = waiting;
    expect(ms).toBe(250);
    now = later(250);
    look?.();
    await until('the code', () => sent.includes('code'));
    await bus.publish('outbox.queued', { delayMs: 100 });
    await delivery.stop();
    expect([...waiting.values()].filter((left) => left === 100)).toEqual([]);
  });

  /** A turn of this chat that ends with these answers. @returns what was claimed */
  async function answer(chat: Jid, ...texts: readonly string[]): Promise<OutboxItem | null> {
    const answers = texts.map((text) => newMessage(chat, { text, expiresAt: later(HOUR_MS) }));
    const { claimed } = await parts().bare.transaction(async (tx) => {
      await tx.conversations.lock({ chat, phone: null, now });
      const claim = delivery.answers.claim();
      return tx.turns.end({ chat, snapshot: null, seqs: [], answers, claim, now });
    });
    return claimed;
  }

  async function statuses(): Promise<readonly string[]> {
    const rows = await parts().database.prisma.outboxMessage.findMany({ orderBy: { seq: 'asc' } });
    return rows.map(({ status }) => status);
  }

  it('sends an answer that its turn claimed, and looks for nothing', async () => {
    delivery.start();
    await until('the first look', () => looks === 1);
    const items = await Promise.all([answer(newChat(), 'one'), answer(newChat(), 'two')]);
    for (const item of items) if (item !== null) delivery.answers.send(item);
    await until('both', () => sent.length === 2);
    await delivery.stop();
    expect(await statuses()).toEqual(['sent', 'sent']);
    expect(looks).toBe(1);
  });

  it('sends what stands behind such an answer after it', async () => {
    delivery.start();
    await until('the first look', () => looks === 1);
    const item = await answer(newChat(), 'link', 'code', 'hint');
    if (item !== null) delivery.answers.send(item);
    await until('all three', () => sent.length === 3);
    expect(sent).toEqual(['link', 'code', 'hint']);
  });

  it('sends what came while such an answer was on its way, and a look passed over it', async () => {
    delivery.start();
    await until('the first look', () => looks === 1);
    const item = await answer(stuckChat, 'answer');
    if (item !== null) delivery.answers.send(item);
    await until('the stuck send', () => begun.includes('answer'));
    await queue(stuckChat, 'alert');
    await until('the second look', () => looks === 2);
    letGo();
    await until('the alert', () => sent.includes('alert'));
    expect(sent).toEqual(['answer', 'alert']);
  });

  it('sends an answer whose turn never said that it was committed, once its claim is over', async () => {
    delivery.start();
    await answer(newChat(), 'Olá!');
    now = later(10_000);
    delivery.poke();
    await until('the answer', () => sent.includes('Olá!'));
    await delivery.stop();
    expect(begun).toEqual(['Olá!']);
  });

  it('lets no answer be claimed before it begins, after it ends, and while every lane is taken', async () => {
    expect(delivery.answers.claim()).toBeNull();
    delivery.start();
    expect(delivery.answers.claim()).toEqual({ worker: 'test', leaseMs: 10_000 });
    const items = await Promise.all(Array.from({ length: 32 }, () => answer(newChat(), 'Olá!')));
    for (const item of items) if (item !== null) delivery.answers.send(item);
    expect(delivery.answers.claim()).toBeNull();
    await until('all', () => sent.length === 32);
    await delivery.stop();
    expect(delivery.answers.claim()).toBeNull();
  });

  it('ends with the sends that are under way', async () => {
    await queue(stuckChat, 'stuck 1');
    delivery.start();
    await until('the stuck send', () => begun.includes('stuck 1'));
    const stopped = delivery.stop();
    letGo();
    await stopped;
    const rows = await parts().database.prisma.outboxMessage.findMany();
    expect(rows.map(({ status }) => status)).toEqual(['sent']);
  });
});
