import { NO_MESSAGE_FOUND_ERROR_TEXT, proto, type WAMessage } from '@whiskeysockets/baileys';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { LONGEST_TEXT } from '#src/adapters/whatsapp/messages/inbound-content.js';
import { readInbound } from '#src/adapters/whatsapp/messages/inbound.js';
import type { InboundContent } from '#src/app/ports/channel.js';

import { CONTEXT, KEY, LID, NOW, raw } from './raw-message.js';

const Stub = proto.WebMessageInfo.StubType;

function text(value: string, forwarded = false): InboundContent {
  return { kind: 'text', text: value, forwarded };
}

describe('content', () => {
  const extended = { text: 'oi', contextInfo: { isForwarded: true } };
  it.each<[string, proto.IMessage, InboundContent]>([
    ['plain text', { conversation: 'oi' }, text('oi')],
    ['text with a preview', { extendedTextMessage: { text: 'oi' } }, text('oi')],
    ['forwarded text', { extendedTextMessage: extended }, text('oi', true)],
    [
      'text forwarded often',
      { extendedTextMessage: { text: 'oi', contextInfo: { forwardingScore: 3 } } },
      text('oi', true),
    ],
    ['disappearing text', { ephemeralMessage: { message: { conversation: 'oi' } } }, text('oi')],
    ['text with context', { conversation: 'oi', messageContextInfo: {} }, text('oi')],
    [
      'an image with a CPF as caption',
      { imageMessage: { caption: '529.982.247-25' } },
      { kind: 'media', media: 'image' },
    ],
    ['a video', { videoMessage: {} }, { kind: 'media', media: 'video' }],
    ['a round video', { ptvMessage: {} }, { kind: 'media', media: 'video' }],
    ['a voice note', { audioMessage: { ptt: true } }, { kind: 'media', media: 'audio' }],
    ['a sticker', { stickerMessage: {} }, { kind: 'media', media: 'sticker' }],
    ['a document', { documentMessage: {} }, { kind: 'media', media: 'document' }],
    [
      'a document with a caption',
      { documentWithCaptionMessage: { message: { documentMessage: {} } } },
      { kind: 'media', media: 'document' },
    ],
    ['a place', { locationMessage: {} }, { kind: 'media', media: 'location' }],
    ['a moving place', { liveLocationMessage: {} }, { kind: 'media', media: 'location' }],
    [
      'a contact card with a number',
      { contactMessage: { vcard: 'TEL:+5511900000000' } },
      { kind: 'media', media: 'contact' },
    ],
    ['contact cards', { contactsArrayMessage: {} }, { kind: 'media', media: 'contact' }],
    [
      'a picture to see once',
      { viewOnceMessageV2: { message: { imageMessage: {} } } },
      { kind: 'media', media: 'view_once' },
    ],
    ['a poll', { pollCreationMessageV3: { name: 'x' } }, { kind: 'unsupported' }],
    [
      'a pressed button',
      { buttonsResponseMessage: { selectedDisplayText: 'x' } },
      { kind: 'unsupported' },
    ],
  ])('%s', (_, message, content) => {
    const read = readInbound(raw(message), CONTEXT);
    expect(read).toMatchObject({ ok: true, value: { content, chat: LID, messageId: '3A0' } });
  });

  it('of a view-once message that only the phone can see', () => {
    const read = readInbound(raw(null, { key: { ...KEY, isViewOnce: true } }), CONTEXT);
    expect(read).toMatchObject({ ok: true, value: { content: { media: 'view_once' } } });
  });

  it.each([
    ['a very long text', 'a'.repeat(10_000), LONGEST_TEXT],
    ['one whose cut falls into an emoji', `${'a'.repeat(LONGEST_TEXT - 1)}😀`, LONGEST_TEXT - 1],
  ])('%s is cut', (_, long, length) => {
    const read = readInbound(raw({ conversation: long }), CONTEXT);
    const content = read.ok ? read.value.content : null;
    expect(content?.kind === 'text' && content.text.length).toBe(length);
  });
});

describe('ignored', () => {
  const deep = [1, 2, 3, 4, 5, 6].reduce<proto.IMessage>(
    (message) => ({ ephemeralMessage: { message } }),
    { conversation: 'oi' },
  );
  const revoke = { type: proto.Message.ProtocolMessage.Type.REVOKE, key: { id: '3A1' } };
  it.each<[string, WAMessage, string]>([
    ['our own message', raw({ conversation: 'oi' }, { key: { ...KEY, fromMe: true } }), 'from_me'],
    [
      'a group',
      raw({ conversation: 'oi' }, { key: { ...KEY, remoteJid: '1-2@g.us', participant: LID } }),
      'not_a_chat',
    ],
    [
      'a status update',
      raw(
        { conversation: 'oi' },
        { key: { ...KEY, remoteJid: 'status@broadcast', participant: LID } },
      ),
      'not_a_chat',
    ],
    [
      'a newsletter',
      raw({ conversation: 'oi' }, { key: { ...KEY, remoteJid: '1@newsletter' } }),
      'not_a_chat',
    ],
    [
      'WhatsApp’s announcements',
      raw({ conversation: 'oi' }, { key: { ...KEY, remoteJid: '0@s.whatsapp.net' } }),
      'not_a_chat',
    ],
    ['no chat at all', raw({ conversation: 'oi' }, { key: { id: 'x' } }), 'not_a_chat'],
    ['no id', raw({ conversation: 'oi' }, { key: { ...KEY, id: '' } }), 'bad_id'],
    [
      'an endless id',
      raw({ conversation: 'oi' }, { key: { ...KEY, id: 'x'.repeat(500) } }),
      'bad_id',
    ],
    [
      'an id of control characters',
      raw({ conversation: 'oi' }, { key: { ...KEY, id: 'a\u0000b' } }),
      'bad_id',
    ],
    ['a duplicate', raw(null, { messageStubType: Stub.CIPHERTEXT }), 'unreadable'],
    ['a missed call', raw(null, { messageStubType: Stub.CALL_MISSED_VOICE }), 'unreadable'],
    ['nothing', raw(null), 'no_content'],
    ['empty text', raw({ conversation: '' }), 'no_content'],
    ['only a group key', raw({ senderKeyDistributionMessage: {} }), 'no_content'],
    ['wrappers without end', raw(deep), 'no_content'],
    ['a deletion', raw({ protocolMessage: revoke }), 'deleted'],
    ['a setting', raw({ protocolMessage: { ephemeralExpiration: 86_400 } }), 'deleted'],
    ['a reaction', raw({ reactionMessage: { text: '👍' } }), 'reaction_or_vote'],
    ['a vote', raw({ pollUpdateMessage: {} }), 'reaction_or_vote'],
    ['a call', raw({ call: {} }), 'call'],
  ])('%s', (_, message, reason) => {
    expect(readInbound(message, CONTEXT)).toEqual({ ok: false, error: reason });
  });

  it('a picture that our own phone resent', () => {
    const read = readInbound(raw({ imageMessage: {} }), { ...CONTEXT, requestId: 'r1' });
    expect(read).toEqual({ ok: false, error: 'resent_by_phone' });
  });
});

// Baileys asks our own phone also for what could not be decrypted at once; the message itself comes as well, and counts.
describe('what our own phone resent', () => {
  const gap = raw(null, {
    messageStubType: Stub.CIPHERTEXT,
    messageStubParameters: [NO_MESSAGE_FOUND_ERROR_TEXT],
  });
  const valueOf = (message: WAMessage, context = CONTEXT) => {
    const read = readInbound(message, context);
    return read.ok ? read.value : null;
  };

  it('concerns the gap that was there, and not the message when it came', () => {
    const [missing, came] = [valueOf(gap), valueOf(raw({ conversation: 'oi' }))];
    const resent = valueOf(raw({ conversation: 'oi' }), { ...CONTEXT, requestId: 'r1' });
    expect(resent?.content).toMatchObject({ kind: 'later', by: 'resent', of: missing?.messageId });
    expect(resent?.content).not.toMatchObject({ of: came?.messageId });
  });

  it('leaves the message its own id: it may come after the gap', () => {
    const ids = [valueOf(gap), valueOf(raw({ conversation: 'oi' }))].map((one) => one?.messageId);
    expect(ids).toEqual(['missing:3A0', '3A0']);
  });
});

it('takes the sender’s time, and the present when there is none', () => {
  const at = (messageTimestamp: unknown) => {
    const read = readInbound(
      raw({ conversation: 'oi' }, { messageTimestamp } as Partial<WAMessage>),
      CONTEXT,
    );
    return read.ok && read.value.sentAt.getTime();
  };
  expect(at(1_700_000_000)).toBe(1_700_000_000_000);
  expect(at({ toString: () => '1700000000' })).toBe(1_700_000_000_000);
  expect([at(0), at(null), at(Number.NaN)]).toEqual([NOW.getTime(), NOW.getTime(), NOW.getTime()]);
});

describe('the time of a message', () => {
  const second = NOW.getTime() / 1000;
  const at = (messageTimestamp: number) => {
    const read = readInbound(raw({ conversation: 'oi' }, { messageTimestamp }), CONTEXT);
    return read.ok && read.value.sentAt.getTime();
  };

  it.each([second + 1, second + 86_400, 4_102_444_800, 9e15, Number.POSITIVE_INFINITY])(
    'is never ahead of ours, or the message would not be late when it comes again: %d',
    (seconds) => {
      expect(at(seconds)).toBe(NOW.getTime());
    },
  );

  it.each([1, 1_000_000_000, second - 1, second])('stays far in the past: %d', (seconds) => {
    expect(at(seconds)).toBe(seconds * 1000);
  });
});

it('reads any decrypted bytes without breaking', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      let message: proto.IMessage;
      try {
        message = proto.Message.decode(bytes);
      } catch {
        return; // the library does not hand these over
      }
      const read = readInbound(raw(message), CONTEXT);
      if (read.ok && read.value.content.kind === 'text')
        expect(read.value.content.text.length).toBeLessThanOrEqual(LONGEST_TEXT);
    }),
  );
});
