/** A breaker that is open until a moment, or was. */
export interface Hold {
  readonly heldUntil: Date;
  /** How long it is or was open, in milliseconds. */
  readonly holdMs: number;
}

export interface HoldLimits {
  readonly firstMs: number;
  readonly longestMs: number;
}

export function isHeld(hold: Hold | null, now: Date): boolean {
  return hold !== null && now < hold.heldUntil;
}

/** Twice as long when it happens again within the last hold's own length after its end, else as long as the first. */
export function nextHold(
  before: Hold | null,
  { now, limits }: { now: Date; limits: HoldLimits },
): Hold {
  const isRelapse = before !== null && now.getTime() - before.heldUntil.getTime() < before.holdMs;
  const holdMs = isRelapse ? Math.min(before.holdMs * 2, limits.longestMs) : limits.firstMs;
  return { heldUntil: new Date(now.getTime() + holdMs), holdMs };
}
