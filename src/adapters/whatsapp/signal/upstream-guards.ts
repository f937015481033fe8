import { Curve, proto, WA_CERT_DETAILS } from '@whiskeysockets/baileys';

import { boundChains } from './bounded-chains.js';
import { libsignal } from './libsignal.js';
import { undoFailedTrials } from './session-trials.js';
import { checkSignedPreKeys } from './signed-pre-keys.js';
import { silenceLibsignal } from './silence-libsignal.js';

/**
 * Closes six defects of Baileys 7.0.0-rc14 and libsignal 6.0.0 before the first socket. Safe to call again.
 * 1. `Curve.verify` ignores the answer of libsignal and accepts any signature of the right shape.
 * 2. libsignal prints sessions, private keys included, on the console.
 * 3. The Noise handshake never compares the certified key with the key the server used.
 * 4. A message that is tried on the wrong one of two sessions breaks that session.
 * 5. A session grows with each turn of a chat, and with each message that is left out, and never shrinks.
 * 6. libsignal starts sessions without a look at the signature of the signed pre-key.
 */
export function installUpstreamGuards(): void {
  silenceLibsignal();
  undoFailedTrials(libsignal.SessionCipher.prototype);
  boundChains(libsignal.SessionCipher.prototype);
  checkSignedPreKeys(libsignal.SessionBuilder.prototype, verifyStrictly);
  if (Curve.verify === verifyInHandshake) return;
  Curve.verify = verifyInHandshake;
  Curve.sharedKey = sharedKeyInHandshake;
}

/**
 * Trusts another root of Noise certificates than WhatsApp's: for a simulator.
 * @param rootKey 32 bytes in base64
 * @throws in production
 */
export function trustTestRoot(rootKey: string, options: { readonly production: boolean }): void {
  if (options.production) throw new Error('A test root is never trusted in production.');
  const key = Buffer.from(rootKey, 'base64');
  if (key.length !== 32) throw new Error('The WhatsApp root key is not 32 bytes in base64.');
  WA_CERT_DETAILS.PUBLIC_KEY = key;
}

const DJB_KEY_TYPE = 5;
const SIGNATURE_BYTES = 64;
const originalSharedKey = Curve.sharedKey.bind(Curve);

function verifyStrictly(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== SIGNATURE_BYTES) return false;
  const prefixed = key.length === 33 ? key : Buffer.concat([Buffer.from([DJB_KEY_TYPE]), key]);
  try {
    return libsignal.curve.verifySignature(prefixed, message, signature) === true;
  } catch {
    return false; // libsignal throws on keys and signatures of a wrong shape: those verify nothing
  }
}

/**
 * `processHandshake` runs in one turn of the event loop and calls, in this order: `sharedKey` with the server's static
 * key, `verify` of the leaf certificate, `verify` of the intermediate one under the root. So when the root is asked
 * for, the two calls before tell which key the server used and which one the leaf certifies.
 */
const handshake: { serverKey: Uint8Array | null; leaf: Uint8Array | null } = {
  serverKey: null,
  leaf: null,
};

function sharedKeyInHandshake(privateKey: Uint8Array, publicKey: Uint8Array): Buffer<ArrayBuffer> {
  handshake.serverKey = publicKey;
  return originalSharedKey(privateKey, publicKey);
}

function verifyInHandshake(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const valid = verifyStrictly(key, message, signature);
  if (key !== WA_CERT_DETAILS.PUBLIC_KEY) {
    handshake.leaf = message;
    return valid;
  }
  return valid && certifiesServer(message);
}

function certifiesServer(intermediate: Uint8Array): boolean {
  const { serverKey, leaf } = handshake;
  if (!serverKey || !leaf) return false;
  const details = proto.CertChain.NoiseCertificate.Details;
  const certified = details.decode(leaf);
  return (
    Buffer.from(certified.key ?? []).equals(serverKey) &&
    certified.issuerSerial === details.decode(intermediate).serial
  );
}
