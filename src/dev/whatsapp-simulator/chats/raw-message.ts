import { proto } from '@whiskeysockets/baileys';
import { encodeContent } from './message-content.js';
import type { SentMessage } from './phone.js';

/** A message of any shape, as WhatsApp's newest or oddest apps may send it. */
export interface RawMessage {
  readonly kind: 'raw';
  /** As JSON of `Message`; bytes are base64. */
  readonly raw: Readonly<Record<string, unknown>>;
  readonly text?: string | undefined;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  readonly unavailable?: Readonly<Record<string, string>> | undefined;
  readonly offsetSeconds?: number | undefined;
}

/** The message that goes out, and the bubble it makes; `text` alone is a plain text. */
export function rawContent({ raw, text, attributes, unavailable, offsetSeconds }: RawMessage) {
  const shape = text === undefined || Object.keys(raw).length > 0 ? raw : { conversation: text };
  const sentAt =
    offsetSeconds === undefined ? undefined : String(Math.floor(Date.now() / 1000) + offsetSeconds);
  return {
    kind: 'other',
    text: text ?? Object.keys(raw).join(', '),
    content: encodeContent(proto.Message.fromObject(shape)),
    attributes: { type: 'text', ...attributes },
    unavailable,
    sentAt,
  } as const satisfies SentMessage & { kind: string; text: string };
}
