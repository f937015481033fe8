import { expect, it } from 'vitest';
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

  async function put(tx: Tx) {
    const messageId = systemRandom.messageId();
    const expiresAt = new Date(NOON.getTime() + 60_000);
    const text = { kind: 'notice', text: 'x', solicited: false, expiresAt } as const;
    const chat = '123456789@lid' as Parameters<Tx['outbox']['enqueue']>[0][number]['chat'];
    await tx.outbox.enqueue([{ ...text, chat, messageId }], NOON);
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
    await announced.transaction(put);
    expect(woken).toEqual([before + 2, before + 3]);
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
