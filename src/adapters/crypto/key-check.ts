import { createHmac } from 'node:crypto';
import type { KeyRing, RingKey } from './key-ring.js';

function fingerprint(key: RingKey): string {
  return createHmac('sha256', key.subKey('key-check')).update('zap-login').digest('base64url');
}

/** The key's id in hexadecimal, for names and messages. */
export function keyIdText(key: RingKey): string {
  return Buffer.from(key.id).toString('hex');
}

/** A fingerprint of the current master key, safe to store beside the data: it tells nothing about the key. */
export function keyCheckValue(keyRing: KeyRing): string {
  return fingerprint(keyRing.current);
}

/** The key whose fingerprint this is, or null when the ring does not hold it. */
export function findByKeyCheckValue(keyRing: KeyRing, stored: string): RingKey | null {
  return keyRing.all.find((key) => fingerprint(key) === stored) ?? null;
}
