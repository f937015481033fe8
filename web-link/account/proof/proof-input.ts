import { z } from 'zod';
import type { ProofOf } from '#src/app/proof/proof.js';
import { parseCode } from '#src/domain/challenge.js';
import type { TypedProofName } from '#src/domain/sign-in-method.js';
import { ProblemError } from '../../http/problem.js';

export const CodeProof = z.strictObject({ challengeId: z.uuid(), code: z.string() });

export function passwordProofOf({ password }: { readonly password: string }): ProofOf<'password'> {
  return { type: 'password', password };
}

/** @throws ProblemError `invalid_code` when it is not six digits; no try is spent on it */
export function codeProofOf(input: z.infer<typeof CodeProof>): ProofOf<'code'> {
  const code = parseCode(input.code);
  if (!code.ok) throw new ProblemError({ code: 'invalid_code' });
  return { type: 'code', challengeId: input.challengeId, code: code.value };
}

const INPUTS = {
  password: z.strictObject({ password: z.string().min(1) }).transform(passwordProofOf),
  code: CodeProof.transform(codeProofOf),
} satisfies { readonly [Name in TypedProofName]: z.ZodType<ProofOf<Name>> };

/** A proof as the API takes it: a password, or the code of a challenge. */
export const ProofInput = z.union(Object.values(INPUTS));
