import { expect, it } from 'vitest';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { announceOutbox } from '#src/app/delivery/announce-outbox.js';
import type { Store, Tables } from '#src/app/ports/tables/store.js';
import { contract, NOON } from '../contract/parts.js';
import { createRealWeb } from '../support/real-web.js';

contract('what is put into the outbox', (parts) => {
  /** How often the delivery was woken, and what stood in the outbox each time. */
  function watched(store: Store) {
    const woken: number[] = [];
    const announced = announceOutbox(store, {
      publish: async () => {
        woken.push(await parts().database.prisma.outboxMessage.count());
      },
    });
    return { woken, announced };
  }

  async function put(tables: Pick<Tables, 'outbox'>) {
    const messageId = systemRandom.messageId();
    const expiresAt = new Date(NOON.getTime() + 60_000);
    const text = { kind: 'notice', text: 'x', solicited: false, expiresAt } as const;
    const chat = '123456789@lid' as Parameters<Tables['outbox']['enqueue']>[0][number]['chat'];
    await tables.outbox.enqueue([{ ...text, chat, messageId }], NOON);
  }

  it('case E10: wakes the delivery once, after the commit, and never for what failed', async () => {
    const { woken, announced } = watched(parts().store);
    const before = await parts().database.prisma.outboxMessage.count();
    await announced.transaction(async (tables) => {
      await put(tables);
      await put(tables);
      expect(woken).toEqual([]);
    });
    expect(woken).toEqual([before + 2]);
    await announced.transaction(() => Promise.resolve());
    await expect(
      announced.transaction(async (tables) => {
        await put(tables);
        throw new Error('the act failed');
      }),
    ).rejects.toThrow('the act failed');
    expect(woken).toEqual([before + 2]);
    await put(announced);
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
