import type { Result } from '#src/domain/result.js';

export interface AccessClaims {
  readonly accountId: string;
  readonly sessionId: string;
}

/** Short-lived signed tokens (RFC 7519, RFC 9068); the subject is the account's random id, never a CPF. */
export interface AccessTokens {
  issue(claims: AccessClaims, now: Date): Promise<string>;
  verify(
    token: string,
    now: Date,
  ): Promise<Result<AccessClaims, { readonly code: 'token_invalid' | 'token_expired' }>>;
  /** Public keys as a JWK set (RFC 7517). */
  jwks(): Promise<{ readonly keys: readonly Readonly<Record<string, unknown>>[] }>;
}
