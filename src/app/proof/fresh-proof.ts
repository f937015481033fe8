import { fail, ok, type Result } from '#src/domain/result.js';
import { isRecentlyProven } from '#src/domain/step-up.js';
import type { AccessClaims } from '../ports/crypto/access-tokens.js';
import type { Session } from '../ports/tables/sessions.js';
import type { Tables } from '../ports/tables/store.js';

export interface FreshProofRefusal {
  /** `session_expired`: the session has ended since its access token was made. */
  readonly code: 'step_up_required' | 'session_expired';
}

/**
 * Allows dangerous acts only within five minutes of a proof: setting a password, adding or removing a way in, changing
 * the number, taking the data along, deletion (ASVS 5.0 §7.5.1). Ending sessions is not among them: it only takes
 * access away, and may be urgent.
 */
export async function requireFreshProof(
  tables: Pick<Tables, 'sessions'>,
  { accountId, sessionId }: AccessClaims,
  now: Date,
): Promise<Result<Session, FreshProofRefusal>> {
  const session = await tables.sessions.find(sessionId);
  if (session?.accountId !== accountId || session.revokedAt !== null) {
    return fail({ code: 'session_expired' });
  }
  return isRecentlyProven(session, now) ? ok(session) : fail({ code: 'step_up_required' });
}
