import { randomBytes } from 'node:crypto';
import { proto } from '@whiskeysockets/baileys';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { readContent } from '#src/adapters/whatsapp/messages/inbound-content.js';
import { SHAPES } from '#src/adapters/whatsapp/messages/inbound-shapes.js';
import { until } from '../../support/until.js';
import { setBotStage, type BotStage } from './bot-stage.js';

const BYTES = 'BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=';
const CONTEXT = { deviceListMetadataVersion: 2, messageSecret: BYTES };
const TARGET = { remoteJid: '100000000000001@lid', fromMe: true, id: '3EB0AAAAAAAAAAAAAAAAAA' };
const ENCRYPTED = { targetMessageKey: TARGET, encPayload: BYTES, encIv: 'BwcHBwcHBwcHBwcH' };
const STATUS_KEY = { remoteJid: 'status@broadcast', id: 'X1' };
const MENTION = { message: { protocolMessage: { key: STATUS_KEY, type: 25 } } };

/** Seen on real phones (issues of Baileys, baileys-api and Chatwoot). */
const SAYS_NOTHING: readonly (readonly [string, Record<string, unknown>])[] = [
  ['a masked code', { messageContextInfo: CONTEXT, placeholderMessage: { type: 0 } }],
  ['an encrypted edit of an event', { secretEncryptedMessage: { ...ENCRYPTED, secretEncType: 1 } }],
  ['a status that mentions the bot', { statusMentionMessage: MENTION }],
  ['a group’s status that mentions it', { groupStatusMentionMessage: MENTION }],
  ['history for a new member', { messageHistoryNotice: { contextInfo: {} } }],
  [
    'news about a status',
    {
      statusNotificationMessage: {
        responseMessageKey: TARGET,
        originalMessageKey: TARGET,
        type: 1,
      },
    },
  ],
  [
    'stickers between devices',
    { stickerSyncRmrMessage: { filehash: ['x'], rmrSource: 'y', requestTimestamp: 1 } },
  ],
  ['the head of an album', { albumMessage: { expectedImageCount: 3 } }],
  ['an encrypted reaction', { encReactionMessage: { targetMessageKey: TARGET } }],
  ['a pinned message', { pinInChatMessage: { key: TARGET, type: 1 } }],
  ['a kept message', { keepInChatMessage: { key: TARGET, keepType: 1 } }],
  ['a comment', { encCommentMessage: { targetMessageKey: TARGET } }],
  ['a change of settings', { protocolMessage: { type: 3, ephemeralExpiration: 86_400 } }],
  ['buttons of a program', { buttonsMessage: { contentText: 'Escolha' } }],
];

describe('case E1: what is no message to be answered', () => {
  it.each(SAYS_NOTHING)('%s is nothing', (_, raw) => {
    expect(readContent(proto.Message.fromObject(raw)).ok).toBe(false);
  });

  it('every field that the library knows has a decision, and no other', () => {
    const known = proto.Message.create();
    const fields = Object.keys(Object.getPrototypeOf(known) as object).filter(
      (field) => field !== 'toJSON' && !field.startsWith('_'),
    );
    expect(fields.length).toBeGreaterThan(90);
    expect(Object.keys(SHAPES).sort()).toEqual(fields.sort());
  });

  it('an assistant’s answer that is passed on counts as forwarded', () => {
    const message = { extendedTextMessage: { text: 'entrar' } };
    const read = readContent({ botForwardedMessage: { message } });
    expect(read).toMatchObject({ value: { kind: 'text', text: 'entrar', forwarded: true } });
  });

  it.each([
    ['alone', { protocolMessage: { type: 14, key: TARGET, editedMessage: { conversation: 'b' } } }],
    [
      'in a message of its own',
      {
        editedMessage: {
          message: {
            protocolMessage: {
              ...{ type: 14, key: TARGET },
              editedMessage: { extendedTextMessage: { text: 'b' } },
            },
          },
        },
      },
    ],
  ])('an edit %s is what that message says now', (_, message) => {
    const later = { kind: 'later', of: TARGET.id, by: 'edit', text: 'b' };
    expect(readContent(message)).toEqual({ ok: true, value: later });
  });

  it('an encrypted edit cannot be read', () => {
    const message = proto.Message.fromObject({
      messageContextInfo: CONTEXT,
      secretEncryptedMessage: { ...ENCRYPTED, secretEncType: 2 },
    });
    const later = { kind: 'later', of: TARGET.id, by: 'edit', text: null };
    expect(readContent(message)).toEqual({ ok: true, value: later });
  });
});

describe('over a real connection', () => {
  let stage: BotStage;
  beforeEach(async () => {
    stage = await setBotStage();
  });
  afterEach(async () => {
    await stage.end();
    expect(stage.errors).toEqual([]);
  });

  it('case E1: shapes that say nothing lead to nothing', async () => {
    const life = await stage.paired();
    const maria = await stage.control.phone('5511987654321', 'Maria');
    for (const [, raw] of SAYS_NOTHING) await maria.send({ kind: 'raw', raw });
    await maria.send('oi');
    await life.hears('oi');
    expect(life.inbox).toHaveLength(1);
  });

  it('keys of groups, which nobody reads, are not stored, however many a stranger sends', async () => {
    const life = await stage.paired();
    const maria = await stage.control.phone('5511987654321', 'Maria');
    const key = proto.SenderKeyDistributionMessage.encode({
      ...{ id: 7, iteration: 0 },
      chainKey: randomBytes(32),
      signingKey: randomBytes(33),
    }).finish();
    const axolotlSenderKeyDistributionMessage = Buffer.concat([Buffer.of(0x33), key]);
    for (let group = 0; group < 3; group += 1) {
      const senderKeyDistributionMessage = {
        groupId: `1203630000000000${group}@g.us`,
        axolotlSenderKeyDistributionMessage: axolotlSenderKeyDistributionMessage.toString('base64'),
      };
      await maria.send({ kind: 'raw', raw: { senderKeyDistributionMessage } });
    }
    await maria.send('oi');
    await life.hears('oi');
    const types = life.vault.contents().keys.map(({ type }) => type);
    expect(types).toContain('session');
    expect(types.filter((type) => type === 'sender-key')).toEqual([]);
  });

  it('case E2: an ad’s first message is missed at once, and said later when the phone has it', async () => {
    const life = await stage.paired();
    const maria = await stage.control.phone('5511987654321', 'Maria');
    const { id } = await maria.send({ kind: 'raw', unavailable: {}, text: 'Olá! Quero entrar' });
    const missing = await until('the gap', () =>
      life.inbox.find(({ content }) => content.kind === 'missing'),
    );
    expect(missing).toMatchObject({ messageId: `missing:${id}`, phone: '+5511987654321' });
    const later = await until('the message', () =>
      life.inbox.find(({ content }) => content.kind === 'later'),
    );
    expect(later).toMatchObject({
      ...{ messageId: `resent:${id}`, chat: missing.chat, phone: missing.phone },
      content: { kind: 'later', of: `missing:${id}`, by: 'resent', text: 'Olá! Quero entrar' },
    });
    expect(life.inbox).toHaveLength(2);
  });
});
