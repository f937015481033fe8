import type { Acquaintance } from './sender.js';

/** A proof by CPF counts this long for what needs one. */
export const PROOF_LIFETIME_MS = 10 * 60_000;

const DAY_MS = 24 * 60 * 60_000;

/**
 * Why a number alone is not enough at `now` (security cases 16, 21, 48), or null. Silence is counted from the last time
 * that its holder was recognized.
 */
export function stepUpReason(
  number: { readonly identityChangedAt: Date | null; readonly lastSeenAt: Date },
  { now, dormantDays }: { readonly now: Date; readonly dormantDays: number },
): 'identity_changed' | 'dormant' | null {
  if (number.identityChangedAt !== null) return 'identity_changed';
  return now.getTime() - number.lastSeenAt.getTime() >= dormantDays * DAY_MS ? 'dormant' : null;
}

/**
 * Why the number alone is not enough for the sender of a message, or null. `new_account`: not even the CPF is enough
 * (docs/decisions/0011).
 */
export function senderStepUp(
  found: {
    readonly acquaintance: Acquaintance;
    readonly identityChangedAt: Date | null;
    readonly lastSeenAt: Date;
  },
  at: { readonly now: Date; readonly dormantDays: number },
): 'new_account' | 'identity_changed' | 'dormant' | null {
  if (found.acquaintance === 'new_account') return 'new_account';
  return found.acquaintance === 'new_phone' ? 'identity_changed' : stepUpReason(found, at);
}

/** Whether the number's holder has named the account's CPF a short while ago. */
export function isFreshlyProven(provenAt: Date | null, now: Date): boolean {
  return provenAt !== null && now.getTime() - provenAt.getTime() < PROOF_LIFETIME_MS;
}

/** What is dangerous in a session needs a proof this young; signing in counts (ASVS 5.0 §7.5.1). */
export const SESSION_PROOF_LIFETIME_MS = 5 * 60_000;

/** Whether the person of a session has proven who they are a short while ago. */
export function isRecentlyProven(session: { readonly provenAt: Date | null }, now: Date): boolean {
  const { provenAt } = session;
  return provenAt !== null && now.getTime() - provenAt.getTime() < SESSION_PROOF_LIFETIME_MS;
}
