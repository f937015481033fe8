import type { BinaryNode } from '@whiskeysockets/baileys';
import { advance, type ChatMessage } from './chat-history.js';
import { unpadMessage } from '../wire/cipher.js';
import { push } from '../pairing/companion-device.js';
import type { CompanionDevice } from '../wire/link.js';
import { readContent, type ReceivedContent } from './message-content.js';
import { sendToDevicesAgain } from '../pairing/owner-phone.js';
import { enqueue, phoneAddress, publishKeys, type Phone } from './phone.js';
import { decryptFrom } from './signal-library.js';
import { attribute, bareAddress, bytes, stanza, timestamp } from '../wire/stanza.js';
import type { World } from '../world.js';

/* From the bot to the phones. */

export interface Incoming {
  readonly device: CompanionDevice;
  /** The whole message stanza, and the part encrypted for this phone. */
  readonly message: BinaryNode;
  readonly encrypted: BinaryNode;
}

const RETRIES_MAX = 5;
const WAITING_TEXT = 'Aguardando mensagem. Isso pode levar alguns instantes.';

/** Decrypts, shows and acknowledges a message as a phone does, in the order of arrival. */
export function receive(world: World, phone: Phone, incoming: Incoming): Promise<void> {
  return enqueue(phone, async () => {
    const { device, message } = incoming;
    phone.replyAddress = bareAddress(attribute(message, 'to') ?? phoneAddress(phone));
    const content = await decryptContent(phone, incoming);
    if (content) show(world, phone, { incoming, content });
    else askAgain(world, phone, incoming);
    if (content && content.type !== 'internal') {
      push(device, receipt(phone, { ids: [attribute(message, 'id') ?? ''] }));
    }
    world.changed();
  });
}

/** `undefined` when the message does not decrypt: damaged, repeated or meant for older keys. */
async function decryptContent(
  phone: Phone,
  { device, encrypted }: Incoming,
): Promise<ReceivedContent | undefined> {
  const type = attribute(encrypted, 'type') === 'pkmsg' ? 'pkmsg' : 'msg';
  const peer = { name: device.number, device: device.deviceId };
  try {
    const padded = await decryptFrom(phone.signal, peer, { type, body: bytes(encrypted) });
    return readContent(unpadMessage(padded));
  } catch {
    // Expected after a reinstall or a lost session; the caller counts it and asks for the message again.
    return undefined;
  }
}

interface Received {
  readonly incoming: Incoming;
  readonly content: ReceivedContent;
}

function show(world: World, phone: Phone, { incoming, content }: Received): void {
  const id = attribute(incoming.message, 'id') ?? '';
  switch (content.type) {
    case 'internal':
      return;
    case 'resend':
      // Not awaited: it waits for the phone's queue, in which this is a job.
      void sendToDevicesAgain(world, phone, { id, keys: content.keys }).catch(world.failed);
      return;
    case 'edit': {
      change(world, phone, content.id, { text: content.text, edited: true });
      return;
    }
    case 'delete': {
      change(world, phone, content.id, { text: '', deleted: true });
      return;
    }
    case 'show': {
      showBubble(world, phone, { id, content });
      return;
    }
  }
}

function change(world: World, phone: Phone, id: string, changes: Partial<ChatMessage>): void {
  const message = phone.history.get(id);
  if (message?.from !== 'bot') return;
  Object.assign(message, changes);
  world.events.emit({ type: 'status', number: phone.number, message });
}

type Shown = Extract<ReceivedContent, { type: 'show' }>;

function showBubble(
  world: World,
  phone: Phone,
  { id, content: { kind, text, expiration } }: { id: string; content: Shown },
): void {
  const known = phone.history.get(id);
  if (known && known.status !== 'waiting') {
    world.stats.duplicates += 1;
    return;
  }
  world.stats.messagesFromBot += 1;
  if (!known) {
    const message = phone.history.add({
      ...{ id, from: 'bot', kind, text, status: 'delivered' },
      ...(expiration > 0 && { expiration }),
    });
    world.events.emit({ type: 'message', number: phone.number, message });
    return;
  }
  phone.retries.delete(id);
  Object.assign(known, { kind, text });
  advance(known, 'delivered');
  world.events.emit({ type: 'status', number: phone.number, message: known });
}

/** Shows that a message is on its way and sends new keys to encrypt it with; a repeated one is dropped. */
function askAgain(world: World, phone: Phone, { device, message }: Incoming): void {
  const id = attribute(message, 'id') ?? '';
  const known = phone.history.get(id);
  if (known && known.status !== 'waiting') {
    world.stats.duplicates += 1;
    return;
  }
  world.stats.undecryptable += 1;
  const retry = (phone.retries.get(id) ?? 0) + 1;
  if (retry > RETRIES_MAX) return;
  phone.retries.set(id, retry);
  if (!known && phone.number !== device.number) {
    const waiting = {
      id,
      from: 'bot',
      kind: 'other',
      text: WAITING_TEXT,
      status: 'waiting',
    } as const;
    const shown = phone.history.add(waiting);
    world.events.emit({ type: 'message', number: phone.number, message: shown });
  }
  push(device, retryReceipt(phone, id, retry));
}

function retryReceipt(phone: Phone, id: string, count: number): BinaryNode {
  const keys = publishKeys(phone);
  const attributes = { from: replyAddress(phone), id, t: timestamp(), type: 'retry' };
  return stanza('receipt', attributes, [
    stanza('retry', { v: '1', count: String(count), id, t: timestamp() }),
    keys.registration,
    stanza('keys', {}, [keys.type, keys.identity, keys.preKey, keys.signedPreKey]),
  ]);
}

/** The person opened the chat: the bot learns that everything in it was read. How many messages. */
export function readChat(world: World, phone: Phone): number {
  const unread = phone.history.unread();
  const devices = world.devices.of(world.botNumber ?? '');
  if (unread.length === 0 || devices.length === 0) return 0;
  const ids = unread.map((message) => message.id);
  for (const device of devices) push(device, receipt(phone, { ids, type: 'read' }));
  for (const message of unread) {
    advance(message, 'read');
    world.events.emit({ type: 'status', number: phone.number, message });
  }
  world.changed();
  return unread.length;
}

/** One receipt for one or more messages; without a type it says delivered. */
function receipt(
  phone: Phone,
  { ids, type }: { ids: readonly string[]; type?: 'read' },
): BinaryNode {
  const [id, ...others] = ids;
  const items = others.map((other) => stanza('item', { id: other }));
  const attributes = { from: replyAddress(phone), id, t: timestamp(), type };
  return stanza('receipt', attributes, others.length ? [stanza('list', {}, items)] : undefined);
}

function replyAddress(phone: Phone): string {
  return phone.replyAddress ?? phoneAddress(phone);
}
