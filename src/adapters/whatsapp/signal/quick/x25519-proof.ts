import { strict as assert } from 'node:assert';

import type { SignalCurve } from '../libsignal.js';

interface Vector {
  readonly scalar: string;
  readonly point: string;
  readonly shared: string;
}

const ANY_SCALAR = '77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a';
/** RFC 7748, sections 5.2 and 6.1. The second point has its highest bit set, which is to be ignored. */
const VECTORS: readonly Vector[] = [
  {
    scalar: 'a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4',
    point: 'e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c',
    shared: 'c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552',
  },
  {
    scalar: '4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d',
    point: 'e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493',
    shared: '95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957',
  },
  {
    scalar: ANY_SCALAR,
    point: 'de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f',
    shared: '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742',
  },
  {
    scalar: '5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb',
    point: '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a',
    shared: '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742',
  },
];

const BASE_POINT = `09${'00'.repeat(31)}`;
/** Points of low order (RFC 7748, section 6.1): with them every secret is nothing but zeros. */
const LOW_ORDER = ['00'.repeat(32), `01${'00'.repeat(31)}`];

type Agreement = SignalCurve['calculateAgreement'];
type Generation = SignalCurve['generateKeyPair'];

/** @throws unless the agreement gives RFC 7748's secrets and refuses points of low order */
export function proveAgreement(agree: Agreement): void {
  for (const { scalar, point, shared } of VECTORS)
    assert.equal(agree(publicKey(point), Buffer.from(scalar, 'hex')).toString('hex'), shared);
  for (const point of LOW_ORDER)
    assert.throws(() => agree(publicKey(point), Buffer.from(ANY_SCALAR, 'hex')));
}

/**
 * @param agree libsignal's own agreement
 * @throws unless a generated pair is new, has libsignal's shape, and its public key is the private one times the base point
 */
export function proveGeneration(generate: Generation, agree: Agreement): void {
  const [one, other] = [generate(), generate()];
  assert.notDeepEqual(one.privKey, other.privKey);
  for (const { privKey, pubKey } of [one, other]) {
    assert.equal(privKey.length, 32);
    assert.deepEqual(pubKey, publicKey(agree(publicKey(BASE_POINT), privKey).toString('hex')));
  }
}

function publicKey(hex: string): Buffer {
  return Buffer.from(`05${hex}`, 'hex');
}
