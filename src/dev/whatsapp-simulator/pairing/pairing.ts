import { randomBytes } from 'node:crypto';
import { proto, type BinaryNode } from '@whiskeysockets/baileys';
import { fail, ok, type Result } from '#src/domain/result.js';
import { hmacSha256 } from '../wire/cipher.js';
import { deviceAddress, deviceLidAddress } from './companion-device.js';
import { unlink } from '../control/faults.js';
import { sign, verify, withTypeByte } from '../wire/keys.js';
import type { CompanionDevice, Connection, Registration } from '../wire/link.js';
import type { ClientHandshake } from '../wire/noise-server.js';
import type { Phone } from '../chats/phone.js';
import { createReply } from '../wire/reply.js';
import { bytes, child, SERVER, stanza, timestamp } from '../wire/stanza.js';
import type { World } from '../world.js';

export interface PairingFailure {
  readonly code:
    | 'unknown-qr'
    | 'code-not-requested'
    | 'wrong-code'
    | 'client-gone'
    | 'bad-proof'
    | 'passkey-demanded';
}

export type PairingResult = Result<CompanionDevice, PairingFailure>;

const QR_REFS = 6;
const PAIR_DEVICE_ID = 'pair-device';
export const PAIR_SUCCESS_ID = 'pair-success';
/** Domain separation of the signatures in a device identity: the account's and the device's. */
const ACCOUNT_SIGNATURE = Buffer.from([6, 0]);
const DEVICE_SIGNATURE = Buffer.from([6, 1]);
const LINK_PREFIX = 'https://wa.me/settings/linked_devices#';

/** Hands a new client the references its QR codes are made of. */
export function startRegistration(connection: Connection, handshake: ClientHandshake): void {
  const refs = Array.from({ length: QR_REFS }, () => `2@${randomBytes(24).toString('base64')}`);
  connection.registration = {
    clientKey: handshake.clientKey,
    keys: handshake.payload.devicePairingData ?? {},
    refs,
    codeRequest: undefined,
    pairSign: createReply(),
    codeFinish: createReply(),
  };
  const pairDevice = refs.map((ref) => stanza('ref', {}, Buffer.from(ref)));
  const attributes = { from: SERVER, type: 'set', id: PAIR_DEVICE_ID, xmlns: 'md' };
  connection.send(stanza('iq', attributes, [stanza('pair-device', {}, pairDevice)]));
}

/** What the QR carries: reference, Noise key, identity key, pairing secret. `undefined` for another text. */
export function parseQr(text: string) {
  const payload = text.startsWith(LINK_PREFIX) ? text.slice(LINK_PREFIX.length) : text;
  const [ref, noiseKey, identityKey, secret] = payload.split(',');
  if (!ref || !noiseKey || !identityKey || !secret) return undefined;
  return {
    ref,
    noiseKey: Buffer.from(noiseKey, 'base64'),
    identityKey: Buffer.from(identityKey, 'base64'),
    secret: Buffer.from(secret, 'base64'),
  };
}

export type QrContent = NonNullable<ReturnType<typeof parseQr>>;

/** What the owner's phone does after it scanned the QR. */
export async function pairByQr(world: World, owner: Phone, qr: QrContent): Promise<PairingResult> {
  const connection = [...world.connections].find((candidate) => {
    const { registration } = candidate;
    return registration?.refs.includes(qr.ref) && registration.clientKey.equals(qr.noiseKey);
  });
  if (!connection) return fail({ code: 'unknown-qr' });
  return linkDevice(world, { connection, owner, identityKey: qr.identityKey, secret: qr.secret });
}

export interface LinkInput {
  readonly connection: Connection;
  readonly owner: Phone;
  readonly identityKey: Buffer;
  /** Authenticates the owner's signature to the client. */
  readonly secret: Buffer;
}

/** Signs the client's identity as the account's, checks its counter-signature, and lets it log in. */
export async function linkDevice(world: World, input: LinkInput): Promise<PairingResult> {
  const { connection, owner, identityKey, secret } = input;
  const { registration } = connection;
  if (!registration) return fail({ code: 'client-gone' });
  if (world.faults.passkey) {
    connection.send(passkeyDemand());
    return fail({ code: 'passkey-demanded' });
  }
  const device = newDevice(owner, registration, world.devices.nextDeviceId());
  const { publicKey, signature } = device.signedPreKey;
  const genuine = verify(device.identityKey, withTypeByte(publicKey), signature);
  if (!genuine || !identityKey.equals(device.identityKey)) return fail({ code: 'bad-proof' });

  const details = proto.ADVDeviceIdentity.encode({
    rawId: 1,
    timestamp: Math.floor(Date.now() / 1000),
    keyIndex: 1,
  }).finish();
  connection.send(pairSuccess(device, signedIdentity({ owner, details, identityKey, secret })));
  const reply = await registration.pairSign.wait();
  if (!reply) return fail({ code: 'client-gone' });
  if (!isCounterSigned(reply, { owner, details, identityKey })) return fail({ code: 'bad-proof' });

  connection.registration = undefined;
  const dropped = world.devices.add(device);
  if (dropped) unlinkDropped(world, dropped);
  world.botNumber = owner.number;
  world.changed();
  world.events.emit({ type: 'state' });
  connection.endStream({ code: '515' });
  return ok(device);
}

/** As WhatsApp asks since June 2026: WebAuthn request options as JSON (Baileys issue 2672). */
function passkeyDemand(): BinaryNode {
  const options = {
    challenge: randomBytes(32).toString('base64url'),
    timeout: 600_000,
    rpId: 'whatsapp.com',
    allowCredentials: [],
    userVerification: 'required',
    extensions: { uvm: true },
  };
  const type = 'passkey_prologue_request';
  const id = randomBytes(6).toString('hex');
  return stanza('notification', { from: SERVER, type, id, t: timestamp() }, [
    stanza('passkey_request_options', {}, Buffer.from(JSON.stringify(options))),
  ]);
}

function unlinkDropped(world: World, device: CompanionDevice): void {
  device.connection?.endStream({ code: '401', conflict: 'device_removed' });
  unlink(world, device);
}

interface SignedIdentityInput {
  readonly owner: Phone;
  readonly details: Uint8Array;
  readonly identityKey: Buffer;
}

function signedIdentity(input: SignedIdentityInput & { secret: Buffer }): Uint8Array {
  const { owner, details, identityKey, secret } = input;
  const { identity } = owner.signal;
  const signed = proto.ADVSignedDeviceIdentity.encode({
    details,
    accountSignatureKey: identity.publicKey,
    accountSignature: sign(identity, Buffer.concat([ACCOUNT_SIGNATURE, details, identityKey])),
  }).finish();
  const hmac = hmacSha256(secret, signed);
  return proto.ADVSignedDeviceIdentityHMAC.encode({ details: signed, hmac }).finish();
}

function pairSuccess(device: CompanionDevice, identity: Uint8Array): BinaryNode {
  const attributes = { from: SERVER, type: 'set', id: PAIR_SUCCESS_ID, xmlns: 'md' };
  const success = stanza('pair-success', {}, [
    stanza('device-identity', {}, identity),
    stanza('device', { jid: deviceAddress(device), lid: deviceLidAddress(device) }),
    stanza('platform', { name: 'android' }),
  ]);
  return stanza('iq', attributes, [success]);
}

function isCounterSigned(reply: BinaryNode, input: SignedIdentityInput): boolean {
  const proof = bytes(child(child(reply, 'pair-device-sign'), 'device-identity'));
  const { details, deviceSignature } = proto.ADVSignedDeviceIdentity.decode(proof);
  if (!details || !deviceSignature || !input.identityKey.length) return false;
  const accountKey = input.owner.signal.identity.publicKey;
  const message = Buffer.concat([DEVICE_SIGNATURE, details, input.identityKey, accountKey]);
  return (
    Buffer.from(details).equals(input.details) &&
    verify(input.identityKey, message, deviceSignature)
  );
}

function newDevice(
  owner: Phone,
  { keys, clientKey }: Registration,
  deviceId: number,
): CompanionDevice {
  const raw = (value: Uint8Array | null | undefined): Buffer => Buffer.from(value ?? []);
  const number = (value: Uint8Array | null | undefined): number =>
    value?.length ? raw(value).readUIntBE(0, value.length) : 0;
  return {
    number: owner.number,
    lid: owner.lid,
    deviceId,
    noiseKey: clientKey,
    identityKey: raw(keys.eIdent),
    registrationId: number(keys.eRegid),
    signedPreKey: {
      keyId: number(keys.eSkeyId),
      publicKey: raw(keys.eSkeyVal),
      signature: raw(keys.eSkeySig),
    },
    preKeys: new Map(),
    pending: new Map(),
    connection: undefined,
  };
}
