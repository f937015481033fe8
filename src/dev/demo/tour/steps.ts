import type { DemoPerson } from '../people.js';

/** In the order of the tour; `pair` is played only where the bot has no phone at first. */
export const STEPS = ['pair', 'register', 'link', 'number', 'google', 'block'] as const;
export type StepName = (typeof STEPS)[number];

/** Who plays. */
export interface Cast {
  /** Comes for the first time; plays all but the last step. */
  readonly newcomer: DemoPerson;
  /** Has an account; is warned of a stranger in the last step. */
  readonly owner: DemoPerson;
}
