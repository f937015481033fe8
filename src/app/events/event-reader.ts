import type { DomainEvent } from '#src/domain/events.js';
import type { Tx } from '../ports/tables/store.js';

/** Writes down what happened, in the transaction in which it happened. */
export interface DurableReader {
  /** For the log. */
  readonly name: string;
  /**
   * Called before the commit, for each event in the order of `emit`. What it emits itself is read by the readers after it.
   * @throws when it cannot be written down: the transaction fails then, and nothing has happened
   */
  write(tx: Tx, event: DomainEvent, at: Date): Promise<void>;
}

/** Acts on what happened. Best effort: when the process ends right after the commit, the event is lost. */
export interface MemoryReader {
  /** For the log. */
  readonly name: string;
  /** Called after the commit, for each event in the order of `emit`. A failure is logged; the other readers go on. */
  act(event: DomainEvent, at: Date): Promise<void> | void;
}

export interface EventReaders {
  readonly durable: readonly DurableReader[];
  readonly inMemory: readonly MemoryReader[];
}
