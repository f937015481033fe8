import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { Digests } from '#src/app/ports/crypto/digests.js';
import type { KeyRing } from './key-ring.js';

/** Each part goes in with its length, so that no two lists of parts give the same bytes. */
function digestOf(key: KeyObject, parts: readonly string[]): Uint8Array {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:`).update(part);
  return hmac.digest();
}

/**
 * HMAC-SHA256 under the current key. Codes and tokens live for minutes to days, so a new master key ends the open ones
 * instead of being searched for under the older keys.
 */
export function createDigests(keyRing: KeyRing): Digests {
  const { current } = keyRing;
  return {
    token: (kind, token) => digestOf(current.subKey(`digest/${kind}`), [token]),
    code: ({ challengeId, accountId, purpose, code }) =>
      digestOf(current.subKey('digest/code'), [challengeId, accountId ?? '', purpose, code]),
    same: (left, right) => left.length === right.length && timingSafeEqual(left, right),
  };
}
