import { createHash, randomInt } from 'node:crypto';
import type { BinaryNode } from '@whiskeysockets/baileys';
import { createChatHistory, type ChatHistory } from './chat-history.js';
import {
  generateKeyPair,
  identityFromSeed,
  sign,
  withTypeByte,
  type IdentityKeyPair,
  type KeyPair,
} from '../wire/keys.js';
import type { SessionSnapshot, SignalOwner } from './signal-library.js';
import { bigEndian, lidAddress, numberAddress, stanza } from '../wire/stanza.js';

/** How a phone's messages name it: by its hidden id with the number beside it, by number, or hidden only. */
type Addressing = 'lid' | 'pn' | 'lid-only';

/** A phone with a Signal identity of its own and one chat, the one with the bot. */
export interface Phone {
  /** Digits, as registered: Brazilian mobiles exist with and without the ninth digit. */
  readonly number: string;
  /** Its hidden id; the number gets another one when it is registered as a new account. */
  lid: string;
  name: string;
  addressing: Addressing;
  signal: PhoneKeys;
  readonly history: ChatHistory;
  /** Encoded messages it sent lately, for when the bot asks for one again. */
  readonly outbox: Map<string, SentMessage>;
  /** How often it asked for a message again, by message id. */
  readonly retries: Map<string, number>;
  /** The address under which the bot wrote last; receipts answer to it. */
  replyAddress: string | undefined;
  /** Runs one job at a time: sessions move on with every message. */
  queue: Promise<unknown>;
}

export interface PhoneKeys extends SignalOwner {
  readonly identity: IdentityKeyPair;
  readonly signature: Buffer;
  readonly sessions: Map<string, SessionSnapshot>;
  nextPreKeyId: number;
}

export interface SentMessage {
  readonly content: Buffer;
  readonly attributes: Readonly<Record<string, string>>;
  /** Attributes of the stanza that is sent in its place: linked devices learn only that there is a message. */
  readonly unavailable?: Readonly<Record<string, string>> | undefined;
  /** Seconds since 1970; the present unless given. */
  readonly sentAt?: string | undefined;
}

const OUTBOX_KEPT = 50;
const PRE_KEYS_KEPT = 30;
const SIGNED_PRE_KEY_ID = 1;
const KEY_TYPE = Buffer.from([5]);

export interface NewPhone {
  readonly number: string;
  readonly name: string;
  readonly lid?: string | undefined;
  readonly addressing?: Addressing | undefined;
}

export function createPhone({ number, name, lid, addressing = 'lid' }: NewPhone): Phone {
  return {
    number,
    name,
    addressing,
    lid: lid ?? deriveLid(number),
    signal: createPhoneKeys(),
    history: createChatHistory(),
    outbox: new Map(),
    retries: new Map(),
    replyAddress: undefined,
    queue: Promise.resolve(),
  };
}

/** Fifteen digits that say nothing about the number and are the same every time. */
function deriveLid(number: string): string {
  const digest = createHash('sha256').update(`lid:${number}`).digest();
  return String(100_000_000_000_000 + (digest.readUIntBE(0, 6) % 899_999_999_999_999));
}

/** Keys of a phone on which WhatsApp was just installed. */
export function createPhoneKeys(): PhoneKeys {
  const identity = identityFromSeed();
  const signedPreKey = generateKeyPair();
  return {
    identity,
    signedPreKey,
    registrationId: randomInt(1, 16_380),
    signature: sign(identity, withTypeByte(signedPreKey.publicKey)),
    preKeys: new Map<number, KeyPair>(),
    sessions: new Map<string, SessionSnapshot>(),
    nextPreKeyId: 1,
  };
}

/** The address its messages come from. */
export function phoneAddress(phone: Phone): string {
  return phone.addressing === 'pn' ? numberAddress(phone.number) : lidAddress(phone.lid);
}

/** Runs `job` after the phone's earlier ones, whether or not those failed. */
export function enqueue<Value>(phone: Phone, job: () => Promise<Value>): Promise<Value> {
  const result = phone.queue.then(job);
  phone.queue = result.catch(() => undefined);
  return result;
}

export function rememberSent(phone: Phone, id: string, message: SentMessage): void {
  phone.outbox.set(id, message);
  const [oldest] = phone.outbox.keys();
  if (phone.outbox.size > OUTBOX_KEPT && oldest !== undefined) phone.outbox.delete(oldest);
}

/** The parts of a phone's published keys, with a one-time key made for this reader. */
export interface PublishedKeys {
  readonly registration: BinaryNode;
  readonly type: BinaryNode;
  readonly identity: BinaryNode;
  readonly signedPreKey: BinaryNode;
  readonly preKey: BinaryNode;
}

export function publishKeys({ signal }: Phone): PublishedKeys {
  const id = signal.nextPreKeyId++;
  const preKey = generateKeyPair();
  signal.preKeys.set(id, preKey);
  const [oldest] = signal.preKeys.keys();
  if (signal.preKeys.size > PRE_KEYS_KEPT && oldest !== undefined) signal.preKeys.delete(oldest);
  return {
    registration: stanza('registration', {}, bigEndian(signal.registrationId, 4)),
    type: stanza('type', {}, KEY_TYPE),
    identity: stanza('identity', {}, signal.identity.publicKey),
    signedPreKey: stanza('skey', {}, [
      stanza('id', {}, bigEndian(SIGNED_PRE_KEY_ID, 3)),
      stanza('value', {}, signal.signedPreKey.publicKey),
      stanza('signature', {}, signal.signature),
    ]),
    preKey: stanza('key', {}, [
      stanza('id', {}, bigEndian(id, 3)),
      stanza('value', {}, preKey.publicKey),
    ]),
  };
}
