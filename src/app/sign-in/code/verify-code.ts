import type { ChallengePurpose, Code } from '#src/domain/challenge.js';
import { fail, type Result } from '#src/domain/result.js';
import type { CheckProof } from '#src/app/proof/check-proof.js';
import type { Origin, ProofRefusal } from '#src/app/proof/proof.js';
import type { SignedIn, StartSession } from '#src/app/session/start-session.js';

export type VerifyCodeRefusal = Exclude<ProofRefusal, { code: 'wrong_password' }>;

export type VerifyCode = ReturnType<typeof createVerifyCode>;

/** Turns a code into a session, in the browser that asked for it. Errors and limits are those of the proof. */
export function createVerifyCode(deps: {
  readonly proofs: CheckProof;
  readonly startSession: StartSession;
}) {
  const { proofs, startSession } = deps;
  return async function verifyCode(
    input: Origin & {
      readonly challengeId: string;
      readonly code: Code;
      readonly purpose: ChallengePurpose;
      readonly userAgent: string;
    },
  ): Promise<Result<SignedIn, VerifyCodeRefusal>> {
    const { challengeId, code, purpose, userAgent, ...origin } = input;
    const proof = { type: 'code', challengeId, code } as const;
    const proven = await proofs.prove(
      { ...origin, subject: null, proof, purpose },
      (tx, { account, now }) =>
        startSession(tx, { accountId: account.id, method: 'code', userAgent, now }),
    );
    if (proven.ok) return proven;
    const { error } = proven;
    if (error.code === 'wrong_password') throw new Error('a code was checked as a password');
    return fail(error);
  };
}
