import { decodeBinaryNode, encodeBinaryNode } from '@whiskeysockets/baileys';
import { z } from 'zod';
import type { AuthoritySeeds } from './wire/certificate-authority.js';
import { createChatHistory, type ChatMessage } from './chats/chat-history.js';
import { identityFromSeed } from './wire/keys.js';
import type { CompanionDevice, PendingStanza } from './wire/link.js';
import type { Phone } from './chats/phone.js';
import type { World } from './world.js';

const FORMAT = 'whatsapp-simulator';
const VERSION = 1;

const binary = z.base64().transform((text) => Buffer.from(text, 'base64'));
const pair = z.object({ privateKey: binary, publicKey: binary });
const count = z.int().nonnegative();

const savedMessage = z.object({
  n: z.int().positive(),
  id: z.string(),
  from: z.enum(['bot', 'phone']),
  kind: z.enum([
    'text',
    'audio',
    'image',
    'sticker',
    'location',
    'contact',
    'video',
    'document',
    'viewOnce',
    'preview',
    'plaintext',
    'group',
    'other',
  ]),
  text: z.string(),
  at: z.number(),
  status: z.enum(['sent', 'delivered', 'read', 'waiting']),
  expiration: count.optional(),
  edited: z.literal(true).optional(),
  deleted: z.literal(true).optional(),
});

const savedPhone = z.object({
  number: z.string(),
  lid: z.string(),
  name: z.string(),
  addressing: z.enum(['lid', 'pn', 'lid-only']),
  replyAddress: z.string().optional(),
  seed: binary,
  signedPreKey: pair,
  signature: binary,
  registrationId: count,
  nextPreKeyId: count,
  preKeys: z.array(z.tuple([count, pair])),
  sessions: z.array(z.tuple([z.string(), z.record(z.string(), z.unknown())])),
  outbox: z.array(
    z.tuple([
      z.string(),
      z.object({ content: binary, attributes: z.record(z.string(), z.string()) }),
    ]),
  ),
  messages: z.array(savedMessage),
});

const savedDevice = z.object({
  number: z.string(),
  lid: z.string(),
  deviceId: count,
  noiseKey: binary,
  identityKey: binary,
  registrationId: count,
  signedPreKey: z.object({ keyId: count, publicKey: binary, signature: binary }),
  preKeys: z.array(z.tuple([count, binary])),
  pending: z.array(z.tuple([z.string(), binary])),
});

const savedState = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  authority: z.object({ root: binary, intermediate: binary, server: binary }),
  botNumber: z.string().optional(),
  nextDeviceId: count,
  devices: z.array(savedDevice),
  phones: z.array(savedPhone),
});

/** What a restart brings back. */
export interface SavedState {
  readonly authority: AuthoritySeeds;
  readonly botNumber: string | undefined;
  readonly nextDeviceId: number;
  readonly devices: readonly CompanionDevice[];
  readonly phones: readonly Phone[];
}

/** Reads the text of a state file; throws for another version or anything else that is not one. */
export async function decodeSavedState(path: string, text: string): Promise<SavedState> {
  const parsed = savedState.safeParse(parseJson(path, text));
  if (!parsed.success) {
    throw new Error(
      `${path} is not a state file of this simulator (version ${VERSION}). Remove it to start afresh.`,
      { cause: parsed.error },
    );
  }
  const { authority, botNumber, nextDeviceId, devices, phones } = parsed.data;
  return {
    authority,
    botNumber,
    nextDeviceId,
    devices: await Promise.all(devices.map(restoreDevice)),
    phones: phones.map(restorePhone),
  };
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${path} is not JSON. Remove it to start afresh.`, { cause });
  }
}

async function restoreDevice(saved: z.infer<typeof savedDevice>): Promise<CompanionDevice> {
  const pending = saved.pending.map(async ([key, encoded]): Promise<[string, PendingStanza]> => [
    key,
    { node: await decodeBinaryNode(encoded), awaitsRefusal: false },
  ]);
  return {
    ...saved,
    preKeys: new Map(saved.preKeys),
    pending: new Map(await Promise.all(pending)),
    connection: undefined,
  };
}

function restorePhone(saved: z.infer<typeof savedPhone>): Phone {
  const { number, lid, name, addressing, replyAddress } = saved;
  const { signedPreKey, signature, registrationId, nextPreKeyId } = saved;
  return {
    number,
    lid,
    name,
    addressing,
    replyAddress,
    signal: {
      identity: identityFromSeed(saved.seed),
      signedPreKey,
      signature,
      registrationId,
      nextPreKeyId,
      preKeys: new Map(saved.preKeys),
      sessions: new Map(saved.sessions),
    },
    history: createChatHistory(saved.messages.map(restoreMessage)),
    outbox: new Map(saved.outbox),
    retries: new Map(),
    queue: Promise.resolve(),
  };
}

function restoreMessage(saved: z.infer<typeof savedMessage>): ChatMessage {
  const { expiration, edited, deleted, ...message } = saved;
  const kept = expiration === undefined ? message : { ...message, expiration };
  return { ...kept, ...(edited ? { edited } : {}), ...(deleted ? { deleted } : {}) };
}

/** The text of a state file that holds all of the world a restart needs. */
export function encodeSavedState(world: World): string {
  const { seeds } = world.authority;
  return JSON.stringify({
    format: FORMAT,
    version: VERSION,
    authority: {
      root: base64(seeds.root),
      intermediate: base64(seeds.intermediate),
      server: base64(seeds.server),
    },
    botNumber: world.botNumber,
    nextDeviceId: world.devices.lastDeviceId() + 1,
    devices: world.devices.all().map(encodeDevice),
    phones: world.phones.all().map(encodePhone),
  } satisfies z.input<typeof savedState>);
}

function encodeDevice(device: CompanionDevice): z.input<typeof savedDevice> {
  const { number, lid, deviceId, registrationId, signedPreKey } = device;
  return {
    number,
    lid,
    deviceId,
    registrationId,
    noiseKey: base64(device.noiseKey),
    identityKey: base64(device.identityKey),
    signedPreKey: {
      keyId: signedPreKey.keyId,
      publicKey: base64(signedPreKey.publicKey),
      signature: base64(signedPreKey.signature),
    },
    preKeys: [...device.preKeys].map(([id, key]) => [id, base64(key)]),
    pending: [...device.pending].map(([key, { node }]) => [key, base64(encodeBinaryNode(node))]),
  };
}

function encodePhone(phone: Phone): z.input<typeof savedPhone> {
  const { number, lid, name, addressing, replyAddress, signal } = phone;
  return {
    number,
    lid,
    name,
    addressing,
    replyAddress,
    seed: base64(signal.identity.seed),
    signedPreKey: encodePair(signal.signedPreKey),
    signature: base64(signal.signature),
    registrationId: signal.registrationId,
    nextPreKeyId: signal.nextPreKeyId,
    preKeys: [...signal.preKeys].map(([id, key]) => [id, encodePair(key)]),
    sessions: [...signal.sessions],
    outbox: [...phone.outbox].map(([id, { content, attributes }]) => [
      id,
      { content: base64(content), attributes },
    ]),
    messages: phone.history.after(0),
  };
}

function encodePair(keys: { privateKey: Buffer; publicKey: Buffer }) {
  return { privateKey: base64(keys.privateKey), publicKey: base64(keys.publicKey) };
}

function base64(data: Uint8Array): string {
  return Buffer.from(data).toString('base64');
}
