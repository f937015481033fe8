import { z } from 'zod';
import type { Proof, ProofOf } from '#src/app/proof/proof.js';
import { parseCode } from '#src/domain/challenge.js';
import { ProblemError } from '../http/problem.js';

/** A proof as the API takes it: a password, or the code of a challenge. */
export const PasswordProof = z.strictObject({ password: z.string().min(1) });
export const CodeProof = z.strictObject({ challengeId: z.uuid(), code: z.string() });
export const ProofInput = z.union([PasswordProof, CodeProof]);

/** @throws ProblemError `invalid_code` when it is not six digits; no try is spent on it */
export function codeProofOf(input: z.infer<typeof CodeProof>): ProofOf<'code'> {
  const code = parseCode(input.code);
  if (!code.ok) throw new ProblemError({ code: 'invalid_code' });
  return { type: 'code', challengeId: input.challengeId, code: code.value };
}

/** @throws ProblemError `invalid_code`, as above */
export function proofOf(input: z.infer<typeof ProofInput>): Proof {
  return 'password' in input ? { type: 'password', password: input.password } : codeProofOf(input);
}
