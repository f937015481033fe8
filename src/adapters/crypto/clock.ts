import type { Clock } from '#src/app/ports/clock.js';

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };
