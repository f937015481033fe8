import {
  Curve,
  makeNoiseHandler,
  NOISE_WA_HEADER,
  proto,
  WA_CERT_DETAILS,
} from '@whiskeysockets/baileys';
import { SessionBuilder } from 'libsignal';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createLibraryLog } from '#src/adapters/whatsapp/socket/library-log.js';
import {
  installUpstreamGuards,
  trustTestRoot,
} from '#src/adapters/whatsapp/signal/upstream-guards.js';
import { createPhoneKeys } from '#src/dev/whatsapp-simulator/chats/phone.js';
import { startSession } from '#src/dev/whatsapp-simulator/chats/signal-library.js';
import {
  createCertificateAuthority,
  type CertificateAuthority,
} from '#src/dev/whatsapp-simulator/wire/certificate-authority.js';
import { identityFromSeed } from '#src/dev/whatsapp-simulator/wire/keys.js';
import { createNoiseServer } from '#src/dev/whatsapp-simulator/wire/noise-server.js';

const unguarded = { verify: Curve.verify, sharedKey: Curve.sharedKey };
const builder = SessionBuilder.prototype;
const startUnchecked = Reflect.get(builder, 'initOutgoing') as unknown;
const root = WA_CERT_DETAILS.PUBLIC_KEY;

beforeEach(() => {
  Object.assign(Curve, unguarded);
  Object.assign(builder, { initOutgoing: startUnchecked });
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

describe('a session that the bot starts', () => {
  const PHONE = { name: '5511987654321', device: 0 };
  const { identity, signedPreKey, signature: good, registrationId } = createPhoneKeys();
  const stranger = createPhoneKeys();
  const start = async (publicKey: Buffer, signature: Buffer) => {
    const bot = createPhoneKeys();
    const own = { registrationId, identityKey: identity.publicKey };
    await startSession(bot, PHONE, { ...own, signedPreKey: { keyId: 1, publicKey, signature } });
    return bot.sessions.size;
  };

  it.each([
    ['of the server’s own, with the phone’s signature', stranger.signedPreKey.publicKey, good],
    ['that another phone signed', stranger.signedPreKey.publicKey, stranger.signature],
    ['with a signature of nothing but zeros', signedPreKey.publicKey, Buffer.alloc(64)],
  ])('is refused with a signed pre-key %s, which libsignal accepts', async (_, key, signature) => {
    expect(await start(key, signature)).toBe(1);
    installUpstreamGuards();
    await expect(start(key, signature)).rejects.toThrow('signed pre-key');
  });

  it('is started with a pre-key that the phone signed', async () => {
    installUpstreamGuards();
    installUpstreamGuards();
    expect(await start(signedPreKey.publicKey, good)).toBe(1);
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
