import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { BinaryNode } from '@whiskeysockets/baileys';
import { fail } from '#src/domain/result.js';
import { applyCtr, decryptGcm, hkdf } from '../wire/cipher.js';
import { agree, generateKeyPair, type KeyPair } from '../wire/keys.js';
import type { Connection } from '../wire/link.js';
import { linkDevice, type PairingResult } from './pairing.js';
import type { Phone } from '../chats/phone.js';
import { createReply } from '../wire/reply.js';
import {
  attribute,
  bytes,
  child,
  parseAddress,
  SERVER,
  stanza,
  timestamp,
} from '../wire/stanza.js';
import type { World } from '../world.js';

const PBKDF2_ROUNDS = 2 << 16;
const BUNDLE_INFO = 'link_code_pairing_key_bundle_encryption_key';
const derive = promisify(pbkdf2);

/** Takes the client's side of pairing by code: first its request, later its keys. Gives the answer's content. */
export function takeCodeStage(connection: Connection, request: BinaryNode): BinaryNode[] {
  const { registration } = connection;
  if (!registration) return [];
  if (attribute(request, 'stage') === 'companion_finish') {
    registration.codeFinish.resolve(request);
    return [];
  }
  registration.codeRequest = {
    number: parseAddress(attribute(request, 'jid') ?? '').user,
    wrappedKey: bytes(child(request, 'link_code_pairing_wrapped_companion_ephemeral_pub')),
  };
  const ref = stanza('link_code_pairing_ref', {}, randomBytes(16));
  return [stanza('link_code_companion_reg', { stage: 'companion_hello' }, [ref])];
}

/** What the owner's phone does after the eight characters were typed on it. */
export async function pairByCode(world: World, owner: Phone, code: string): Promise<PairingResult> {
  const connection = [...world.connections].find(
    ({ registration }) => registration?.codeRequest?.number === owner.number,
  );
  const registration = connection?.registration;
  if (!registration?.codeRequest) return fail({ code: 'code-not-requested' });

  const clientEphemeral = await unwrapKey(registration.codeRequest.wrappedKey, code);
  const ephemeral = generateKeyPair();
  registration.codeFinish = createReply();
  connection?.send(await primaryHello(owner, ephemeral, code));
  const finish = await registration.codeFinish.wait();
  if (!finish || !connection) return fail({ code: 'client-gone' });

  const shared = agree(ephemeral.privateKey, clientEphemeral);
  const bundle = openBundle(bytes(child(finish, 'link_code_pairing_wrapped_key_bundle')), shared);
  if (!bundle) return fail({ code: 'wrong-code' });
  const { identityKey, random } = bundle;
  const identityShared = agree(owner.signal.identity.privateKey, identityKey);
  const secret = hkdf(Buffer.concat([shared, identityShared, random]), 32, { info: 'adv_secret' });
  return linkDevice(world, { connection, owner, identityKey, secret });
}

/** Keys travel wrapped as salt (32), IV (16) and the key under a key derived from the code. */
async function unwrapKey(wrapped: Buffer, code: string): Promise<Buffer> {
  const key = await derive(code, wrapped.subarray(0, 32), PBKDF2_ROUNDS, 32, 'sha256');
  return applyCtr(wrapped.subarray(48, 80), key, wrapped.subarray(32, 48));
}

async function wrapKey(publicKey: Buffer, code: string): Promise<Buffer> {
  const salt = randomBytes(32);
  const iv = randomBytes(16);
  const key = await derive(code, salt, PBKDF2_ROUNDS, 32, 'sha256');
  return Buffer.concat([salt, iv, applyCtr(publicKey, key, iv)]);
}

async function primaryHello(owner: Phone, ephemeral: KeyPair, code: string): Promise<BinaryNode> {
  const wrapped = await wrapKey(ephemeral.publicKey, code);
  const type = 'link_code_companion_reg';
  const id = randomBytes(6).toString('hex');
  return stanza('notification', { from: SERVER, type, id, t: timestamp() }, [
    stanza(type, { stage: 'primary_hello' }, [
      stanza('link_code_pairing_wrapped_primary_ephemeral_pub', {}, wrapped),
      stanza('primary_identity_pub', {}, owner.signal.identity.publicKey),
      stanza('link_code_pairing_ref', {}, randomBytes(16)),
    ]),
  ]);
}

/** The client's identity key and randomness; `undefined` when the code was wrong, for nothing else fits. */
function openBundle(
  bundle: Buffer,
  shared: Buffer,
): { identityKey: Buffer; random: Buffer } | undefined {
  const key = hkdf(shared, 32, { salt: bundle.subarray(0, 32), info: BUNDLE_INFO });
  const plain = decryptIfAuthentic(bundle.subarray(44), key, bundle.subarray(32, 44));
  return plain && { identityKey: plain.subarray(0, 32), random: plain.subarray(64, 96) };
}

function decryptIfAuthentic(ciphertext: Buffer, key: Buffer, iv: Buffer): Buffer | undefined {
  try {
    return decryptGcm(ciphertext, { key, iv });
  } catch {
    // The only way this fails: the tag does not match, because the code was another one.
    return undefined;
  }
}
