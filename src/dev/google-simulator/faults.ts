import { z } from 'zod';

/** What can be wrong with the ID tokens it gives out. */
export const ID_TOKEN_FAULTS = [
  'expired',
  'wrong_audience',
  'wrong_party',
  'several_audiences',
  'wrong_issuer',
  'wrong_nonce',
  'no_nonce',
  'unsigned',
  'signed_with_public_key',
  'signed_by_stranger',
] as const;
export type IdTokenFault = (typeof ID_TOKEN_FAULTS)[number];

export const Faults = z.strictObject({
  /** What does not answer: everything, or the keys alone. Connections are cut. */
  down: z.enum(['everything', 'keys']).nullable(),
  /** Milliseconds before anything is answered. */
  slowMs: z.number().int().min(0).max(60_000),
  idToken: z.enum(ID_TOKEN_FAULTS).nullable(),
  /** `iss` of the authorization answer (RFC 9207). */
  answerIssuer: z.enum(['wrong', 'missing']).nullable(),
});
export type Faults = z.infer<typeof Faults>;

export const NO_FAULTS: Faults = { down: null, slowMs: 0, idToken: null, answerIssuer: null };
