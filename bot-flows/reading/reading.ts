import type { Situation } from '../understanding/situation.js';

/** In which light a message is read. */
export interface Reading {
  /** What the bot waits for. With a name, any words may be the answer. */
  readonly situation: Situation;
  /** Somebody without an account is on the way to one. */
  readonly isRegistering: boolean;
}
