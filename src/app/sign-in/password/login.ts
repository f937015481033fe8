import type { Result } from '#src/domain/result.js';
import type { TaxId } from '#src/domain/tax-id.js';
import type { CheckProof } from '#src/app/proof/check-proof.js';
import type { Origin, ProofRefusal } from '#src/app/proof/proof.js';
import type { SignedIn, StartSession } from '#src/app/session/start-session.js';

export type PasswordLogin = ReturnType<typeof createPasswordLogin>;

/** Signs in by CPF or CNPJ and password; needs no WhatsApp. Errors and limits are those of the proof. */
export function createPasswordLogin(deps: {
  readonly proofs: CheckProof;
  readonly startSession: StartSession;
}) {
  const { proofs, startSession } = deps;
  return function passwordLogin(
    input: Omit<Origin, 'browserToken'> & {
      readonly taxId: TaxId;
      readonly password: string;
      readonly userAgent: string;
    },
  ): Promise<Result<SignedIn, ProofRefusal>> {
    const { taxId, password, userAgent, known, address } = input;
    const proof = { type: 'password', password } as const;
    return proofs.prove(
      { subject: { taxId }, proof, purpose: 'login', browserToken: null, known, address },
      (tx, { account, now }) =>
        startSession(tx, { accountId: account.id, method: 'password', userAgent, now }),
    );
  };
}
