import type { DomainEvent } from '#src/domain/events.js';
import type { Clock } from '../ports/clock.js';
import type { EventLog } from '../ports/event-log.js';
import type { BareStore, Store, Tx, TxTables } from '../ports/tables/store.js';
import type { EventReaders, MemoryReader } from './event-reader.js';

/** What one try of a transaction emitted. */
interface Collected {
  readonly events: DomainEvent[];
  at: Date;
  isOpen: boolean;
}

/**
 * A store whose transactions collect what happened in them. Before the commit the durable readers write it down in the
 * same transaction; after it the readers in memory act on it. A work that runs again after a deadlock starts with
 * nothing collected; of a transaction that fails no reader hears. Messages that are put into the outbox are an event by
 * themselves (`outbox.queued`), once a transaction for each delay, unless they are claimed already.
 */
export function collectEvents(
  store: BareStore,
  deps: { readonly readers: EventReaders; readonly clock: Clock; readonly log: EventLog },
): Store {
  const { readers, clock, log } = deps;

  async function tell(reader: MemoryReader, { events, at }: Collected): Promise<void> {
    for (const event of events) {
      try {
        await reader.act(event, at);
      } catch (error) {
        log.error('event.reader_failed', { reader: reader.name, topic: event.type, error });
      }
    }
  }

  return {
    ...store,
    transaction: async (work) => {
      let collected: Collected = nothing(clock.now());
      const value = await store.transaction(async (tables) => {
        collected = nothing(clock.now());
        const { events } = collected;
        const tx = openTx(tables, collected);
        try {
          const result = await work(tx);
          collected.at = clock.now();
          for (const reader of readers.durable) {
            // A copy: what a reader emits is for the readers after it.
            for (const event of [...events]) await reader.write(tx, event, collected.at);
          }
          return result;
        } finally {
          collected.isOpen = false;
        }
      });
      const happened = collected;
      await Promise.all(readers.inMemory.map((reader) => tell(reader, happened)));
      return value;
    },
    isInfrastructureFault: (error) => store.isInfrastructureFault(error),
  };
}

function nothing(at: Date): Collected {
  return { events: [], at, isOpen: true };
}

function openTx(tables: TxTables, collected: Collected): Tx {
  const { events } = collected;
  const emit: Tx['emit'] = (event) => {
    if (!collected.isOpen) throw new Error(`${event.type} was emitted after its transaction`);
    events.push(event);
  };
  const enqueue: Tx['outbox']['enqueue'] = async (messages, now) => {
    await tables.outbox.enqueue(messages, now);
    for (const { delayMs = 0 } of messages) {
      const isKnown = events.some(
        (event) => event.type === 'outbox.queued' && event.delayMs === delayMs,
      );
      if (!isKnown) emit({ type: 'outbox.queued', delayMs });
    }
  };
  // Of an answer that is claimed whoever claimed it knows, and of those behind it in its chat.
  const end: Tx['turns']['end'] = async (turn) => {
    const ended = await tables.turns.end(turn);
    if (turn.answers.length > 0 && ended.claimed === null)
      emit({ type: 'outbox.queued', delayMs: 0 });
    return ended;
  };
  // The tables stay behind it, not in it: each is made when it is asked for.
  return Object.create(tables, {
    outbox: { get: () => ({ ...tables.outbox, enqueue }) },
    turns: { value: { end } },
    emit: { value: emit },
  }) as Tx;
}
