import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Clock } from '#src/app/ports/clock.js';
import type { ShortSeal } from '#src/app/ports/crypto/short-seal.js';
import type { KeyRing } from './key-ring.js';

/** A box: end of its life in milliseconds since 1970 (6 bytes), nonce (12), ciphertext, tag (16). */
const NONCE_AT = 6;
const TEXT_AT = NONCE_AT + 12;
const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';
const LABEL = 'short-seal';

/**
 * AES-256-GCM (NIST SP 800-38D) under a key of its own: strangers cause these boxes, and their number must not count
 * against the key of the fields. Place and end are authenticated. Only the current master key opens them: they live for
 * minutes.
 */
export function createShortSeal({ current }: KeyRing, clock: Clock): ShortSeal {
  return {
    seal: (text, { place, lifeS }) => {
      const header = Buffer.alloc(TEXT_AT);
      header.writeUIntBE(clock.now().getTime() + lifeS * 1000, 0, NONCE_AT);
      randomBytes(TEXT_AT - NONCE_AT).copy(header, NONCE_AT);
      const cipher = createCipheriv(ALGORITHM, current.subKey(LABEL), header.subarray(NONCE_AT));
      cipher.setAAD(Buffer.concat([header, Buffer.from(place)]));
      const hidden = Buffer.concat([cipher.update(text), cipher.final()]);
      return Buffer.concat([header, hidden, cipher.getAuthTag()]).toString('base64url');
    },
    open: (sealed, place) => {
      const box = Buffer.from(sealed, 'base64url');
      if (box.length < TEXT_AT + TAG_BYTES) return null;
      const header = box.subarray(0, TEXT_AT);
      const nonce = header.subarray(NONCE_AT);
      const decipher = createDecipheriv(ALGORITHM, current.subKey(LABEL), nonce, {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.concat([header, Buffer.from(place)]));
      decipher.setAuthTag(box.subarray(box.length - TAG_BYTES));
      const text = decipher.update(box.subarray(TEXT_AT, box.length - TAG_BYTES));
      try {
        // Throws for one reason only: the tag does not fit.
        decipher.final();
      } catch {
        return null;
      }
      return header.readUIntBE(0, NONCE_AT) > clock.now().getTime() ? text.toString() : null;
    },
  };
}
