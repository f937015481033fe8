import { createHmac } from 'node:crypto';
import type { KeyRing, RingKey } from './key-ring.js';

function fingerprint(key: RingKey): string {
  return createHmac('sha256', key.subKey('key-check')).update('zap-login').digest('base64url');
}

/** A fingerprint of the current master key, safe to store beside the data: it tells nothing about the key. */
export function keyCheckValue(keyRing: KeyRing): string {
  return fingerprint(keyRing.current);
}

/** Whether a stored fingerprint is of a key in the ring; if not, the data was written under another master key. */
export function knowsKeyCheckValue(keyRing: KeyRing, stored: string): boolean {
  return keyRing.all.some((key) => fingerprint(key) === stored);
}
