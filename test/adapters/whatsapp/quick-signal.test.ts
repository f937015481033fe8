import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';

import { Curve } from '@whiskeysockets/baileys';
import { afterEach, describe, expect, it } from 'vitest';

import { libsignal } from '#src/adapters/whatsapp/signal/libsignal.js';
import {
  installQuickSignal,
  type QuickParts,
} from '#src/adapters/whatsapp/signal/quick/quick-signal.js';
import { agreementBeside, generateKeyPair } from '#src/adapters/whatsapp/signal/quick/x25519.js';
import {
  proveAgreement,
  proveGeneration,
} from '#src/adapters/whatsapp/signal/quick/x25519-proof.js';

/** What libsignal falls back on where Node has no X25519. */
const { sharedKey } = createRequire(createRequire(import.meta.url).resolve('libsignal'))(
  'curve25519-js',
) as { sharedKey: (privateKey: Uint8Array, publicKey: Uint8Array) => Uint8Array };

const { curve } = libsignal;
const original = {
  agree: curve.calculateAgreement,
  generate: curve.generateKeyPair,
  ofBaileys: Curve.generateKeyPair,
};
const quick: QuickParts = { agreementBeside, generateKeyPair };
const INPUTS = 10_000;
/** libsignal takes most of a millisecond for each, and more on a machine with other work. */
const PATIENCE_MS = 240_000;
/** Of them, for the third implementation: pure JavaScript, a hundred times slower. */
const EVERY = 100;

afterEach(() => {
  curve.calculateAgreement = original.agree;
  curve.generateKeyPair = original.generate;
  Curve.generateKeyPair = original.ofBaileys;
});

function createLog() {
  const refused: string[] = [];
  return {
    refused,
    error: (event: string, fields: object) => {
      refused.push(`${event}: ${(fields as { kind: string }).kind}`);
    },
  };
}

/** Bytes that are the same in every run. */
function bytes(seed: string): Buffer {
  return createHash('sha256').update(seed).digest();
}

function publicKey(key: Buffer): Buffer {
  return Buffer.concat([Buffer.from([5]), key]);
}

/** What a call gives or throws. */
function outcome(work: () => Buffer): string {
  try {
    return work().toString('hex');
  } catch (error) {
    return String(error);
  }
}

describe('the quick agreement', () => {
  const agree = agreementBeside(() => {
    throw new Error('the original was asked');
  });

  it(
    'gives the same secret as libsignal for ten thousand keys and points',
    { timeout: PATIENCE_MS },
    () => {
      for (let at = 0; at < INPUTS; at += 1) {
        const scalar = bytes(`scalar ${at}`);
        const point = bytes(`point ${at}`);
        const secret = agree(publicKey(point), scalar);
        expect(secret.equals(original.agree(publicKey(point), scalar))).toBe(true);
        if (at % EVERY === 0) expect(secret.equals(sharedKey(scalar, point))).toBe(true);
      }
    },
  );

  it.each([
    ['zero', '00'.repeat(32)],
    ['one', `01${'00'.repeat(31)}`],
    ['of order eight', 'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800'],
    [
      'of order eight, the other',
      '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
    ],
    ['the prime less one', `ec${'ff'.repeat(30)}7f`],
    ['the prime', `ed${'ff'.repeat(30)}7f`],
    ['the prime and one', `ee${'ff'.repeat(30)}7f`],
    ['all bits', 'ff'.repeat(32)],
  ])('does what libsignal does with the point %s', (_, point) => {
    const key = publicKey(Buffer.from(point, 'hex'));
    const scalar = bytes('scalar');
    expect(outcome(() => agree(key, scalar))).toBe(outcome(() => original.agree(key, scalar)));
  });

  it.each([
    ['a public key without its type', bytes('point'), bytes('scalar')],
    ['a public key of another type', Buffer.concat([Buffer.from([6]), bytes('p')]), bytes('s')],
    ['a public key that is no Buffer', new Uint8Array(publicKey(bytes('p'))), bytes('s')],
    ['a short private key', publicKey(bytes('p')), bytes('s').subarray(1)],
    ['a private key that is no Buffer', publicKey(bytes('p')), new Uint8Array(bytes('s'))],
    ['no private key', publicKey(bytes('p')), undefined],
  ])('leaves %s to libsignal', (_, key, scalar) => {
    expect(() => agree(key as Buffer, scalar as Buffer)).toThrow('the original was asked');
  });
});

describe('the quick making of keys', () => {
  it(
    'makes ten thousand different pairs that libsignal, too, finds right',
    { timeout: PATIENCE_MS },
    () => {
      const seen = new Set<string>();
      const base = publicKey(Buffer.from(`09${'00'.repeat(31)}`, 'hex'));
      for (let at = 0; at < INPUTS; at += 1) {
        const { privKey, pubKey } = generateKeyPair();
        seen.add(privKey.toString('hex'));
        expect([privKey.length, pubKey.length, pubKey[0]]).toEqual([32, 33, 5]);
        expect(pubKey.subarray(1).equals(original.agree(base, privKey))).toBe(true);
      }
      expect(seen.size).toBe(INPUTS);
    },
  );
});

describe('the installation', () => {
  it('replaces what libsignal and Baileys call, once, and logs nothing', () => {
    const log = createLog();
    installQuickSignal(log);
    const agree = curve.calculateAgreement;
    expect(agree).not.toBe(original.agree);
    expect(curve.generateKeyPair).toBe(generateKeyPair);
    installQuickSignal(log);
    expect(curve.calculateAgreement).toBe(agree);
    expect(log.refused).toEqual([]);
  });

  it('lets Baileys make keys in its own shape', () => {
    installQuickSignal(createLog());
    expect(Curve.generateKeyPair).not.toBe(original.ofBaileys);
    const [one, other] = [Curve.generateKeyPair(), Curve.generateKeyPair()];
    expect([one.public.length, one.private.length]).toEqual([32, 32]);
    expect(Curve.sharedKey(one.private, other.public)).toEqual(
      Curve.sharedKey(other.private, one.public),
    );
  });

  const wrongs: [string, Partial<QuickParts>][] = [
    [
      'gives another secret',
      {
        agreementBeside: (agree) => (key, scalar) => {
          const secret = Buffer.from(agree(key, scalar));
          secret[0] = (secret[0] ?? 0) ^ 1;
          return secret;
        },
      },
    ],
    [
      'accepts a point of low order',
      {
        agreementBeside: (agree) => (key, scalar) =>
          key.subarray(2).every((byte) => byte === 0) ? Buffer.alloc(32) : agree(key, scalar),
      },
    ],
    [
      'does not run here',
      {
        agreementBeside: () => () => {
          throw new Error('unsupported');
        },
      },
    ],
  ];
  it.each(wrongs)('keeps libsignal’s agreement, and says so, when the quick one %s', (_, wrong) => {
    const log = createLog();
    installQuickSignal(log, { ...quick, ...wrong });
    expect(curve.calculateAgreement).toBe(original.agree);
    expect(log.refused).toEqual(['whatsapp.replacement_refused: x25519 agreement']);
    // The other part passed its own test.
    expect(curve.generateKeyPair).toBe(generateKeyPair);
  });

  const pair = generateKeyPair();
  it.each([
    ['makes the same pair again', () => pair],
    ['gives a public key of another pair', () => ({ ...generateKeyPair(), pubKey: pair.pubKey })],
    ['leaves out the type', () => ({ ...pair, pubKey: pair.pubKey.subarray(1) })],
  ])('keeps both libraries’ making of keys when the quick one %s', (_, wrong) => {
    const log = createLog();
    installQuickSignal(log, { ...quick, generateKeyPair: wrong });
    expect(curve.generateKeyPair).toBe(original.generate);
    expect(Curve.generateKeyPair).toBe(original.ofBaileys);
    expect(log.refused).toEqual(['whatsapp.replacement_refused: x25519 key generation']);
  });
});

it('has a self-test that the libraries pass themselves', () => {
  proveAgreement(original.agree);
  proveAgreement((key, scalar) => Buffer.from(checkedSecret(key, scalar)));
  proveGeneration(original.generate, original.agree);
});

/** The third implementation gives zeros where RFC 7748 lets a protocol refuse. */
function checkedSecret(key: Buffer, scalar: Buffer): Uint8Array {
  const secret = sharedKey(scalar, key.subarray(1));
  if (secret.every((byte) => byte === 0)) throw new Error('a point of low order');
  return secret;
}
