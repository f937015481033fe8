import type { Claim, OutboxItem } from '../ports/tables/outbox.js';

/** A claim that knows what was said to wait before it. */
export interface AnswerClaim extends Claim {
  readonly signals: number;
}

/**
 * The short way of an answer: it is claimed in the transaction of its turn and sent as soon as that is committed, instead
 * of being looked for in the outbox.
 */
export interface AnswerLanes {
  /** @returns for whom an answer may be claimed at this moment; null when it could not go out at once */
  claim(): AnswerClaim | null;
  /** Sends an answer that was claimed so, after the commit. Once its claim has run out it is looked for in the outbox. */
  send(item: OutboxItem, claim: AnswerClaim): void;
}
