import type { Store } from '#src/app/ports/store.js';

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

  function afterwards<Input extends readonly unknown[], Output>(
    call: (...input: Input) => Promise<Output>,
  ): (...input: Input) => Promise<Output> {
    return async (...input) => {
      try {
        return await call(...input);
      } finally {
        changed();
      }
    };
  }

  async function isSettled(): Promise<boolean> {
    const [chats, dueAt] = [await store.inbox.waitingChats(1), await store.outbox.nextDueAt()];
    return chats.length === 0 && dueAt === null;
  }

  const { outbox } = store;
  const watched: Store = {
    ...store,
    // Not the port's own function: it is generic, and each call has a type of its own.
    transaction: async (work) => {
      try {
        return await store.transaction(work);
      } finally {
        changed();
      }
    },
    outbox: {
      ...outbox,
      markSent: afterwards(outbox.markSent),
      markFailed: afterwards(outbox.markFailed),
    },
  };

  return {
    store: watched,
    /** Resolves when everything that was said so far is answered and the answers have arrived. */
    async settled(): Promise<void> {
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
