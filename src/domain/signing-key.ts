import { ACCESS_TOKEN_LIFETIME_S } from './session.js';

/** How long programs that verify our tokens may keep the published keys, in seconds (RFC 7517 with RFC 9111). */
export const KEYS_CACHE_S = 300;
/** How often every instance reads the keys again. */
export const KEYS_REREAD_MS = 30_000;
/** A new key is published this long before it signs: every instance and every cache has it by then. */
export const KEY_LEAD_MS = 10 * 60_000;
/** After its last token has expired an old key is served for one more minute, for clocks that differ. */
export const KEY_TRAIL_MS = ACCESS_TOKEN_LIFETIME_S * 1000 + 60_000;

const DAY_MS = 24 * 60 * 60_000;

export interface KeyTimes {
  readonly createdAt: Date;
  /** From then on it signs nothing; null for the newest. */
  readonly retiredAt: Date | null;
}

/** The key that signs at `now`: a successor takes over when the one before it retires, the very first signs at once. */
export function signingKeyAt<Key extends KeyTimes>(keys: readonly Key[], now: Date): Key | null {
  const endOf = ({ retiredAt }: Key) => retiredAt?.getTime() ?? Infinity;
  const inForce = keys.filter((key) => endOf(key) > now.getTime());
  return inForce.sort((one, other) => endOf(one) - endOf(other))[0] ?? null;
}

/** Whether programs may still meet tokens of this key, or will soon. */
export function isPublished({ retiredAt }: KeyTimes, now: Date): boolean {
  return retiredAt === null || now.getTime() - retiredAt.getTime() < KEY_TRAIL_MS;
}

/** Whether a key has signed for as long as one should (NIST SP 800-57 part 1 §5.3.6 asks for a limit). */
export function isDueForRotation(
  { createdAt }: KeyTimes,
  { now, maxAgeDays }: { readonly now: Date; readonly maxAgeDays: number },
): boolean {
  return now.getTime() - createdAt.getTime() >= maxAgeDays * DAY_MS;
}
