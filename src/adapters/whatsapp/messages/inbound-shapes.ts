import type { proto } from '@whiskeysockets/baileys';

import type { InboundMedia } from '#src/app/ports/channel.js';

/** Why a message carries nothing to answer. */
export type NoContent =
  'no_content' | 'deleted' | 'reaction_or_vote' | 'call' | 'not_for_the_chat' | 'sent_by_programs';

/** What a field of WhatsApp's `Message` means. */
export type Shape =
  | { readonly is: 'text' | 'unsupported' | 'edit' | 'protocol' }
  | { readonly is: 'media'; readonly media: InboundMedia }
  /** Holds the message itself. */
  | { readonly is: 'wrapper'; readonly forwarded: boolean }
  /** May come along with anything and means nothing alone. */
  | { readonly is: 'cargo' }
  | { readonly is: 'silent'; readonly why: NoContent };

const TEXT = { is: 'text' } as const;
const EDIT = { is: 'edit' } as const;
const CARGO = { is: 'cargo' } as const;
const WRAPPER = { is: 'wrapper', forwarded: false } as const;
/** A person made it, and the bot cannot read it. */
const UNSUPPORTED = { is: 'unsupported' } as const;

function media(kind: InboundMedia): Shape {
  return { is: 'media', media: kind };
}

function silent(why: NoContent): Shape {
  return { is: 'silent', why };
}

const REACTION = silent('reaction_or_vote');
const CALL = silent('call');
/** Meant for the receiver's app, or belongs to a group, a status or a channel: no answer is expected. */
const NOT_FOR_THE_CHAT = silent('not_for_the_chat');
/** Buttons, lists and templates: people cannot send them, and answers to programs go round in circles. */
const SENT_BY_PROGRAMS = silent('sent_by_programs');

/**
 * Every field that the library knows, each with a decision: what is not on the list of messages to be answered gets
 * none. A field that a new version brings does not compile before it is decided; one that only the phone knows is not
 * decoded, and leaves an empty message.
 */
export const SHAPES: Readonly<Record<keyof proto.IMessage, Shape>> = {
  conversation: TEXT,
  extendedTextMessage: TEXT,

  imageMessage: media('image'),
  videoMessage: media('video'),
  ptvMessage: media('video'),
  audioMessage: media('audio'),
  stickerMessage: media('sticker'),
  lottieStickerMessage: media('sticker'),
  stickerPackMessage: media('sticker'),
  documentMessage: media('document'),
  documentWithCaptionMessage: media('document'),
  locationMessage: media('location'),
  liveLocationMessage: media('location'),
  contactMessage: media('contact'),
  contactsArrayMessage: media('contact'),
  viewOnceMessage: media('view_once'),
  viewOnceMessageV2: media('view_once'),
  viewOnceMessageV2Extension: media('view_once'),

  pollCreationMessage: UNSUPPORTED,
  pollCreationMessageV2: UNSUPPORTED,
  pollCreationMessageV3: UNSUPPORTED,
  pollCreationMessageV4: UNSUPPORTED,
  pollCreationMessageV5: UNSUPPORTED,
  eventMessage: UNSUPPORTED,
  scheduledCallCreationMessage: UNSUPPORTED,
  buttonsResponseMessage: UNSUPPORTED,
  templateButtonReplyMessage: UNSUPPORTED,
  listResponseMessage: UNSUPPORTED,
  interactiveResponseMessage: UNSUPPORTED,
  productMessage: UNSUPPORTED,
  orderMessage: UNSUPPORTED,
  invoiceMessage: UNSUPPORTED,
  sendPaymentMessage: UNSUPPORTED,
  requestPaymentMessage: UNSUPPORTED,
  paymentInviteMessage: UNSUPPORTED,
  groupInviteMessage: UNSUPPORTED,
  newsletterFollowerInviteMessageV2: UNSUPPORTED,

  ephemeralMessage: WRAPPER,
  deviceSentMessage: WRAPPER,
  botInvokeMessage: WRAPPER,
  associatedChildMessage: WRAPPER,
  /** An answer of an assistant, passed on. */
  botForwardedMessage: { is: 'wrapper', forwarded: true },

  messageContextInfo: CARGO,
  senderKeyDistributionMessage: CARGO,
  fastRatchetKeySenderKeyDistributionMessage: CARGO,

  editedMessage: EDIT,
  secretEncryptedMessage: EDIT,
  protocolMessage: { is: 'protocol' },

  reactionMessage: REACTION,
  encReactionMessage: REACTION,
  pollUpdateMessage: REACTION,
  encEventResponseMessage: REACTION,
  keepInChatMessage: REACTION,
  pinInChatMessage: REACTION,
  commentMessage: REACTION,
  encCommentMessage: REACTION,

  call: CALL,
  callLogMesssage: CALL,
  bcallMessage: CALL,
  scheduledCallEditMessage: CALL,

  /** The pictures of an album come as messages of their own. */
  albumMessage: NOT_FOR_THE_CHAT,
  /** Takes the place of what only the phone shows, such as a masked code; comes once for each device. */
  placeholderMessage: NOT_FOR_THE_CHAT,
  stickerSyncRmrMessage: NOT_FOR_THE_CHAT,
  chat: NOT_FOR_THE_CHAT,
  messageHistoryBundle: NOT_FOR_THE_CHAT,
  messageHistoryNotice: NOT_FOR_THE_CHAT,
  limitSharingMessage: NOT_FOR_THE_CHAT,
  requestPhoneNumberMessage: NOT_FOR_THE_CHAT,
  declinePaymentRequestMessage: NOT_FOR_THE_CHAT,
  cancelPaymentRequestMessage: NOT_FOR_THE_CHAT,
  eventCoverImage: NOT_FOR_THE_CHAT,
  pollCreationOptionImageMessage: NOT_FOR_THE_CHAT,
  pollResultSnapshotMessage: NOT_FOR_THE_CHAT,
  pollResultSnapshotMessageV3: NOT_FOR_THE_CHAT,
  statusMentionMessage: NOT_FOR_THE_CHAT,
  statusNotificationMessage: NOT_FOR_THE_CHAT,
  statusAddYours: NOT_FOR_THE_CHAT,
  statusQuestionAnswerMessage: NOT_FOR_THE_CHAT,
  statusQuotedMessage: NOT_FOR_THE_CHAT,
  statusStickerInteractionMessage: NOT_FOR_THE_CHAT,
  groupMentionedMessage: NOT_FOR_THE_CHAT,
  groupStatusMessage: NOT_FOR_THE_CHAT,
  groupStatusMessageV2: NOT_FOR_THE_CHAT,
  groupStatusMentionMessage: NOT_FOR_THE_CHAT,
  newsletterAdminInviteMessage: NOT_FOR_THE_CHAT,
  questionMessage: NOT_FOR_THE_CHAT,
  questionReplyMessage: NOT_FOR_THE_CHAT,
  questionResponseMessage: NOT_FOR_THE_CHAT,

  highlyStructuredMessage: SENT_BY_PROGRAMS,
  templateMessage: SENT_BY_PROGRAMS,
  buttonsMessage: SENT_BY_PROGRAMS,
  listMessage: SENT_BY_PROGRAMS,
  interactiveMessage: SENT_BY_PROGRAMS,
  richResponseMessage: SENT_BY_PROGRAMS,
  botTaskMessage: SENT_BY_PROGRAMS,
};
