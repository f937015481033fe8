import {
  calculateJwkThumbprint,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  jwtVerify,
  type CryptoKey,
  type JWK,
} from 'jose';
import { z } from 'zod';
import type { AccessClaims, AccessTokens } from '#src/app/ports/crypto/access-tokens.js';
import type { Clock } from '#src/app/ports/clock.js';
import type { SigningKeyRow, SigningKeys } from '#src/app/ports/tables/signing-keys.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { isPublished, signingKeyAt } from '#src/domain/signing-key.js';
import { isCompactJws } from '#src/domain/token-shape.js';
import { ACCESS_TOKEN_LIFETIME_S } from '#src/domain/session.js';
import { createJwsSigner } from './compact-jws.js';
import { createVerifiedTokens } from './verified-tokens.js';

/** P-256 with SHA-256: every JOSE library verifies it, and Node 20 signs it without experimental parts. */
const ALGORITHM = 'ES256';
/** RFC 9068 §2.1: an access token cannot be mistaken for another kind of JWT. */
const TYPE = 'at+jwt';

const Claims = z.object({ sub: z.uuid(), sid: z.uuid(), exp: z.number() });

/** A new key pair, in force from `now` on as the rules of `domain/signing-key` say. */
export async function makeSigningKey(now: Date): Promise<SigningKeyRow> {
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

interface ReadKey {
  readonly row: SigningKeyRow;
  readonly publicKey: CryptoKey;
  readonly sign: ReturnType<typeof createJwsSigner>;
}

/** Access tokens whose keys can be read again, after a rotation here or elsewhere. */
export type RotatingAccessTokens = AccessTokens & { reload(): Promise<void> };

/**
 * Signs and verifies access tokens (RFC 9068) with the keys of the database; makes the first key
 * when there is none. Issuer and audience are the product's own origin.
 * @throws when the keys cannot be read
 */
export async function createAccessTokens(input: {
  readonly signingKeys: SigningKeys;
  readonly issuer: string;
  readonly clock: Clock;
}): Promise<RotatingAccessTokens> {
  const { signingKeys, issuer, clock } = input;
  let keys = new Map<string, ReadKey>();
  const verified = createVerifiedTokens<AccessClaims>();

  async function readKey(row: SigningKeyRow): Promise<ReadKey> {
    const known = keys.get(row.kid);
    if (known !== undefined) return { ...known, row };
    const header = { alg: ALGORITHM, kid: row.kid, typ: TYPE };
    const sign = createJwsSigner(row.privateJwk, header);
    return { row, publicKey: await asKey(row.publicJwk), sign };
  }

  async function reload(): Promise<void> {
    const rows = await signingKeys.list();
    const read = await Promise.all(rows.map(readKey));
    keys = new Map(read.map((key) => [key.row.kid, key]));
    verified.forget();
  }

  function signer(now: Date): ReadKey {
    const row = signingKeyAt(
      [...keys.values()].map((key) => key.row),
      now,
    );
    const key = row === null ? undefined : keys.get(row.kid);
    if (key === undefined) throw new Error('there is no key to sign access tokens with');
    return key;
  }

  if (!(await signingKeys.list()).some(({ retiredAt }) => retiredAt === null)) {
    await signingKeys.insertFirst(await makeSigningKey(clock.now()));
  }
  await reload();

  async function verify(
    token: string,
    now: Date,
  ): Promise<Result<AccessClaims, { readonly code: 'token_invalid' | 'token_expired' }>> {
    if (!isCompactJws(token)) return fail({ code: 'token_invalid' });
    const known = verified.find(token, now);
    if (known !== null) return ok(known);
    const before = keys;
    try {
      const { payload } = await jwtVerify(
        token,
        ({ kid }) => {
          const key = keys.get(kid ?? '');
          if (key === undefined) throw new errors.JWKSNoMatchingKey();
          return key.publicKey;
        },
        { algorithms: [ALGORITHM], typ: TYPE, issuer, audience: issuer, currentDate: now },
      );
      const claims = Claims.safeParse(payload);
      if (!claims.success) return fail({ code: 'token_invalid' });
      const { sub: accountId, sid: sessionId, exp: expiresAtS } = claims.data;
      // Not where the keys were read again meanwhile: its own may have been retired.
      if (keys === before)
        verified.remember(token, { claims: { accountId, sessionId }, expiresAtS });
      return ok({ accountId, sessionId });
    } catch (error) {
      if (error instanceof errors.JWTExpired) return fail({ code: 'token_expired' });
      if (error instanceof errors.JOSEError) return fail({ code: 'token_invalid' });
      throw error;
    }
  }

  return {
    issue: ({ accountId, sessionId }, now) => {
      const iat = Math.floor(now.getTime() / 1000);
      const who = { iss: issuer, aud: issuer, sub: accountId, sid: sessionId };
      const payload = { ...who, iat, exp: iat + ACCESS_TOKEN_LIFETIME_S };
      return Promise.resolve(signer(now).sign(payload));
    },
    verify,
    jwks: () => {
      const published = [...keys.values()].filter(({ row }) => isPublished(row, clock.now()));
      return Promise.resolve({ keys: published.map(({ row }) => row.publicJwk) });
    },
    reload,
  };
}
