import { randomBytes } from 'node:crypto';
import type { BinaryNode } from '@whiskeysockets/baileys';
import { fail, ok, type Result } from '#src/domain/result.js';
import { advance, type ChatMessage, type MessageKind } from './chat-history.js';
import { padMessage } from '../wire/cipher.js';
import { push, takeBundle } from '../pairing/companion-device.js';
import type { CompanionDevice } from '../wire/link.js';
import {
  deleteContent,
  editContent,
  encodeContent,
  mediaContent,
  mediaLabel,
  textContent,
  type MediaKind,
} from './message-content.js';
import { enqueue, phoneAddress, rememberSent, type Phone, type SentMessage } from './phone.js';
import { rawContent, type RawMessage } from './raw-message.js';
import { encryptFor, sessionKey, startSession, type PreKeyBundle } from './signal-library.js';
import { lidAddress, numberAddress, stanza, timestamp } from '../wire/stanza.js';
import type { World } from '../world.js';

/* From the phones to the bot. */

export type Outgoing =
  | { readonly kind: 'text' | 'plaintext' | 'group'; readonly text: string }
  | RawMessage
  | { readonly kind: MediaKind; readonly text?: string | undefined }
  | { readonly kind: 'edit'; readonly id: string; readonly text: string }
  | { readonly kind: 'delete'; readonly id: string }
  | { readonly kind: 'duplicate'; readonly id: string };

export interface SendFailure {
  readonly code: 'not-paired' | 'own-number' | 'unknown-message' | 'id-taken';
}

interface Draft {
  readonly id: string;
  readonly message: SentMessage;
  readonly unencrypted: boolean;
  /** The bubble it makes or changes. */
  readonly shown: ChatMessage;
}

/** The one group there is; every phone and the bot are in it. */
const GROUP = '120363000000000001@g.us';

/** Sends what a person does on the phone to every device linked to the bot's number. */
export function sendFromPhone(
  world: World,
  phone: Phone,
  { outgoing, id }: { outgoing: Outgoing; id?: string | undefined },
): Promise<Result<ChatMessage, SendFailure>> {
  return enqueue(phone, async () => {
    const devices = world.devices.of(world.botNumber ?? '');
    if (devices.length === 0) return fail({ code: 'not-paired' });
    if (phone.number === world.botNumber) return fail({ code: 'own-number' });
    const draft = writeDraft(world, phone, { outgoing, id: id ?? newMessageId() });
    if (!draft.ok) return draft;
    const { message, unencrypted, shown } = draft.value;
    for (const device of devices) {
      const body = await bodyFor(phone, device, { message, unencrypted });
      world.disorder.deliver(device, envelope(phone, { id: draft.value.id, message, body }));
    }
    world.stats.messagesFromPhones += 1;
    world.changed();
    return ok(shown);
  });
}

function bodyFor(
  phone: Phone,
  device: CompanionDevice,
  { message, unencrypted }: Pick<Draft, 'message' | 'unencrypted'>,
): Promise<BinaryNode> | BinaryNode {
  if (message.unavailable) return stanza('unavailable', message.unavailable);
  if (unencrypted) return stanza('plaintext', {}, message.content);
  return encryptedBody(phone, device, message.content);
}

/** As real phones number them: 3A and 18 hexadecimal digits. */
export function newMessageId(): string {
  return `3A${randomBytes(9).toString('hex').toUpperCase()}`;
}

function writeDraft(
  world: World,
  phone: Phone,
  { outgoing, id }: { outgoing: Outgoing; id: string },
): Result<Draft, SendFailure> {
  if (outgoing.kind === 'duplicate') return repeated(phone, outgoing.id);
  if (outgoing.kind === 'edit' || outgoing.kind === 'delete') {
    return changed(world, phone, { outgoing, id });
  }
  return fresh(world, phone, { outgoing, id });
}

/** The same message under the same id, encrypted again: what a server that missed a receipt may cause. */
function repeated(phone: Phone, id: string): Result<Draft, SendFailure> {
  const message = phone.outbox.get(id);
  const shown = phone.history.get(id);
  if (!message || !shown) return fail({ code: 'unknown-message' });
  return ok({ id, message, unencrypted: shown.kind === 'plaintext', shown });
}

function changed(
  world: World,
  phone: Phone,
  { outgoing, id }: { outgoing: Extract<Outgoing, { kind: 'edit' | 'delete' }>; id: string },
): Result<Draft, SendFailure> {
  const shown = phone.history.get(outgoing.id);
  if (shown?.from !== 'phone') return fail({ code: 'unknown-message' });
  const address = phoneAddress(phone);
  if (outgoing.kind === 'edit') {
    shown.text = outgoing.text;
    shown.edited = true;
  } else {
    shown.text = '';
    shown.deleted = true;
  }
  world.events.emit({ type: 'status', number: phone.number, message: shown });
  const content =
    outgoing.kind === 'edit'
      ? editContent(address, outgoing.id, outgoing.text)
      : deleteContent(address, outgoing.id);
  // The attribute by which the server tells edits (1) and deletions by the sender (7) apart.
  const attributes = { type: 'text', edit: outgoing.kind === 'edit' ? '1' : '7' };
  const message = { content: encodeContent(content), attributes };
  rememberSent(phone, id, message);
  return ok({ id, message, unencrypted: false, shown });
}

type Fresh = Exclude<Outgoing, { kind: 'edit' | 'delete' | 'duplicate' }>;

function fresh(
  world: World,
  phone: Phone,
  { outgoing, id }: { outgoing: Fresh; id: string },
): Result<Draft, SendFailure> {
  if (phone.history.get(id)) return fail({ code: 'id-taken' });
  const { kind, text, ...message } =
    outgoing.kind === 'raw' ? rawContent(outgoing) : compose(phone, outgoing);
  rememberSent(phone, id, message);
  const shown = phone.history.add({ id, from: 'phone', kind, text, status: 'sent' });
  world.events.emit({ type: 'message', number: phone.number, message: shown });
  return ok({ id, message, unencrypted: kind === 'plaintext', shown });
}

function compose(phone: Phone, outgoing: Exclude<Fresh, RawMessage>) {
  const { kind, text } = outgoing;
  if (kind === 'text' || kind === 'plaintext' || kind === 'group') {
    const attributes = { type: 'text', ...(kind === 'group' ? { group: GROUP } : {}) };
    return {
      kind: kind as MessageKind,
      text,
      content: encodeContent(textContent(text)),
      attributes,
    };
  }
  const contact = { name: phone.name, number: phone.number };
  const content = encodeContent(mediaContent(kind, { text, contact }));
  return { kind, text: text ?? mediaLabel(kind), content, attributes: { type: 'media' } };
}

/** Encrypted for one device, in a new session if there is none. */
export async function encryptedBody(
  phone: Phone,
  device: CompanionDevice,
  content: Buffer,
): Promise<BinaryNode> {
  const peer = { name: device.number, device: device.deviceId };
  if (!phone.signal.sessions.has(sessionKey(peer))) {
    await startSession(phone.signal, peer, takeBundle(device));
  }
  const { type, body } = await encryptFor(phone.signal, peer, padMessage(content));
  return stanza('enc', { v: '2', type }, body);
}

interface EnvelopeInput {
  readonly id: string;
  readonly message: SentMessage;
  readonly body: BinaryNode;
}

function envelope(phone: Phone, { id, message, body }: EnvelopeInput): BinaryNode {
  const { group, ...attributes } = message.attributes;
  const from = phoneAddress(phone);
  const sender = senderAttributes(phone, group ? 'participant' : 'sender');
  const route = group ? { from: group, participant: from } : { from };
  const common = { id, t: message.sentAt ?? timestamp(), notify: phone.name };
  return stanza('message', { ...route, ...common, ...attributes, ...sender }, [body]);
}

/** The sender's other address beside the one in `from`; a phone that hides its number gives none. */
function senderAttributes(phone: Phone, prefix: 'sender' | 'participant'): Record<string, string> {
  switch (phone.addressing) {
    case 'lid':
      return { addressing_mode: 'lid', [`${prefix}_pn`]: numberAddress(phone.number) };
    case 'pn':
      return { addressing_mode: 'pn', [`${prefix}_lid`]: lidAddress(phone.lid) };
    case 'lid-only':
      return { addressing_mode: 'lid' };
  }
}

export interface ResendRequest {
  readonly id: string;
  readonly count: string;
  /** Keys that came with the request; else those it has published. */
  readonly bundle: PreKeyBundle | undefined;
}

/** The bot could not decrypt a message: the same again in a new session; whether the phone still has it. */
export function sendAgain(
  world: World,
  phone: Phone,
  { device, request }: { device: CompanionDevice; request: ResendRequest },
): Promise<boolean> {
  return enqueue(phone, async () => {
    const message = phone.outbox.get(request.id);
    if (!message) return false;
    const peer = { name: device.number, device: device.deviceId };
    await startSession(phone.signal, peer, request.bundle ?? takeBundle(device));
    const body = await encryptedBody(phone, device, message.content);
    body.attrs['count'] = request.count;
    push(device, envelope(phone, { id: request.id, message, body }), { awaitsRefusal: true });
    world.changed();
    return true;
  });
}

/** The bot's receipt for a message of this phone. */
export function markMessage(
  world: World,
  phone: Phone,
  { id, status }: { id: string; status: 'delivered' | 'read' },
): void {
  const message = phone.history.get(id);
  if (message?.from !== 'phone' || !advance(message, status)) return;
  world.events.emit({ type: 'status', number: phone.number, message });
  world.changed();
}
