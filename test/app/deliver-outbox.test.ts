import { afterEach, beforeEach, expect, it } from 'vitest';
import { contract, later, newChat, newMessageId } from '../contract/parts.js';
import { until } from '../support/until.js';
import { createDeliveryStage, HOUR_MS, type DeliveryStage } from './delivery-stage.js';

contract('delivery', (parts) => {
  let stage: DeliveryStage;
  beforeEach(async () => {
    stage = await createDeliveryStage(parts());
  });
  afterEach(() => stage.end());

  it('goes on for all others while one chat is stuck, each in its order', async () => {
    const others = Array.from({ length: 40 }, () => newChat());
    await stage.queue(stage.stuckChat, 'stuck 1', 'stuck 2');
    stage.delivery.start();
    await until('the stuck send', () => stage.begun.includes('stuck 1'));
    const expected = others.flatMap((_, chat) => [`${chat} first`, `${chat} second`]);
    for (const [number, chat] of others.entries()) {
      await stage.queue(chat, `${number} first`, `${number} second`);
    }
    await until('all others', () => stage.sent.length === expected.length);
    expect(stage.sent.toSorted()).toEqual(expected.toSorted());
    for (const [number] of others.entries()) {
      expect(stage.sent.indexOf(`${number} first`)).toBeLessThan(
        stage.sent.indexOf(`${number} second`),
      );
    }
    expect(stage.begun).not.toContain('stuck 2');
    stage.letGo();
    await until('the stuck ones', () => stage.sent.includes('stuck 2'));
    expect(stage.sent.slice(-2)).toEqual(['stuck 1', 'stuck 2']);
  });

  it('does not send a second time beside a send whose claim has run out', async () => {
    await stage.queue(stage.stuckChat, 'stuck 1');
    stage.delivery.start();
    await until('the stuck send', () => stage.begun.includes('stuck 1'));
    stage.pass(later(31_000));
    await stage.queue(newChat(), 'other');
    await until('the other', () => stage.sent.includes('other'));
    stage.letGo();
    await stage.delivery.stop();
    expect(stage.begun.toSorted()).toEqual(['other', 'stuck 1']);
  });

  it('does the work of a send for a decoy, and sends it to nobody (security case 64)', async () => {
    const message = { kind: 'code', solicited: false, expiresAt: later(HOUR_MS) } as const;
    await parts().bare.outbox.enqueue(
      [
        { ...message, chat: newChat(), messageId: newMessageId(), text: 'a decoy', decoy: true },
        { ...message, chat: newChat(), messageId: newMessageId(), text: 'a code' },
      ],
      stage.now(),
    );
    stage.delivery.start();
    await until('both', () => stage.sent.length + stage.decoys.length === 2);
    await stage.delivery.stop();
    expect({ sent: stage.sent, decoys: stage.decoys }).toEqual({
      sent: ['a code'],
      decoys: ['a decoy'],
    });
    const rows = await parts().database.prisma.outboxMessage.findMany({ orderBy: { seq: 'asc' } });
    expect(rows.map(({ status, settledAt }) => ({ status, settledAt }))).toEqual([
      { status: 'void', settledAt: stage.now() },
      { status: 'sent', settledAt: stage.now() },
    ]);
  });

  it('looks again when what waits may go out, and not after it was stopped (security case 64)', async () => {
    stage.delivery.start();
    const code = {
      kind: 'code',
      solicited: false,
      expiresAt: later(HOUR_MS),
      delayMs: 250,
    } as const;
    const messageId = newMessageId();
    await parts().bare.outbox.enqueue(
      [{ ...code, chat: newChat(), messageId, text: 'code' }],
      stage.now(),
    );
    await stage.bus.publish('outbox.queued', { delayMs: 250 });
    const [[look, ms] = []] = stage.waiting;
    expect(ms).toBe(250);
    stage.pass(later(250));
    look?.();
    await until('the code', () => stage.sent.includes('code'));
    await stage.bus.publish('outbox.queued', { delayMs: 100 });
    await stage.delivery.stop();
    expect([...stage.waiting.values()].filter((left) => left === 100)).toEqual([]);
  });

  it('ends with the sends that are under way', async () => {
    await stage.queue(stage.stuckChat, 'stuck 1');
    stage.delivery.start();
    await until('the stuck send', () => stage.begun.includes('stuck 1'));
    const stopped = stage.delivery.stop();
    stage.letGo();
    await stopped;
    const rows = await parts().database.prisma.outboxMessage.findMany();
    expect(rows.map(({ status }) => status)).toEqual(['sent']);
  });
});
