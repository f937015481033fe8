/**
 * How long to wait before the next try: doubles from `firstMs` up to `lastMs`, half of it random, so that many clients
 * of a service that comes back do not return in the same instant.
 * @param input.attempt 1 for the first failure
 * @param input.random a number from 0 up to 1
 */
export function backoffMs(input: {
  readonly attempt: number;
  readonly firstMs: number;
  readonly lastMs: number;
  readonly random: number;
}): number {
  const doublings = Math.min(Math.max(input.attempt, 1) - 1, 30);
  const whole = Math.min(input.firstMs * 2 ** doublings, input.lastMs);
  return Math.round(whole / 2 + (whole / 2) * input.random);
}
