import {
  CODE_LIFETIME_MS,
  MAX_CODES_PER_HOUR,
  MAX_CONSECUTIVE_FAILURES,
  RESEND_INTERVAL_MS,
  type ChallengePurpose,
  type Code,
} from '#src/domain/challenge.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import type { Account } from './ports/accounts.js';
import type { Digests } from './ports/digests.js';
import type { Random } from './ports/random.js';
import type { Tables } from './ports/store.js';

const HOUR_MS = 60 * 60_000;

/** An account that no code may open: blocked, or guessed at too often (NIST SP 800-63B-4 §3.2.2). */
export function codesAreDisabled(account: Account): boolean {
  return account.status !== 'active' || account.consecutiveFailures >= MAX_CONSECUTIVE_FAILURES;
}

/**
 * Whether another code may be sent to this account now: one a minute, five an hour, on a page
 * those asked for in chat count, too (security case 8).
 * @returns seconds to wait when not
 */
export async function codeAllowance(
  tables: Pick<Tables, 'challenges'>,
  input: {
    readonly accountId: string;
    readonly purpose: ChallengePurpose;
    /** Who writes from the number is not held back by what strangers ask for on a page. */
    readonly askedIn: 'chat' | 'anywhere';
    readonly now: Date;
  },
): Promise<Result<null, { readonly code: 'too_soon' | 'too_many'; readonly retryAfterS: number }>> {
  const { accountId, purpose, askedIn, now } = input;
  const since = new Date(now.getTime() - HOUR_MS);
  const limit = MAX_CODES_PER_HOUR;
  const issued = await tables.challenges.issuedSince(accountId, purpose, { since, askedIn, limit });
  const [latest] = issued;
  if (latest === undefined) return ok(null);
  const secondsUntil = (at: Date, waitMs: number): number =>
    Math.ceil((at.getTime() + waitMs - now.getTime()) / 1000);
  const retryAfterS = secondsUntil(latest, RESEND_INTERVAL_MS);
  if (retryAfterS > 0) return fail({ code: 'too_soon', retryAfterS });
  // Another one is free as soon as the oldest of the five is an hour old.
  const oldest = issued[limit - 1];
  if (oldest === undefined) return ok(null);
  return fail({ code: 'too_many', retryAfterS: secondsUntil(oldest, HOUR_MS) });
}

/** Makes a code and stores its digest; without an account it is a decoy that nothing can open. */
export async function openChallenge(
  deps: {
    readonly random: Random;
    readonly digests: Digests;
    readonly tables: Pick<Tables, 'challenges'>;
  },
  input: {
    readonly accountId: string | null;
    readonly purpose: ChallengePurpose;
    readonly bindingDigest: Uint8Array | null;
    /** Whether the code goes out; only those count against the account's allowance. */
    readonly sent: boolean;
    readonly now: Date;
  },
): Promise<{ readonly challengeId: string; readonly code: Code; readonly expiresAt: Date }> {
  const { accountId, purpose, bindingDigest, sent, now } = input;
  const challengeId = deps.random.id();
  const code = deps.random.code() as Code;
  const expiresAt = new Date(now.getTime() + CODE_LIFETIME_MS);
  await deps.tables.challenges.open({
    id: challengeId,
    accountId,
    purpose,
    codeDigest: deps.digests.code({ challengeId, purpose, code }),
    bindingDigest,
    sent,
    expiresAt,
    now,
  });
  return { challengeId, code, expiresAt };
}
