import { randomBytes } from 'node:crypto';
import { proto } from '@whiskeysockets/baileys';
import type { MessageKind } from './chat-history.js';

/** Kinds a phone sends besides text; the server never stores their media, so links in them lead nowhere. */
export type MediaKind = Exclude<MessageKind, 'text' | 'preview' | 'plaintext' | 'group' | 'other'>;

/** What the bubble says for a kind without text of its own. */
const LABELS: Readonly<Record<MediaKind, string>> = {
  audio: 'Áudio',
  image: 'Foto',
  sticker: 'Figurinha',
  location: 'Localização',
  contact: 'Contato',
  video: 'Vídeo',
  document: 'Documento',
  viewOnce: 'Foto de visualização única',
};

export function mediaLabel(kind: MediaKind): string {
  return LABELS[kind];
}

export function encodeContent(message: proto.IMessage): Buffer {
  return Buffer.from(proto.Message.encode(message).finish());
}

export function textContent(text: string): proto.IMessage {
  return { conversation: text };
}

/** `sender` is the chat as the bot addresses it; `id` is that of the message being changed. */
export function editContent(sender: string, id: string, text: string): proto.IMessage {
  return {
    protocolMessage: {
      key: { remoteJid: sender, fromMe: true, id },
      type: proto.Message.ProtocolMessage.Type.MESSAGE_EDIT,
      editedMessage: { conversation: text },
      timestampMs: Date.now(),
    },
  };
}

export function deleteContent(sender: string, id: string): proto.IMessage {
  return {
    protocolMessage: {
      key: { remoteJid: sender, fromMe: true, id },
      type: proto.Message.ProtocolMessage.Type.REVOKE,
    },
  };
}

export interface ContactCard {
  readonly name: string;
  readonly number: string;
}

/** A message of this kind; `text` becomes the caption where the kind has one. */
export function mediaContent(
  kind: MediaKind,
  { text, contact }: { text?: string | undefined; contact: ContactCard },
): proto.IMessage {
  const caption = text === undefined ? {} : { caption: text };
  switch (kind) {
    case 'audio':
      return { audioMessage: { ...mediaFile('audio/ogg; codecs=opus'), seconds: 4, ptt: true } };
    case 'image':
      return {
        imageMessage: { ...mediaFile('image/jpeg'), ...caption, width: 1080, height: 1440 },
      };
    case 'sticker':
      return { stickerMessage: { ...mediaFile('image/webp'), width: 512, height: 512 } };
    case 'video':
      return { videoMessage: { ...mediaFile('video/mp4'), ...caption, seconds: 6 } };
    case 'document':
      return {
        documentMessage: {
          ...mediaFile('application/pdf'),
          ...caption,
          title: 'documento.pdf',
          fileName: 'documento.pdf',
          pageCount: 1,
        },
      };
    case 'location':
      return { locationMessage: { degreesLatitude: -23.5505, degreesLongitude: -46.6333 } };
    case 'contact':
      return { contactMessage: { displayName: contact.name, vcard: vCard(contact) } };
    case 'viewOnce':
      return {
        viewOnceMessageV2: {
          message: { imageMessage: { ...mediaFile('image/jpeg'), ...caption, viewOnce: true } },
        },
      };
  }
}

function mediaFile(mimetype: string) {
  return {
    mimetype,
    url: 'https://media.invalid/file.enc',
    directPath: '/file.enc',
    mediaKey: randomBytes(32),
    fileSha256: randomBytes(32),
    fileEncSha256: randomBytes(32),
    fileLength: 1_024,
  };
}

function vCard({ name, number }: ContactCard): string {
  const phone = `TEL;type=CELL;waid=${number}:+${number}`;
  return `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\n${phone}\nEND:VCARD`;
}

/** What a phone makes of a decrypted message. */
export type ReceivedContent =
  | {
      readonly type: 'show';
      readonly kind: MessageKind;
      readonly text: string;
      /** Seconds until it disappears; 0: never. */
      readonly expiration: number;
    }
  | { readonly type: 'edit'; readonly id: string; readonly text: string }
  | { readonly type: 'delete'; readonly id: string }
  /** The bot lacks messages that only this phone, its own, has got. */
  | { readonly type: 'resend'; readonly keys: readonly proto.IMessageKey[] }
  /** A copy of what the account's other device sent, or a message between devices: nothing to show. */
  | { readonly type: 'internal' };

export function readContent(encoded: Uint8Array): ReceivedContent {
  const message = proto.Message.decode(encoded);
  // The library wraps what it asks its own phone for as well.
  const between = message.deviceSentMessage?.message?.protocolMessage;
  if (between) return readProtocolMessage(between);
  if (message.deviceSentMessage) return { type: 'internal' };
  if (message.protocolMessage) return readProtocolMessage(message.protocolMessage);
  const text = message.conversation ?? message.extendedTextMessage?.text;
  const expiration = message.extendedTextMessage?.contextInfo?.expiration ?? 0;
  if (typeof text === 'string')
    return { type: 'show', kind: kindOfText(message), text, expiration };
  return { type: 'show', ...readMedia(message), expiration };
}

/** A preview is made by the sender, who has fetched the link for it. */
function kindOfText({ extendedTextMessage }: proto.Message): MessageKind {
  const { title, description, jpegThumbnail, matchedText } = extendedTextMessage ?? {};
  const hasPreview = [title, description, jpegThumbnail, matchedText].some(Boolean);
  return hasPreview ? 'preview' : 'text';
}

function readProtocolMessage(change: proto.Message.IProtocolMessage): ReceivedContent {
  const id = change.key?.id ?? '';
  const { MESSAGE_EDIT, REVOKE } = proto.Message.ProtocolMessage.Type;
  if (change.type === REVOKE) return { type: 'delete', id };
  const asked = change.peerDataOperationRequestMessage?.placeholderMessageResendRequest;
  if (asked?.length)
    return { type: 'resend', keys: asked.flatMap(({ messageKey }) => messageKey ?? []) };
  if (change.type !== MESSAGE_EDIT) return { type: 'internal' };
  const { conversation, extendedTextMessage } = change.editedMessage ?? {};
  return { type: 'edit', id, text: conversation ?? extendedTextMessage?.text ?? '' };
}

function readMedia(message: proto.Message): { kind: MessageKind; text: string } {
  const { imageMessage, videoMessage, documentMessage } = message;
  if (imageMessage) return { kind: 'image', text: imageMessage.caption ?? LABELS.image };
  if (videoMessage) return { kind: 'video', text: videoMessage.caption ?? LABELS.video };
  if (documentMessage)
    return { kind: 'document', text: documentMessage.caption ?? LABELS.document };
  if (message.audioMessage) return { kind: 'audio', text: LABELS.audio };
  if (message.stickerMessage) return { kind: 'sticker', text: LABELS.sticker };
  if (message.locationMessage) return { kind: 'location', text: LABELS.location };
  if (message.contactMessage) return { kind: 'contact', text: LABELS.contact };
  return { kind: 'other', text: 'Mensagem que este telefone não mostra' };
}
