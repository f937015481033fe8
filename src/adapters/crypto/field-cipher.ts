import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { UnknownKeyError, type FieldCipher } from '#src/app/ports/crypto/field-cipher.js';
import { KEY_ID_BYTES, type KeyRing } from './key-ring.js';

/** A box: version (1 byte), key id (4), nonce (12), ciphertext, tag (16). */
const VERSION = 1;
const NONCE_AT = 1 + KEY_ID_BYTES;
const NONCE_BYTES = 12;
const TEXT_AT = NONCE_AT + NONCE_BYTES;
const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';
const LABEL = 'field-cipher';

/**
 * AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce, good for 2^32 boxes a key (section 8.3). The header and the
 * context are authenticated, so a box moved to another row or column does not open.
 */
export function createFieldCipher(keyRing: KeyRing): FieldCipher {
  return {
    encrypt: (plain, context) => {
      const nonce = randomBytes(NONCE_BYTES);
      const header = Buffer.from([VERSION, ...keyRing.current.id]);
      const cipher = createCipheriv(ALGORITHM, keyRing.current.subKey(LABEL), nonce);
      cipher.setAAD(Buffer.concat([header, Buffer.from(context)]));
      const text = Buffer.concat([cipher.update(Buffer.from(plain)), cipher.final()]);
      return Buffer.concat([header, nonce, text, cipher.getAuthTag()]);
    },
    decryptText: (box, context) => {
      if (box[0] !== VERSION || box.length < TEXT_AT + TAG_BYTES)
        throw new Error('This is not an encrypted field.');
      const key = keyRing.find(box.subarray(1, NONCE_AT));
      if (!key) throw new UnknownKeyError();
      const nonce = box.subarray(NONCE_AT, TEXT_AT);
      const decipher = createDecipheriv(ALGORITHM, key.subKey(LABEL), nonce, {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.concat([box.subarray(0, NONCE_AT), Buffer.from(context)]));
      decipher.setAuthTag(box.subarray(box.length - TAG_BYTES));
      const plain = decipher.update(box.subarray(TEXT_AT, box.length - TAG_BYTES));
      return Buffer.concat([plain, decipher.final()]).toString();
    },
  };
}
