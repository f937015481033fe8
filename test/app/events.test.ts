import { expect, it } from 'vitest';
import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import type { Tx } from '#src/app/ports/tables/store.js';
import { contract, NOON } from '../contract/parts.js';
import { createRealWeb } from '../support/real-web.js';
import { withEvents } from '../support/events.js';

contract('what is put into the outbox', (parts) => {
  /** How often the delivery was woken, and what stood in the outbox each time. */
  function watched() {
    const woken: number[] = [];
    const bus = {
      publish: async () => {
        woken.push(await parts().database.prisma.outboxMessage.count());
      },
    };
    return { woken, announced: withEvents(parts().bare, { bus }) };
  }

  async function put(tx: Tx, delayMs = 0) {
    const messageId = systemRandom.messageId();
    const expiresAt = new Date(NOON.getTime() + 60_000);
    const text = { kind: 'notice', text: 'x', solicited: false, expiresAt } as const;
    const chat = '123456789@lid' as Parameters<Tx['outbox']['enqueue']>[0][number]['chat'];
    await tx.outbox.enqueue([{ ...text, chat, messageId, delayMs }], NOON);
  }

  it('case E10: wakes the delivery once, after the commit, and never for what failed', async () => {
    const { woken, announced } = watched();
    const before = await parts().database.prisma.outboxMessage.count();
    await announced.transaction(async (tx) => {
      await put(tx);
      await put(tx);
      expect(woken).toEqual([]);
    });
    expect(woken).toEqual([before + 2]);
    await announced.transaction(() => Promise.resolve());
    await expect(
      announced.transaction(async (tx) => {
        await put(tx);
        throw new Error('the act failed');
      }),
    ).rejects.toThrow('the act failed');
    expect(woken).toEqual([before + 2]);
    await announced.transaction((tx) => put(tx));
    expect(woken).toEqual([before + 2, before + 3]);
  });

  it('tells the delivery how long messages wait, once for each time', async () => {
    const bus = createMemoryEventBus();
    const delays: unknown[] = [];
    bus.subscribe('outbox.queued', ({ delayMs }) => delays.push(delayMs));
    await withEvents(parts().bare, { bus }).transaction(async (tx) => {
      for (const delayMs of [250, 0, 250]) await put(tx, delayMs);
    });
    expect(delays).toEqual([250, 0]);
  });

  it('case E10: an alert leaves at once, whichever way somebody signs in', async () => {
    const web = await createRealWeb(parts());
    const { id } = await web.person();
    let woken = 0;
    web.bus.subscribe('outbox.queued', () => (woken += 1));
    await web.signedIn(id);
    expect(woken).toBe(1);
    const visitor = await web.signedIn(id);
    expect(woken).toBe(1);
    await visitor.post('/api/auth/password').send({ password: 'girassol trovoada sete lagos' });
    expect(woken).toBe(2);
    await visitor.post('/account/delete').type('form').send({});
    expect(woken).toBe(3);
  });
});
