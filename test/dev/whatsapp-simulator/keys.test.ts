import * as curve from 'libsignal/src/curve.js';
import { expect, test } from 'vitest';
import {
  agree,
  generateKeyPair,
  identityFromSeed,
  sign,
  verify,
  withTypeByte,
} from '#src/dev/whatsapp-simulator/wire/keys.js';

const message = Buffer.from('mensagem');
const ROUNDS = Array.from({ length: 8 }, (_, round) => round);

test.each(ROUNDS)("libsignal accepts our signatures and we accept libsignal's (%i)", () => {
  const identity = identityFromSeed();
  const signature = sign(identity, message);
  expect(curve.verifySignature(withTypeByte(identity.publicKey), message, signature)).toBe(true);
  expect(verify(identity.publicKey, message, signature)).toBe(true);

  const theirs = curve.generateKeyPair();
  const theirSignature = curve.calculateSignature(theirs.privKey, message);
  expect(verify(theirs.pubKey.subarray(1), message, theirSignature)).toBe(true);
});

test('a changed signature, message or key is refused', () => {
  const identity = identityFromSeed();
  const signature = sign(identity, message);
  const changed = Buffer.from(signature);
  changed[5] = (changed[5] ?? 0) ^ 1;
  expect(verify(identity.publicKey, message, changed)).toBe(false);
  expect(verify(identity.publicKey, Buffer.from('outra'), signature)).toBe(false);
  expect(verify(identityFromSeed().publicKey, message, signature)).toBe(false);
  expect(verify(identity.publicKey, message, Buffer.alloc(64))).toBe(false);
  expect(verify(identity.publicKey, message, Buffer.alloc(0))).toBe(false);
});

test('both sides of an agreement come to the same secret', () => {
  const identity = identityFromSeed();
  const pair = generateKeyPair();
  const secret = agree(identity.privateKey, pair.publicKey);
  expect(agree(pair.privateKey, identity.publicKey)).toEqual(secret);
  const theirs = curve.calculateAgreement(withTypeByte(identity.publicKey), pair.privateKey);
  expect(Buffer.from(theirs)).toEqual(secret);
});
