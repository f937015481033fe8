import type { Store } from '#src/app/ports/tables/store.js';

/**
 * A store that tells when nothing is under way any more: no message waits for its turn, and every answer was sent or
 * given up.
 */
export function createSettledStore(store: Store) {
  let waiters: (() => void)[] = [];

  function changed(): void {
    const called = waiters;
    waiters = [];
    for (const wake of called) wake();
  }

  async function afterwards<Value>(work: Promise<Value>): Promise<Value> {
    try {
      return await work;
    } finally {
      changed();
    }
  }

  async function isSettled(): Promise<boolean> {
    const [chats, dueAt] = [await store.inbox.waitingChats(1), await store.outbox.nextDueAt()];
    return chats.length === 0 && dueAt === null;
  }

  const { outbox } = store;
  const watched: Store = {
    ...store,
    transaction: (work) => afterwards(store.transaction(work)),
    outbox: {
      ...outbox,
      markSent: (...which) => afterwards(outbox.markSent(...which)),
      markFailed: (...which) => afterwards(outbox.markFailed(...which)),
    },
  };

  return {
    store: watched,
    /** Resolves when everything that was said so far is answered and the answers have arrived. */
    settled: async (): Promise<void> => {
      for (;;) {
        const change = new Promise<void>((resolve) => {
          waiters.push(resolve);
        });
        if (await isSettled()) return;
        await change;
      }
    },
  };
}
