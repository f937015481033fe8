import { beforeEach, expect, it } from 'vitest';
import { createReceiptGroups } from '#src/app/delivery/gather-receipts.js';
import type { Receipt } from '#src/app/ports/channel.js';
import { enqueue, newMessage, rowOf } from '../contract/outbox-messages.js';
import { contract, newChat, NOON } from '../contract/parts.js';

contract('receipts', (parts) => {
  let groups: ReturnType<typeof createReceiptGroups>;
  /** The sizes of the statements' groups. */
  let sizes: number[];
  let isDown: boolean;
  /** What waits for its time. */
  let timed: Set<() => void>;
  beforeEach(() => {
    [sizes, isDown, timed] = [[], false, new Set()];
    const { store } = parts();
    const { outbox } = store;
    const record: typeof outbox.record = (receipts, now) => {
      sizes.push(receipts.length);
      if (isDown) return Promise.reject(new Error('the database is down'));
      return outbox.record(receipts, now);
    };
    groups = createReceiptGroups({
      store: { ...store, outbox: { ...outbox, record } },
      clock: { now: () => NOON },
      timers: {
        after: (_ms, work) => {
          timed.add(work);
          return () => void timed.delete(work);
        },
        every: () => () => undefined,
      },
    });
  });

  function pass(): void {
    const due = [...timed];
    timed.clear();
    for (const work of due) work();
  }

  function receipt(messageId: string, status: Receipt['status']): Receipt {
    return { messageId, status, failure: status === 'failed' ? '479' : null };
  }

  async function sentMessages(count: number): Promise<readonly string[]> {
    const ids = await enqueue(
      parts(),
      ...Array.from({ length: count }, () => newMessage(newChat())),
    );
    for (const id of ids) await parts().store.outbox.markSent(id, NOON);
    return ids;
  }

  it('that come at the same time are recorded together, each for its message', async () => {
    const [one = '', two = '', three = '', four = ''] = await sentMessages(4);
    const recorded = Promise.all([
      groups.record(receipt(one, 'delivered')),
      groups.record(receipt(two, 'read')),
      groups.record(receipt(two, 'delivered')),
      groups.record(receipt(three, 'failed')),
    ]);
    expect(sizes).toEqual([]);
    pass();
    await recorded;
    expect(sizes).toEqual([4]);
    const rows = await Promise.all([one, two, three, four].map((id) => rowOf(parts(), id)));
    expect(rows.map(({ status, failure }) => [status, failure])).toEqual([
      ['delivered', null],
      ['read', null],
      ['failed', '479'],
      ['sent', null],
    ]);
    expect(rows[1]).toMatchObject({ deliveredAt: NOON, readAt: NOON });
  });

  it('are recorded at once when many wait, and when the delivery has stopped', async () => {
    const [id = ''] = await sentMessages(1);
    const full = Array.from({ length: 200 }, () => groups.record(receipt(id, 'delivered')));
    await Promise.all(full);
    expect(timed.size).toBe(0);
    const last = groups.record(receipt(id, 'read'));
    await groups.stop();
    await last;
    await groups.record(receipt(id, 'read'));
    expect(sizes).toEqual([200, 1, 1]);
    expect(timed.size).toBe(0);
    expect(await rowOf(parts(), id)).toMatchObject({ status: 'read' });
  });

  it('are all given back when the database is away, and the next ones are recorded', async () => {
    const [id = ''] = await sentMessages(1);
    isDown = true;
    const lost = Promise.allSettled([
      groups.record(receipt(id, 'delivered')),
      groups.record(receipt(id, 'read')),
    ]);
    pass();
    expect((await lost).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isDown = false;
    const again = groups.record(receipt(id, 'delivered'));
    pass();
    await again;
    expect(await rowOf(parts(), id)).toMatchObject({ status: 'delivered' });
  });
});
