import { createHmac } from 'node:crypto';
import type { IndexKind, KeyedIndex } from '#src/app/ports/crypto/field-cipher.js';
import type { KeyRing, RingKey } from './key-ring.js';

function indexUnder(key: RingKey, kind: IndexKind, value: string): Uint8Array {
  return createHmac('sha256', key.subKey(`index/${kind}`))
    .update(value)
    .digest();
}

/** HMAC-SHA256 with a key of its own for each kind: the same digits as CPF and as phone share no index. */
export function createKeyedIndex(keyRing: KeyRing): KeyedIndex {
  return {
    index: (kind, value) => indexUnder(keyRing.current, kind, value),
    candidates: (kind, value) => keyRing.all.map((key) => indexUnder(key, kind, value)),
  };
}
