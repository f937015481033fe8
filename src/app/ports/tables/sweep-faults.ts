/**
 * Which steps of the sweep failed the last time, stored where every instance can read it: one instance sweeps, and each
 * one reports.
 */
export interface SweepFaults {
  /** Counts a failure of a step. @returns how many there were in a row */
  count(step: string, now: Date): Promise<number>;
  /** The steps that failed the last time, by name. */
  list(): Promise<readonly { readonly step: string; readonly failures: number }[]>;
  /** Forgets a step's failures, after it succeeded. */
  clear(step: string): Promise<void>;
}
