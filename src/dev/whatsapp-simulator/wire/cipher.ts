import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
} from 'node:crypto';

const TAG_BYTES = 16;
const EMPTY = Buffer.alloc(0);

export function sha256(data: Uint8Array): Buffer {
  return createHash('sha256').update(data).digest();
}

export function hmacSha256(key: Uint8Array, data: Uint8Array): Buffer {
  return createHmac('sha256', key).update(data).digest();
}

/** HKDF-SHA-256 (RFC 5869), `length` bytes. */
export function hkdf(
  secret: Uint8Array,
  length: number,
  { salt = EMPTY, info = '' }: { salt?: Uint8Array; info?: string } = {},
): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, length));
}

interface GcmInput {
  readonly key: Uint8Array;
  readonly iv: Uint8Array;
  readonly additionalData?: Uint8Array;
}

/** AES-256-GCM; the 16-byte tag follows the ciphertext. */
export function encryptGcm(plaintext: Uint8Array, input: GcmInput): Buffer {
  const cipher = createCipheriv('aes-256-gcm', input.key, input.iv);
  cipher.setAAD(input.additionalData ?? EMPTY);
  return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** The reverse; throws when the tag does not match. */
export function decryptGcm(ciphertext: Uint8Array, input: GcmInput): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', input.key, input.iv);
  decipher.setAAD(input.additionalData ?? EMPTY);
  decipher.setAuthTag(ciphertext.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(ciphertext.subarray(0, -TAG_BYTES)), decipher.final()]);
}

/** AES-256-CTR, its own inverse. */
export function applyCtr(data: Uint8Array, key: Uint8Array, iv: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-ctr', key, iv);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

/** A 12-byte nonce that ends in a big-endian 32-bit counter, as Noise uses it. */
export function counterNonce(counter: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(counter, 8);
  return nonce;
}

/** WhatsApp hides message lengths: 1 to 16 bytes, each saying how many there are. */
export function padMessage(plaintext: Uint8Array): Buffer {
  const count = ((randomBytes(1)[0] ?? 0) & 15) + 1;
  return Buffer.concat([plaintext, Buffer.alloc(count, count)]);
}

export function unpadMessage(padded: Uint8Array): Uint8Array {
  const count = padded[padded.length - 1] ?? 0;
  return padded.subarray(0, padded.length - count);
}
