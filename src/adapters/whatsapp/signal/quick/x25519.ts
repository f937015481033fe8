import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type JsonWebKey,
} from 'node:crypto';

import type { SignalCurve, SignalKeyPair } from '../libsignal.js';

/*
 * X25519 (RFC 7748) through node:crypto, as libsignal does it, but with keys that go in and out as JWK (RFC 8037)
 * instead of DER. OpenSSL 3 looks for a decoder for DER by trying them all, which takes longer than the multiplication
 * itself; a JWK is 32 bytes in base64.
 *
 * No key object is kept: each lives for one call, as in libsignal, so that no private key stays in memory longer than
 * before. The base64 text of a private key is garbage after the call; sessions at rest in memory have the same form.
 */

const KEY_BYTES = 32;
/** The type byte before each public key of Signal. */
const DJB_KEY_TYPE = 5;
const OKP = { kty: 'OKP', crv: 'X25519' } as const;

/**
 * A key pair of OpenSSL's own making. It is exported by the generating call itself: on Node 20, exporting a generated key
 * object as JWK stops the process for good when a collection meets the finished job inside the export.
 */
export function generateKeyPair(): SignalKeyPair {
  const { d = '', x = '' } = generateAsJwk('x25519', {
    publicKeyEncoding: { format: 'jwk' },
    privateKeyEncoding: { format: 'jwk' },
  }).privateKey;
  const privKey = Buffer.from(d, 'base64url');
  const key = Buffer.from(x, 'base64url');
  if (privKey.length !== KEY_BYTES || key.length !== KEY_BYTES)
    throw new Error('The generated X25519 key has another length than 32 bytes.');
  return { privKey, pubKey: Buffer.concat([Buffer.from([DJB_KEY_TYPE]), key]) };
}

/** `generateKeyPairSync` with encodings that Node has had since 16 and its types leave out. */
const generateAsJwk = generateKeyPairSync as unknown as (
  type: 'x25519',
  encodings: Readonly<Record<'publicKeyEncoding' | 'privateKeyEncoding', { format: 'jwk' }>>,
) => { readonly privateKey: JsonWebKey };

/**
 * The shared secret of two keys in the one shape that Signal uses: 33 bytes with their type, and 32 bytes. Everything
 * else goes to the original, which refuses or repairs it.
 */
export function agreementBeside(
  original: SignalCurve['calculateAgreement'],
): SignalCurve['calculateAgreement'] {
  return (publicKey, privateKey) => {
    if (!isPublicKey(publicKey) || !isPrivateKey(privateKey))
      return original(publicKey, privateKey);
    return diffieHellman({
      privateKey: createPrivateKey({
        // Only `d` is read; `x`, which is not at hand, has to be a text.
        key: { ...OKP, x: '', d: privateKey.toString('base64url') },
        format: 'jwk',
      }),
      publicKey: createPublicKey({
        key: { ...OKP, x: publicKey.toString('base64url', 1) },
        format: 'jwk',
      }),
    });
  };
}

function isPublicKey(key: unknown): boolean {
  return key instanceof Buffer && key.length === KEY_BYTES + 1 && key[0] === DJB_KEY_TYPE;
}

function isPrivateKey(key: unknown): boolean {
  return key instanceof Buffer && key.length === KEY_BYTES;
}
