import {
  NO_MESSAGE_FOUND_ERROR_TEXT,
  type WAMessage,
  type WAMessageKey,
} from '@whiskeysockets/baileys';

import type { InboundContent, InboundMessage } from '#src/app/ports/channel.js';
import { parseJid, type Jid } from '#src/domain/jid.js';
import {
  phoneFromWhatsAppUser,
  type AllowedNumbers,
  type PhoneRefusal,
} from '#src/domain/phone.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { lidOf, type IdentityKey, type Lid } from '#src/domain/sender.js';

import { expirationOf, readContent } from './inbound-content.js';
import type { NoContent } from './inbound-shapes.js';

/** Why a message is nothing for the conversation: for counters, never with the message itself. */
type IgnoredReason =
  NoContent | 'from_me' | 'not_a_chat' | 'bad_id' | 'resent_by_phone' | 'unreadable';

/** What the mapping has to know beside the message. */
export interface InboundContext {
  /** Set on what our own phone resent: the sender's key did not vouch for it. */
  readonly requestId?: string | undefined;
  /** The number behind a LID by the mapping that WhatsApp gave, as digits. */
  readonly numberOfLid: (lidUser: string) => string | null;
  /** Whose numbers may open an account. */
  readonly allowedNumbers: AllowedNumbers;
  /** The identity key that the phone behind a chat has now; null while none is known. */
  readonly identityOf: (chat: Jid) => IdentityKey | null;
  /** For a message that carries no time. */
  readonly now: Date;
}

const LONGEST_ID = 128;
/** WhatsApp's own announcements. */
const WHATSAPP_ITSELF = '0';

/**
 * Turns what Baileys delivers, live (`notify`) or after an absence (`append`), into what the conversation needs.
 * Groups, status updates, newsletters, our own messages, duplicates and what is no message to be answered are ignored.
 */
export function readInbound(
  raw: WAMessage,
  context: InboundContext,
): Result<InboundMessage, IgnoredReason> {
  const { key } = raw;
  if (key.fromMe) return fail('from_me');
  const chat = parseJid(key.remoteJid ?? '');
  if (!chat.ok || key.participant || userOf(chat.value) === WHATSAPP_ITSELF)
    return fail('not_a_chat');
  const messageId = key.id ?? '';
  if (messageId.length > LONGEST_ID || !/^[\x21-\x7e]+$/.test(messageId)) return fail('bad_id');
  const read = context.requestId === undefined ? contentOf(raw) : resent(raw, messageId);
  if (!read.ok) return read;
  const content = read.value;
  return ok({
    chat: chat.value,
    messageId: idOf(content, messageId),
    ...phoneOf(key, chat.value, context),
    sender: { lid: senderLid(key, chat.value), identityKey: context.identityOf(chat.value) },
    content,
    expiration: expirationOf(raw.message),
    sentAt: timeOf(raw.messageTimestamp, context.now),
  });
}

function contentOf(raw: WAMessage): Result<InboundContent, IgnoredReason> {
  if (raw.key.isViewOnce && !raw.message) return ok({ kind: 'media', media: 'view_once' });
  // The first message of a click-to-WhatsApp ad comes to the phone alone; here only that there was one.
  const [stub] = (raw.messageStubParameters ?? []) as readonly unknown[];
  if (stub === NO_MESSAGE_FOUND_ERROR_TEXT) return ok({ kind: 'missing' });
  // A stub is no message; CIPHERTEXT (2) marks one that could not be read, such as a duplicate.
  if (raw.messageStubType) return fail('unreadable');
  return readContent(raw.message);
}

/**
 * What concerns an earlier message has an id of its own; what was resent has the very id of that message. So has a gap:
 * the message itself may still come.
 */
function idOf(content: InboundContent, id: string): string {
  if (content.kind === 'later') return `${content.by}:${id}`;
  return content.kind === 'missing' ? gapOf(id) : id;
}

function gapOf(id: string): string {
  return `missing:${id}`;
}

/**
 * What our own phone sends again of a message that was missing here. Baileys asks it for what could not be decrypted at
 * once as well, and then the message comes itself: this concerns the gap, so that it says nothing where there was none.
 * Pictures get no second answer.
 */
function resent(raw: WAMessage, of: string): Result<InboundContent, IgnoredReason> {
  const content = contentOf(raw);
  if (!content.ok) return content;
  if (content.value.kind !== 'text' || content.value.forwarded) return fail('resent_by_phone');
  return ok({ kind: 'later', of: gapOf(of), by: 'resent', text: content.value.text });
}

/** Only the number that WhatsApp itself names is used. One that is not allowed becomes null, with the reason. */
function phoneOf(
  key: WAMessageKey,
  chat: Jid,
  { numberOfLid, allowedNumbers }: InboundContext,
): Pick<InboundMessage, 'phone' | 'noPhone'> {
  const digits = numberIn(chat) ?? numberIn(key.remoteJidAlt ?? '') ?? numberOfLid(userOf(chat));
  if (digits === null) return { phone: null, noPhone: 'hidden' };
  const phone = phoneFromWhatsAppUser(digits, allowedNumbers);
  return phone.ok ? { phone: phone.value } : { phone: null, noPhone: WHY_NONE[phone.error.code] };
}

const WHY_NONE = {
  phone_landline: 'landline',
  phone_foreign: 'abroad',
  phone_invalid: 'unreadable',
} as const satisfies Readonly<Record<PhoneRefusal['code'], InboundMessage['noPhone']>>;

/**
 * Only what WhatsApp says with this message: a LID that was learned for the number earlier may belong to the number's
 * previous holder.
 */
function senderLid(key: WAMessageKey, chat: Jid): Lid | null {
  const beside = parseJid(key.remoteJidAlt ?? '');
  return lidOf(chat) ?? (beside.ok ? lidOf(beside.value) : null);
}

function numberIn(address: string): string | null {
  return /^([0-9]{1,20})(?::[0-9]{1,5})?@s\.whatsapp\.net$/.exec(address)?.[1] ?? null;
}

function userOf(chat: Jid): string {
  return chat.slice(0, chat.indexOf('@'));
}

function timeOf(seconds: WAMessage['messageTimestamp'], now: Date): Date {
  const ms = Number(seconds ?? 0) * 1000;
  // A time in the future is not used: it may not be a valid date, and such a message would never count as late.
  return ms > 0 && ms <= now.getTime() ? new Date(ms) : now;
}
