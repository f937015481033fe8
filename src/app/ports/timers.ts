/** Delayed work that a test can run without waiting. */
export interface Timers {
  /** @returns a function that cancels it. */
  after(ms: number, work: () => void): () => void;
  /** Runs again and again until cancelled; never overlaps with itself. */
  every(ms: number, work: () => Promise<void>): () => void;
}
