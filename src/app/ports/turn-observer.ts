import type { Phone } from '#src/domain/phone.js';
import type { DialogueSnapshot } from './dialogue.js';
import type { OutboxKind } from './tables/outbox.js';

/** One step the dialogue took: the type of the event, and the effects it decided on, by name. */
export interface TurnStep {
  readonly event: string;
  readonly effects: readonly string[];
}

/** What a turn did, for authors of flows. It carries no words of the person; the snapshot may hold a CPF. */
export interface TurnReport {
  readonly phone: Phone | null;
  readonly at: Date;
  readonly steps: readonly TurnStep[];
  readonly snapshot: DialogueSnapshot | null;
  /** What goes out, and until when it may. */
  readonly queued: readonly { readonly kind: OutboxKind; readonly expiresAt: Date }[];
  /** A person answers in the bot's place until then. */
  readonly pausedUntil: Date | null;
}

/** Sees each turn after it was committed; the demo listens, production has none. Must not throw. */
export type ObserveTurn = (report: TurnReport) => void;
