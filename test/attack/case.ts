import type { Field } from './field.js';

/** One attack out of the list of security cases, played against the running product. */
export interface AttackCase {
  /** Its number in docs/security.md. */
  readonly id: number;
  /** The standard that asks for the defence. */
  readonly standard: string;
  readonly attack: string;
  readonly outcome: string;
  /** Plays it. @throws when the product does not hold */
  readonly play: (field: Field) => Promise<void>;
}
