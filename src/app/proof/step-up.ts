import { fail, ok, type Result } from '#src/domain/result.js';
import type { CheckProof } from './check-proof.js';
import type { Origin, Proof, ProofRefusal } from './proof.js';
import { requireFreshProof, type FreshProofRefusal } from './fresh-proof.js';
import type { AccessClaims } from '../ports/crypto/access-tokens.js';
import type { Clock } from '../ports/clock.js';
import type { Store, Tx } from '../ports/tables/store.js';
import { sessionsRevoked } from '../session/sessions-revoked.js';
import type { SignedIn, StartSession } from '../session/start-session.js';

export type StepUpRefusal = ProofRefusal | { readonly code: 'session_expired' };

export type StepUp = ReturnType<typeof createStepUp>;

/**
 * "Prove it again": whatever the proof, the browser goes on in a new session with a new id, and the old one ends with
 * its tokens, so that a copy of them is not lifted along (security case 43).
 */
export function createStepUp(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly proofs: CheckProof;
  readonly startSession: StartSession;
}) {
  const { store, clock, proofs, startSession } = deps;

  /** In the transaction of the proof. */
  async function renew(
    tx: Tx,
    input: { readonly claims: AccessClaims; readonly userAgent: string; readonly now: Date },
  ): Promise<Result<SignedIn, { readonly code: 'session_expired' }>> {
    const { claims, userAgent, now } = input;
    const { accountId, sessionId } = claims;
    const session = await tx.sessions.find(sessionId);
    if (session?.accountId !== accountId) return fail({ code: 'session_expired' });
    if (!(await tx.sessions.revoke(sessionId, 'stepped_up', now))) {
      return fail({ code: 'session_expired' });
    }
    sessionsRevoked(tx, accountId, [sessionId]);
    return ok(await startSession(tx, { accountId, method: session.method, userAgent, now }));
  }

  return {
    renew,
    /** Errors: those of the proof; `session_expired` when the session ended in the meantime. */
    async byProof(
      input: Origin & {
        readonly claims: AccessClaims;
        readonly proof: Proof;
        readonly userAgent: string;
      },
    ): Promise<Result<SignedIn, StepUpRefusal>> {
      const { claims, proof, userAgent, ...origin } = input;
      const subject = { accountId: claims.accountId };
      const proven = await proofs.prove(
        { ...origin, subject, proof, purpose: 'step_up' },
        (tx, { now }) => renew(tx, { claims, userAgent, now }),
      );
      return proven.ok ? proven.value : proven;
    },
    /** Whether something dangerous may be done without another proof. */
    isFresh: (claims: AccessClaims): Promise<Result<unknown, FreshProofRefusal>> =>
      requireFreshProof(store, claims, clock.now()),
  };
}
