import { proto } from '@whiskeysockets/baileys';

import type { InboundContent } from '#src/app/ports/channel.js';
import { fail, ok, type Result } from '#src/domain/result.js';

import { SHAPES, type NoContent, type Shape } from './inbound-shapes.js';

type Content = proto.IMessage;

/** Longer texts are cut here: no request needs more, and everything behind this edge may rely on it. */
export const LONGEST_TEXT = 4_000;
/** WhatsApp nests wrappers; no real app nests more than this. */
const DEEPEST_WRAPPING = 5;
/** Disappearing messages live for 90 days at most; seconds. */
const LONGEST_EXPIRATION = 90 * 24 * 60 * 60;

const { MESSAGE_EDIT } = proto.Message.ProtocolMessage.Type;
const ENCRYPTED_EDIT = proto.Message.SecretEncryptedMessage.SecretEncType.MESSAGE_EDIT;

/** The content of the wrappers, and whether one of them says that it was forwarded. */
interface Opened {
  readonly content: Content;
  readonly forwarded: boolean;
}

/**
 * Reads a decrypted message: what is on the list of messages to be answered (inbound-shapes.ts), and nothing else. Text
 * inside a picture's caption counts as the picture.
 */
export function readContent(
  message: Content | null | undefined,
): Result<InboundContent, NoContent> {
  const opened = unwrap(message);
  if (opened === null) return fail('no_content');
  const { content } = opened;
  const shapes = shapesOf(content);
  const silent = shapes.find((shape) => shape.is === 'silent');
  if (silent) return fail(silent.why);
  const [shape] = shapes;
  switch (shape?.is) {
    case 'edit':
    case 'protocol':
      return readEdit(content);
    case 'media':
      return ok({ kind: 'media', media: shape.media });
    case 'text':
      return readText(opened);
    case 'unsupported':
      return ok({ kind: 'unsupported' });
    case 'cargo':
    case 'wrapper':
    case 'silent':
    case undefined:
      return fail('no_content');
  }
}

/** Edits and media before text: a message with several parts is what its strongest part says. */
const ORDER: readonly Shape['is'][] = ['edit', 'protocol', 'media', 'text', 'unsupported'];

function shapesOf(content: Content): readonly Shape[] {
  return Object.entries(content)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .flatMap(([field]) => (field in SHAPES ? SHAPES[field as keyof Content] : []))
    .filter((shape) => shape.is !== 'cargo')
    .sort((one, other) => ORDER.indexOf(one.is) - ORDER.indexOf(other.is));
}

function unwrap(message: Content | null | undefined): Opened | null {
  let content = message ?? null;
  let forwarded = false;
  for (let depth = 0; depth < DEEPEST_WRAPPING; depth += 1) {
    if (content === null) return null;
    const bot = content.botForwardedMessage;
    const inner =
      content.ephemeralMessage ??
      content.deviceSentMessage ??
      content.botInvokeMessage ??
      content.associatedChildMessage ??
      bot;
    if (!inner) return { content, forwarded };
    forwarded ||= inner === bot;
    content = inner.message ?? null;
  }
  return null;
}

function readText({ content, forwarded }: Opened): Result<InboundContent, NoContent> {
  const text = textOf(content);
  if (text === null) return fail('no_content');
  const context = content.extendedTextMessage?.contextInfo;
  const passedOn = context?.isForwarded === true || (context?.forwardingScore ?? 0) > 0;
  return ok({ kind: 'text', text, forwarded: forwarded || passedOn });
}

/**
 * The change of an earlier message: plain, inside a message of its own, or encrypted with a key of the first message
 * that the bot does not keep. What the same field carries besides (a deletion, a setting, keys) needs no answer.
 */
function readEdit(content: Content): Result<InboundContent, NoContent> {
  const { secretEncryptedMessage: encrypted } = content;
  if (encrypted?.secretEncType === ENCRYPTED_EDIT)
    return edit(encrypted.targetMessageKey?.id, null);
  const protocol =
    content.protocolMessage ?? content.editedMessage?.message?.protocolMessage ?? null;
  if (protocol?.type !== MESSAGE_EDIT) return fail(protocol ? 'deleted' : 'not_for_the_chat');
  const opened = unwrap(protocol.editedMessage);
  return edit(protocol.key?.id, opened && textOf(opened.content));
}

function edit(
  id: string | null | undefined,
  text: string | null,
): Result<InboundContent, NoContent> {
  return id ? ok({ kind: 'later', of: id, by: 'edit', text }) : fail('not_for_the_chat');
}

function textOf({ conversation, extendedTextMessage }: Content): string | null {
  const text = conversation ?? extendedTextMessage?.text;
  return text ? cut(text) : null;
}

/** Never leaves half a character at the end. */
function cut(text: string): string {
  return text.slice(0, LONGEST_TEXT).replace(/[\uD800-\uDBFF]$/, '');
}

/**
 * For how many seconds a message of this chat lives, as the sender's app says in each message of a chat with
 * disappearing messages; 0: it stays.
 */
export function expirationOf(message: Content | null | undefined): number {
  const content = unwrap(message)?.content ?? {};
  for (const value of Object.values(content) as unknown[]) {
    if (!hasContext(value)) continue;
    const seconds = value.contextInfo?.expiration ?? 0;
    if (Number.isInteger(seconds) && seconds > 0 && seconds <= LONGEST_EXPIRATION) return seconds;
  }
  return 0;
}

function hasContext(value: unknown): value is { contextInfo?: proto.IContextInfo | null } {
  return typeof value === 'object' && value !== null && 'contextInfo' in value;
}
