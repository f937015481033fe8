import {
  CODE_LIFETIME_MS,
  MAX_CONSECUTIVE_FAILURES,
  type ChallengePurpose,
  type Code,
} from '#src/domain/challenge.js';
import type { TaxId } from '#src/domain/tax-id.js';
import type { Account } from '../ports/tables/accounts.js';
import type { Digests } from '../ports/crypto/digests.js';
import type { Random } from '../ports/random.js';
import type { Tables } from '../ports/tables/store.js';

/** An account that no code may open: blocked, or guessed at too often (NIST SP 800-63B-4 §3.2.2). */
export function codesAreDisabled(account: Account): boolean {
  return account.status !== 'active' || account.consecutiveFailures >= MAX_CONSECUTIVE_FAILURES;
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
    readonly taxId: TaxId;
    readonly purpose: ChallengePurpose;
    readonly bindingDigest: Uint8Array | null;
    /** Whether the code is sent; one that is not sent is never accepted (security case 58). */
    readonly sent: boolean;
    readonly now: Date;
  },
): Promise<{ readonly challengeId: string; readonly code: Code; readonly expiresAt: Date }> {
  const { accountId, taxId, purpose, bindingDigest, sent, now } = input;
  const challengeId = deps.random.id();
  const code = deps.random.code() as Code;
  const expiresAt = new Date(now.getTime() + CODE_LIFETIME_MS);
  await deps.tables.challenges.open({
    id: challengeId,
    accountId,
    taxId,
    purpose,
    codeDigest: deps.digests.code({ challengeId, accountId, purpose, code }),
    bindingDigest,
    sent,
    expiresAt,
    now,
  });
  return { challengeId, code, expiresAt };
}
