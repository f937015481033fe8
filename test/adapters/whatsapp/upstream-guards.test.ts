import {
  Curve,
  makeNoiseHandler,
  NOISE_WA_HEADER,
  proto,
  WA_CERT_DETAILS,
} from '@whiskeysockets/baileys';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createLibraryLog } from '#src/adapters/whatsapp/socket/library-log.js';
import {
  installUpstreamGuards,
  trustTestRoot,
} from '#src/adapters/whatsapp/signal/upstream-guards.js';
import {
  createCertificateAuthority,
  type CertificateAuthority,
} from '#src/dev/whatsapp-simulator/wire/certificate-authority.js';
import { identityFromSeed } from '#src/dev/whatsapp-simulator/wire/keys.js';
import { createNoiseServer } from '#src/dev/whatsapp-simulator/wire/noise-server.js';

const unguarded = { verify: Curve.verify, sharedKey: Curve.sharedKey };
const root = WA_CERT_DETAILS.PUBLIC_KEY;

beforeEach(() => {
  Object.assign(Curve, unguarded);
});
afterEach(() => {
  WA_CERT_DETAILS.PUBLIC_KEY = root;
});

const keys = Curve.generateKeyPair();
const message = Buffer.from('a message');
const signature = Curve.sign(keys.private, message);
const flipped = Buffer.from(signature);
flipped[5] = (flipped[5] ?? 0) ^ 1;

const forgeries: [string, Uint8Array, Uint8Array, Uint8Array][] = [
  ['with a flipped bit', keys.public, message, flipped],
  ['of another message', keys.public, Buffer.from('another'), signature],
  ['by another key', Curve.generateKeyPair().public, message, signature],
  ['of nothing but zeros', keys.public, message, Buffer.alloc(64)],
];

describe('Curve.verify', () => {
  it.each(forgeries)('refuses a signature %s, which Baileys accepts', (_, key, text, forged) => {
    expect(Curve.verify(key, text, forged)).toBe(true);
    installUpstreamGuards();
    expect(Curve.verify(key, text, forged)).toBe(false);
  });

  it.each([
    ['a short signature', keys.public, Buffer.alloc(10)],
    ['a short key', Buffer.alloc(5), signature],
  ])('refuses %s', (_, key, short) => {
    installUpstreamGuards();
    expect(Curve.verify(key, message, short)).toBe(false);
  });

  it('accepts a true signature, with either form of the key', () => {
    installUpstreamGuards();
    expect(Curve.verify(keys.public, message, signature)).toBe(true);
    const prefixed = Buffer.concat([Buffer.from([5]), keys.public]);
    expect(Curve.verify(prefixed, message, signature)).toBe(true);
  });
});

describe('the Noise handshake', () => {
  const honest = createCertificateAuthority();
  const thief = { ...honest, serverKey: identityFromSeed() };

  it('fails with a server that shows a certificate of somebody else’s key', () => {
    trustTestRoot(honest.rootPublicKey.toString('base64'), { production: false });
    expect(() => shakeHands(thief)).not.toThrow();
    installUpstreamGuards();
    expect(() => shakeHands(thief)).toThrow(/certificate/);
  });

  it('fails with a certificate of another root', () => {
    installUpstreamGuards();
    expect(() => shakeHands(honest)).toThrow(/certificate/);
  });

  it('succeeds with the server that the certificate names, again and again', () => {
    trustTestRoot(honest.rootPublicKey.toString('base64'), { production: false });
    installUpstreamGuards();
    installUpstreamGuards();
    shakeHands(honest);
    expect(() => shakeHands(thief)).toThrow(/certificate/);
    shakeHands(honest);
  });
});

describe('another root', () => {
  it('is never trusted in production, nor one that is no key', () => {
    const key = Buffer.alloc(32, 1).toString('base64');
    expect(() => trustTestRoot(key, { production: true })).toThrow(/production/);
    expect(() => trustTestRoot('c2hvcnQ=', { production: false })).toThrow(/32 bytes/);
    expect(WA_CERT_DETAILS.PUBLIC_KEY).toBe(root);
  });
});

function shakeHands(server: CertificateAuthority): void {
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const ephemeral = Curve.generateKeyPair();
  const client = makeNoiseHandler({
    keyPair: ephemeral,
    NOISE_HEADER: NOISE_WA_HEADER,
    logger: createLibraryLog(silent),
  });
  const hello = proto.HandshakeMessage.encode({ clientHello: { ephemeral: ephemeral.public } });
  const frame = createNoiseServer(server).answerHello(Buffer.from(hello.finish()));
  const answer = proto.HandshakeMessage.decode(frame.subarray(3));
  client.processHandshake(answer, Curve.generateKeyPair());
}
