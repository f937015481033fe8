import {
  decodeBinaryNode,
  encodeBinaryNode,
  proto,
  type BinaryNode,
} from '@whiskeysockets/baileys';
import type { CertificateAuthority } from './certificate-authority.js';
import { counterNonce, decryptGcm, encryptGcm, hkdf, sha256 } from './cipher.js';
import { agree, generateKeyPair } from './keys.js';

/** What the client proved and said when the handshake ended. */
export interface ClientHandshake {
  readonly clientKey: Buffer;
  readonly payload: proto.ClientPayload;
}

/** The server's half of Noise_XX_25519_AESGCM_SHA256 as WhatsApp frames it; one for each socket. */
export interface NoiseServer {
  /** Splits what came from the socket into whole frames, dropping the client's intro. */
  readonly takeFrames: (data: Buffer) => Buffer[];
  /** Answers the client's hello; the result goes on the wire as it is. */
  answerHello(frame: Buffer): Buffer;
  /** Ends the handshake; throws when the client's proof does not hold. */
  finish(frame: Buffer): ClientHandshake;
  encode(stanza: BinaryNode): Buffer;
  decode(frame: Buffer): Promise<BinaryNode>;
}

const PROTOCOL_NAME = Buffer.from('Noise_XX_25519_AESGCM_SHA256\0\0\0\0');
/** "WA", protocol 6, dictionary 3: the prologue both sides hash. */
const PROLOGUE = Buffer.from([0x57, 0x41, 6, 3]);
const EMPTY = Buffer.alloc(0);

interface DirectionKey {
  readonly key: Buffer;
  counter: number;
}

export function createNoiseServer(authority: CertificateAuthority): NoiseServer {
  const handshake = createHandshakeState();
  const ephemeral = generateKeyPair();
  const reader = createFrameReader();
  let receiving: DirectionKey = { key: EMPTY, counter: 0 };
  let sending: DirectionKey = { key: EMPTY, counter: 0 };

  return {
    takeFrames: reader.take,
    answerHello(frame) {
      const { clientHello } = proto.HandshakeMessage.decode(frame);
      const clientEphemeral = Buffer.from(clientHello?.ephemeral ?? EMPTY);
      handshake.mixHash(clientEphemeral);
      handshake.mixHash(ephemeral.publicKey);
      handshake.mixKey(agree(ephemeral.privateKey, clientEphemeral));
      const encryptedStatic = handshake.encrypt(authority.serverKey.publicKey);
      handshake.mixKey(agree(authority.serverKey.privateKey, clientEphemeral));
      const payload = handshake.encrypt(authority.chain);
      const serverHello = { ephemeral: ephemeral.publicKey, static: encryptedStatic, payload };
      return toFrame(proto.HandshakeMessage.encode({ serverHello }).finish());
    },
    finish(frame) {
      const { clientFinish } = proto.HandshakeMessage.decode(frame);
      const clientKey = handshake.decrypt(Buffer.from(clientFinish?.static ?? EMPTY));
      handshake.mixKey(agree(ephemeral.privateKey, clientKey));
      const payload = handshake.decrypt(Buffer.from(clientFinish?.payload ?? EMPTY));
      const [first, second] = handshake.split();
      receiving = { key: first, counter: 0 };
      sending = { key: second, counter: 0 };
      return { clientKey, payload: proto.ClientPayload.decode(payload) };
    },
    encode(stanza) {
      const iv = counterNonce(sending.counter++);
      return toFrame(encryptGcm(encodeBinaryNode(stanza), { key: sending.key, iv }));
    },
    async decode(frame) {
      const iv = counterNonce(receiving.counter++);
      return decodeBinaryNode(decryptGcm(frame, { key: receiving.key, iv }));
    },
  };
}

interface HandshakeState {
  mixHash(data: Uint8Array): void;
  mixKey(secret: Buffer): void;
  encrypt(plaintext: Buffer): Buffer;
  decrypt(ciphertext: Buffer): Buffer;
  split(): [Buffer, Buffer];
}

function createHandshakeState(): HandshakeState {
  let hash: Buffer = PROTOCOL_NAME;
  let salt: Buffer = PROTOCOL_NAME;
  let key: Buffer = PROTOCOL_NAME;
  let counter = 0;

  function mixHash(data: Uint8Array): void {
    hash = sha256(Buffer.concat([hash, data]));
  }
  mixHash(PROLOGUE);

  return {
    mixHash,
    mixKey(secret) {
      const derived = hkdf(secret, 64, { salt });
      salt = derived.subarray(0, 32);
      key = derived.subarray(32);
      counter = 0;
    },
    encrypt(plaintext) {
      const input = { key, iv: counterNonce(counter++), additionalData: hash };
      const ciphertext = encryptGcm(plaintext, input);
      mixHash(ciphertext);
      return ciphertext;
    },
    decrypt(ciphertext) {
      const input = { key, iv: counterNonce(counter++), additionalData: hash };
      const plaintext = decryptGcm(ciphertext, input);
      mixHash(ciphertext);
      return plaintext;
    },
    split() {
      const derived = hkdf(EMPTY, 64, { salt });
      return [derived.subarray(0, 32), derived.subarray(32)];
    },
  };
}

function toFrame(body: Uint8Array): Buffer {
  const header = Buffer.alloc(3);
  header.writeUIntBE(body.length, 0, 3);
  return Buffer.concat([header, body]);
}

/** Frames are a 3-byte big-endian length and a body; an optional routing header precedes the prologue. */
function createFrameReader(): { readonly take: (data: Buffer) => Buffer[] } {
  let buffered = EMPTY;
  let introRead = false;

  function skipIntro(): boolean {
    let start = 0;
    if (buffered.subarray(0, 2).toString() === 'ED') {
      if (buffered.length < 7) return false;
      start = 7 + buffered.readUIntBE(4, 3);
    }
    if (buffered.length < start + PROLOGUE.length) return false;
    buffered = buffered.subarray(start + PROLOGUE.length);
    return true;
  }

  return {
    take(data) {
      buffered = Buffer.concat([buffered, data]);
      introRead ||= skipIntro();
      const frames: Buffer[] = [];
      while (introRead && buffered.length >= 3) {
        const end = 3 + buffered.readUIntBE(0, 3);
        if (buffered.length < end) break;
        frames.push(buffered.subarray(3, end));
        buffered = buffered.subarray(end);
      }
      return frames;
    },
  };
}
