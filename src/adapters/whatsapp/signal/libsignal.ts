import { createRequire } from 'node:module';

import type { boundChains } from './bounded-chains.js';
import type { undoFailedTrials } from './session-trials.js';
import type { checkSignedPreKeys } from './signed-pre-keys.js';

/** An X25519 key pair as libsignal has it: 32 bytes, and 32 bytes after the type byte 5. */
export interface SignalKeyPair {
  readonly privKey: Buffer;
  readonly pubKey: Buffer;
}

/** The functions of libsignal's `curve` that the product looks at or replaces. */
export interface SignalCurve {
  generateKeyPair: () => SignalKeyPair;
  /** @returns the shared secret, 32 bytes; throws when it would be nothing but zeros (RFC 7748, section 6.1) */
  calculateAgreement: (publicKey: Buffer, privateKey: Buffer) => Buffer;
  readonly verifySignature: (
    key: Uint8Array,
    message: Uint8Array,
    signature: Uint8Array,
  ) => unknown;
}

interface Libsignal {
  readonly curve: SignalCurve;
  readonly SessionCipher: {
    readonly prototype: Parameters<typeof undoFailedTrials>[0] & Parameters<typeof boundChains>[0];
  };
  readonly SessionBuilder: { readonly prototype: Parameters<typeof checkSignedPreKeys>[0] };
}

/** The very copy of libsignal that Baileys uses, wherever the package manager put it. */
export const libsignal = createRequire(
  createRequire(import.meta.url).resolve('@whiskeysockets/baileys'),
)('libsignal') as Libsignal;
