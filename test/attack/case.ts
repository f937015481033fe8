import type { Field } from './field.js';

/** One attack out of the list of security cases, played against the running product. */
export interface AttackCase {
  /** Its number in docs/security.md. */
  readonly id: number;
  /** The standard that asks for the defence. */
  readonly standard: string;
  readonly attack: string;
  readonly outcome: string;
  /** How long it may take, in milliseconds, when that is more than the two minutes that every end-to-end test has. */
  readonly withinMs?: number;
  /** Plays it. @throws when the product does not hold */
  readonly play: (field: Field) => Promise<void>;
}
