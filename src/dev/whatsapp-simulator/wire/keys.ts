import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  createHash,
  generateKeyPairSync,
  randomBytes,
  sign as nodeSign,
  verify as nodeVerify,
  type KeyObject,
} from 'node:crypto';

/** An X25519 pair, 32 raw bytes each. */
export interface KeyPair {
  readonly privateKey: Buffer;
  readonly publicKey: Buffer;
}

/** A pair that also signs; everything in it follows from the 32-byte seed. */
export interface IdentityKeyPair extends KeyPair {
  readonly seed: Buffer;
}

/* DER headers of RFC 8410; the 32 key bytes follow them. */
const X25519_PRIVATE = Buffer.from('302e020100300506032b656e04220420', 'hex');
const X25519_PUBLIC = Buffer.from('302a300506032b656e032100', 'hex');
const ED25519_PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const ED25519_PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');
const SIGN_BIT = 0x80;

function privateKeyObject(header: Buffer, raw: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([header, raw]), format: 'der', type: 'pkcs8' });
}

function publicKeyObject(header: Buffer, raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([header, raw]), format: 'der', type: 'spki' });
}

function rawPublicKey(key: KeyObject): Buffer {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
}

/** A new X25519 pair for key agreement. */
export function generateKeyPair(): KeyPair {
  const { privateKey } = generateKeyPairSync('x25519');
  return {
    privateKey: Buffer.from(privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32)),
    publicKey: Buffer.from(rawPublicKey(privateKey)),
  };
}

/**
 * A pair that agrees (X25519) and signs (XEdDSA), derived from an Ed25519 seed.
 *
 * Signal signs with the Montgomery key itself, which Node cannot do natively and JavaScript does in
 * about 17 ms. Going the other way round is exact and natively fast: the Ed25519 secret scalar
 * (RFC 8032, section 5.1.5) is a valid X25519 private key, so the native Ed25519 signature of the seed
 * verifies under its Montgomery public key.
 */
export function identityFromSeed(seed: Buffer = randomBytes(32)): IdentityKeyPair {
  const scalar = createHash('sha512').update(seed).digest().subarray(0, 32);
  scalar[0] = (scalar[0] ?? 0) & 0xf8;
  scalar[31] = ((scalar[31] ?? 0) & 0x7f) | 0x40;
  const privateKey = Buffer.from(scalar);
  const publicKey = Buffer.from(rawPublicKey(privateKeyObject(X25519_PRIVATE, privateKey)));
  return { seed, privateKey, publicKey };
}

/** X25519 agreement, 32 bytes. Takes raw 32-byte keys. */
export function agree(privateKey: Uint8Array, publicKey: Uint8Array): Buffer {
  return diffieHellman({
    privateKey: privateKeyObject(X25519_PRIVATE, privateKey),
    publicKey: publicKeyObject(X25519_PUBLIC, publicKey),
  });
}

/** XEdDSA signature of 64 bytes; its spare top bit carries the sign of the Edwards public key. */
export function sign(identity: IdentityKeyPair, message: Uint8Array): Buffer {
  const key = privateKeyObject(ED25519_PRIVATE, identity.seed);
  const signature = nodeSign(null, message, key);
  signature[63] = (signature[63] ?? 0) | ((rawPublicKey(key)[31] ?? 0) & SIGN_BIT);
  return signature;
}

/** Whether `signature` (64 bytes, XEdDSA) is that of the X25519 key `publicKey` on `message`. */
export function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const plain = Buffer.from(signature);
  const edwards = edwardsFromMontgomery(publicKey);
  edwards[31] = (edwards[31] ?? 0) | ((plain[63] ?? 0) & SIGN_BIT);
  plain[63] = (plain[63] ?? 0) & ~SIGN_BIT;
  return nodeVerify(null, message, publicKeyObject(ED25519_PUBLIC, edwards), plain);
}

const P = 2n ** 255n - 19n;

/** y = (u − 1) / (u + 1) mod 2^255 − 19 (RFC 7748, section 4.1). */
function edwardsFromMontgomery(publicKey: Uint8Array): Buffer {
  const u = BigInt(`0x${Buffer.from(publicKey).reverse().toString('hex')}`) & (2n ** 255n - 1n);
  const y = ((u + P - 1n) * power(u + 1n, P - 2n)) % P;
  return Buffer.from(y.toString(16).padStart(64, '0'), 'hex').reverse();
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = base % P, rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % P;
    square = (square * square) % P;
  }
  return result;
}

/** Signal writes public keys with a leading type byte 5 (DJB). Takes 32 or 33 bytes, gives 33. */
export function withTypeByte(publicKey: Uint8Array): Buffer {
  return publicKey.length === 33
    ? Buffer.from(publicKey)
    : Buffer.concat([Buffer.from([5]), publicKey]);
}
