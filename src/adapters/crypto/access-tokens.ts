import {
  calculateJwkThumbprint,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  jwtVerify,
  SignJWT,
  type CryptoKey,
  type JWK,
} from 'jose';
import { z } from 'zod';
import type { AccessClaims, AccessTokens } from '#src/app/ports/access-tokens.js';
import type { SigningKeyRow, SigningKeys } from '#src/app/ports/signing-keys.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { ACCESS_TOKEN_LIFETIME_S } from '#src/domain/session.js';

/** P-256 with SHA-256: every JOSE library verifies it, and Node 20 signs it without experimental parts. */
const ALGORITHM = 'ES256';
/** RFC 9068 §2.1: an access token cannot be mistaken for another kind of JWT. */
const TYPE = 'at+jwt';

const Claims = z.object({ sub: z.uuid(), sid: z.uuid() });

async function makeKey(now: Date): Promise<SigningKeyRow> {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const publicJwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  const shared = { kid, alg: ALGORITHM, use: 'sig' };
  return {
    kid,
    publicJwk: { ...publicJwk, ...shared },
    privateJwk: { ...(await exportJWK(privateKey)), ...shared },
    createdAt: now,
    retiredAt: null,
  };
}

async function asKey(jwk: Readonly<Record<string, unknown>>): Promise<CryptoKey> {
  const key = await importJWK(jwk as JWK, ALGORITHM);
  if (key instanceof Uint8Array) throw new Error('a signing key in the database is symmetric');
  return key;
}

/**
 * Signs and verifies access tokens (RFC 9068) with the keys of the database; makes the first key
 * when there is none. Issuer and audience are the product's own origin.
 * @throws when the keys cannot be read
 */
export async function createAccessTokens(input: {
  readonly signingKeys: SigningKeys;
  readonly issuer: string;
  readonly now: Date;
}): Promise<AccessTokens> {
  const { signingKeys, issuer } = input;
  const rows = [...(await signingKeys.list())];
  const inForce =
    rows.find((row) => row.retiredAt === null) ??
    (await signingKeys.insertFirst(await makeKey(input.now)));
  if (!rows.some((row) => row.kid === inForce.kid)) rows.push(inForce);
  const privateKey = await asKey(inForce.privateJwk);
  const publicKeys = new Map<string, CryptoKey>();
  for (const row of rows) publicKeys.set(row.kid, await asKey(row.publicJwk));

  async function verify(
    token: string,
    now: Date,
  ): Promise<Result<AccessClaims, { readonly code: 'token_invalid' | 'token_expired' }>> {
    try {
      const { payload } = await jwtVerify(
        token,
        ({ kid }) => {
          const key = publicKeys.get(kid ?? '');
          if (key === undefined) throw new errors.JWKSNoMatchingKey();
          return key;
        },
        { algorithms: [ALGORITHM], typ: TYPE, issuer, audience: issuer, currentDate: now },
      );
      const claims = Claims.safeParse(payload);
      if (!claims.success) return fail({ code: 'token_invalid' });
      return ok({ accountId: claims.data.sub, sessionId: claims.data.sid });
    } catch (error) {
      if (error instanceof errors.JWTExpired) return fail({ code: 'token_expired' });
      if (error instanceof errors.JOSEError) return fail({ code: 'token_invalid' });
      throw error;
    }
  }

  return {
    issue: ({ accountId, sessionId }, now) =>
      new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: ALGORITHM, kid: inForce.kid, typ: TYPE })
        .setIssuer(issuer)
        .setAudience(issuer)
        .setSubject(accountId)
        .setIssuedAt(now)
        .setExpirationTime(Math.floor(now.getTime() / 1000) + ACCESS_TOKEN_LIFETIME_S)
        .sign(privateKey),
    verify,
    jwks: () => Promise.resolve({ keys: rows.map((row) => row.publicJwk) }),
  };
}
