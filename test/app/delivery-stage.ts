import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import { createOutboxDelivery } from '#src/app/delivery/deliver-outbox.js';
import type { Jid } from '#src/domain/jid.js';
import { ok } from '#src/domain/result.js';
import { newMessage } from '../contract/outbox-messages.js';
import { later, newChat, NOON, type Parts } from '../contract/parts.js';

export const HOUR_MS = 3_600_000;

export type DeliveryStage = Awaited<ReturnType<typeof createDeliveryStage>>;

/** The delivery over a real outbox, with a channel that writes down what it is given, and a clock of its own. */
export async function createDeliveryStage({ database, store, bare }: Parts) {
  await database.prisma.outboxMessage.deleteMany();
  const sent: string[] = [];
  const begun: string[] = [];
  const decoys: string[] = [];
  /** What waits for its time, and how long. */
  const waiting = new Map<() => void, number>();
  const bus = createMemoryEventBus();
  const stuckChat = newChat();
  let letGo = (): void => undefined;
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  const quiet = (): void => undefined;
  let now = NOON;
  let held = false;
  let looks = 0;
  let records = 0;
  const { outbox } = store;
  const claim: typeof outbox.claim = (input) => {
    looks += 1;
    return outbox.claim(input);
  };
  const record: typeof outbox.record = (...receipts) => {
    records += 1;
    return outbox.record(...receipts);
  };
  const delivery = createOutboxDelivery({
    store: { ...store, outbox: { ...outbox, claim, record } },
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
    answersHeld: () => held,
    onRefused: () => Promise.resolve(),
    onAnswerTaken: quiet,
    canSend: () => true,
  });

  return {
    ...{ sent, begun, decoys, waiting, bus, delivery },
    /** Sends to this chat end when the test lets them go. */
    ...{ stuckChat, letGo },
    now: () => now,
    pass: (to: Date) => void (now = to),
    /** WhatsApp refuses answers from now on, or takes them again. */
    hold: (isHeld: boolean) => void (held = isHeld),
    /** How often the outbox was looked through. */
    looks: () => looks,
    /** How many groups of receipts were recorded. */
    records: () => records,
    /** Puts answers into the outbox, as any other process does. */
    queue: async (chat: Jid, ...texts: readonly string[]): Promise<void> => {
      const messages = texts.map((text) => newMessage(chat, { text, expiresAt: later(HOUR_MS) }));
      await bare.outbox.enqueue(messages, now);
      await bus.publish('outbox.queued', {});
    },
    /** A turn of this chat that ends with these answers and is committed. @returns sends the claimed one */
    answer: async (chat: Jid, ...texts: readonly string[]): Promise<() => void> => {
      const answers = texts.map((text) => newMessage(chat, { text, expiresAt: later(HOUR_MS) }));
      const claim = delivery.answers.claim();
      const { claimed } = await bare.transaction(async (tx) => {
        await tx.conversations.lock({ chat, phone: null, now });
        return tx.turns.end({ chat, snapshot: null, seqs: [], answers, claim, now });
      });
      if (claim === null || claimed === null) throw new Error('nothing was claimed');
      return () => delivery.answers.send(claimed, claim);
    },
    statuses: async (): Promise<readonly string[]> => {
      const rows = await database.prisma.outboxMessage.findMany({ orderBy: { seq: 'asc' } });
      return rows.map(({ status }) => status);
    },
    end: async (): Promise<void> => {
      letGo();
      await delivery.stop();
    },
  };
}
