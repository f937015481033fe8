import type { proto } from '@whiskeysockets/baileys';

import type { InboundContent, InboundMedia } from '#src/app/ports/channel.js';
import { fail, ok, type Result } from '#src/domain/result.js';

type Content = proto.IMessage;

/** Why a message carries nothing to answer. */
export type NoContent = 'no_content' | 'edit_or_delete' | 'reaction_or_vote' | 'call';

/** Longer texts are cut here: no request needs more, and everything behind this edge may rely on it. */
export const LONGEST_TEXT = 4_000;
/** WhatsApp nests wrappers; nobody honest nests more. */
const DEEPEST_WRAPPING = 5;

const MEDIA: readonly (readonly [keyof Content, InboundMedia])[] = [
  ['imageMessage', 'image'],
  ['videoMessage', 'video'],
  ['ptvMessage', 'video'],
  ['audioMessage', 'audio'],
  ['stickerMessage', 'sticker'],
  ['lottieStickerMessage', 'sticker'],
  ['documentMessage', 'document'],
  ['documentWithCaptionMessage', 'document'],
  ['locationMessage', 'location'],
  ['liveLocationMessage', 'location'],
  ['contactMessage', 'contact'],
  ['contactsArrayMessage', 'contact'],
  ['viewOnceMessage', 'view_once'],
  ['viewOnceMessageV2', 'view_once'],
  ['viewOnceMessageV2Extension', 'view_once'],
];

/** Kinds that answer nothing and deserve no answer. */
const SILENT: readonly (readonly [keyof Content, NoContent])[] = [
  ['editedMessage', 'edit_or_delete'],
  ['protocolMessage', 'edit_or_delete'],
  ['reactionMessage', 'reaction_or_vote'],
  ['encReactionMessage', 'reaction_or_vote'],
  ['pollUpdateMessage', 'reaction_or_vote'],
  ['encEventResponseMessage', 'reaction_or_vote'],
  ['keepInChatMessage', 'reaction_or_vote'],
  ['pinInChatMessage', 'reaction_or_vote'],
  ['call', 'call'],
  ['callLogMesssage', 'call'],
];

/** Parts that may come along with anything and mean nothing alone. */
const CARGO: ReadonlySet<string> = new Set([
  'messageContextInfo',
  'senderKeyDistributionMessage',
  'fastRatchetKeySenderKeyDistributionMessage',
]);

/** Reads a decrypted message. Text inside a picture's caption counts as the picture. */
export function readContent(
  message: Content | null | undefined,
): Result<InboundContent, NoContent> {
  const content = unwrap(message);
  if (!content) return fail('no_content');
  for (const [field, reason] of SILENT) if (content[field]) return fail(reason);
  for (const [field, media] of MEDIA) if (content[field]) return ok({ kind: 'media', media });
  const text = content.conversation ?? content.extendedTextMessage?.text;
  if (text) return ok(readText(text, content.extendedTextMessage?.contextInfo));
  const rest = Object.entries(content).some(([field, value]) => value && !CARGO.has(field));
  return rest ? ok({ kind: 'unsupported' }) : fail('no_content');
}

function unwrap(message: Content | null | undefined): Content | null {
  let content = message;
  for (let depth = 0; depth < DEEPEST_WRAPPING; depth += 1) {
    const inner =
      content?.ephemeralMessage ??
      content?.deviceSentMessage ??
      content?.botInvokeMessage ??
      content?.associatedChildMessage;
    if (!inner) return content ?? null;
    content = inner.message;
  }
  return null;
}

function readText(
  text: string,
  context: proto.IContextInfo | null | undefined,
): Extract<InboundContent, { kind: 'text' }> {
  const forwarded = context?.isForwarded === true || (context?.forwardingScore ?? 0) > 0;
  return { kind: 'text', text: cut(text), forwarded };
}

/** Never leaves half a character at the end. */
function cut(text: string): string {
  return text.slice(0, LONGEST_TEXT).replace(/[\uD800-\uDBFF]$/, '');
}
