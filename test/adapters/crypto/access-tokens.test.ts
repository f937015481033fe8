import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { expect, it } from 'vitest';
import { createAccessTokens, makeSigningKey } from '#src/adapters/crypto/access-tokens.js';
import type { SigningKeyRow, SigningKeys } from '#src/app/ports/tables/signing-keys.js';
import { ACCESS_TOKEN_LIFETIME_S } from '#src/domain/session.js';

const NOON = new Date('2026-11-30T12:00:00Z');
const claims = {
  accountId: '00000000-0000-4000-8000-000000000001',
  sessionId: '00000000-0000-4000-8000-000000000002',
};

async function createTokens() {
  const rows: SigningKeyRow[] = [await makeSigningKey(NOON)];
  const signingKeys: SigningKeys = {
    list: () => Promise.resolve([...rows]),
    insertFirst: () => Promise.reject(new Error('there is a key')),
    rotate: () => Promise.reject(new Error('nothing rotates here')),
    sweep: () => Promise.reject(new Error('nothing is swept here')),
  };
  const tokens = await createAccessTokens({
    ...{ signingKeys, issuer: 'https://login.example', clock: { now: () => NOON } },
  });
  return { tokens, rows };
}

const after = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

it('a token is what other programs verify: ES256, its key by name, the claims of RFC 9068', async () => {
  const { tokens, rows } = await createTokens();
  const keys = createLocalJWKSet((await tokens.jwks()) as unknown as JSONWebKeySet);
  const issuer = 'https://login.example';
  const { payload, protectedHeader } = await jwtVerify(await tokens.issue(claims, NOON), keys, {
    ...{ issuer, audience: issuer, algorithms: ['ES256'], typ: 'at+jwt', currentDate: NOON },
  });
  expect(protectedHeader).toEqual({ alg: 'ES256', kid: rows[0]?.kid, typ: 'at+jwt' });
  const iat = NOON.getTime() / 1000;
  expect(payload).toEqual({
    ...{ iss: issuer, aud: issuer, sub: claims.accountId, sid: claims.sessionId },
    ...{ iat, exp: iat + ACCESS_TOKEN_LIFETIME_S },
  });
});

it('a token that was good is good again until it expires, and not a second longer', async () => {
  const { tokens } = await createTokens();
  const token = await tokens.issue(claims, NOON);
  for (const at of [0, 1, ACCESS_TOKEN_LIFETIME_S - 1]) {
    expect(await tokens.verify(token, after(at))).toEqual({ ok: true, value: claims });
  }
  const expired = { ok: false, error: { code: 'token_expired' } };
  expect(await tokens.verify(token, after(ACCESS_TOKEN_LIFETIME_S))).toEqual(expired);
});

it('a token that differs from a good one in any part is refused, also after the good one', async () => {
  const { tokens } = await createTokens();
  const token = await tokens.issue(claims, NOON);
  expect((await tokens.verify(token, NOON)).ok).toBe(true);
  const [header = '', payload = '', signature = ''] = token.split('.');
  const other = Buffer.from(payload, 'base64url').toString().replace('0001"', '0003"');
  const swapped = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
  for (const forged of [
    [header, Buffer.from(other).toString('base64url'), signature],
    [header, payload, swapped],
    [header, payload, ''],
  ]) {
    expect((await tokens.verify(forged.join('.'), NOON)).ok, forged.join('.')).toBe(false);
  }
});

it('a token whose key is gone is refused once the keys are read again', async () => {
  const { tokens, rows } = await createTokens();
  const token = await tokens.issue(claims, NOON);
  expect((await tokens.verify(token, NOON)).ok).toBe(true);
  rows.splice(0, 1, await makeSigningKey(NOON));
  await tokens.reload();
  expect((await tokens.verify(token, NOON)).ok).toBe(false);
});
