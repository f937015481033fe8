import { Curve } from '@whiskeysockets/baileys';

import type { EventLog } from '#src/app/ports/event-log.js';

import { libsignal, type SignalCurve } from '../libsignal.js';
import { replaceWhenProven } from './replace-when-proven.js';
import { agreementBeside, generateKeyPair } from './x25519.js';
import { proveAgreement, proveGeneration } from './x25519-proof.js';

/** What the product replaces in libsignal and Baileys because it is slow, not because it is wrong. */
export interface QuickParts {
  readonly agreementBeside: typeof agreementBeside;
  readonly generateKeyPair: typeof generateKeyPair;
}

/**
 * Replaces X25519 in libsignal 6.0.0, and Baileys' making of keys, by quicker code that gives the same results
 * (docs/decisions/0025-signal-keys-as-jwk.md). Each part passes a self-test first; one that fails stays as the library has
 * it. Safe to call again.
 */
export function installQuickSignal(
  log: Pick<EventLog, 'error'>,
  parts: QuickParts = { agreementBeside, generateKeyPair },
): void {
  const { curve } = libsignal;
  const agree = curve.calculateAgreement;
  replaceWhenProven(
    {
      kind: 'x25519 agreement',
      current: agree,
      make: (original) => parts.agreementBeside(original),
      prove: proveAgreement,
      install: (candidate) => void (curve.calculateAgreement = candidate),
    },
    log,
  );
  const replaced = replaceWhenProven(
    {
      kind: 'x25519 key generation',
      current: curve.generateKeyPair,
      make: () => parts.generateKeyPair,
      prove: (candidate: SignalCurve['generateKeyPair']) => proveGeneration(candidate, agree),
      install: (candidate) => void (curve.generateKeyPair = candidate),
    },
    log,
  );
  // Baileys copied libsignal's function when it was loaded.
  if (replaced) Curve.generateKeyPair = generateForBaileys;
}

function generateForBaileys(): ReturnType<typeof Curve.generateKeyPair> {
  const { privKey, pubKey } = libsignal.curve.generateKeyPair();
  return { private: Buffer.from(privKey), public: Buffer.from(pubKey.subarray(1)) };
}
