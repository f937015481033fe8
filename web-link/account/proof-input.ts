import { z } from 'zod';
import type { Proof } from '#src/app/proof/check-proof.js';
import { parseCode } from '#src/domain/challenge.js';
import { fail, ok, type Result } from '#src/domain/result.js';

/** A proof as the API takes it: a password, or the code of a challenge. */
export const PasswordProof = z.strictObject({ password: z.string().min(1) });
export const CodeProof = z.strictObject({ challengeId: z.uuid(), code: z.string() });
export const ProofInput = z.union([PasswordProof, CodeProof]);

/** @returns `invalid_code` when it is not six digits; no try is spent on it */
export function proofOf(
  input: z.infer<typeof ProofInput>,
): Result<Proof, { readonly code: 'invalid_code' }> {
  if ('password' in input) return ok({ type: 'password', password: input.password });
  const code = parseCode(input.code);
  if (!code.ok) return fail({ code: 'invalid_code' });
  return ok({ type: 'code', challengeId: input.challengeId, code: code.value });
}
