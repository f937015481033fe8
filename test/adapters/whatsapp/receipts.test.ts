import { proto } from '@whiskeysockets/baileys';
import { expect, it } from 'vitest';

import { readReceipt } from '#src/adapters/whatsapp/messages/receipts.js';

const { Status } = proto.WebMessageInfo;
const ID = '3EB00123456789ABCDEF01';
const OURS = { fromMe: true, id: ID, remoteJid: '1@lid' };

it.each([
  ['accepted', { status: Status.SERVER_ACK }, { status: 'sent', failure: null }],
  ['delivered', { status: Status.DELIVERY_ACK }, { status: 'delivered', failure: null }],
  ['read', { status: Status.READ }, { status: 'read', failure: null }],
  ['listened to', { status: Status.PLAYED }, { status: 'read', failure: null }],
  [
    'refused',
    { status: Status.ERROR, messageStubParameters: ['463', 'Your account has been restricted'] },
    { status: 'failed', failure: '463' },
  ],
  [
    'refused for no code',
    { status: Status.ERROR, messageStubParameters: ['oops'] },
    { status: 'failed', failure: 'unknown' },
  ],
  ['refused without a word', { status: Status.ERROR }, { status: 'failed', failure: 'unknown' }],
])('a message of ours was %s', (_, update, expected) => {
  expect(readReceipt(OURS, update)).toEqual({ messageId: ID, ...expected });
});

it.each([
  ['still pending', OURS, { status: Status.PENDING }],
  ['changed in another way', OURS, {}],
  ['somebody else’s', { ...OURS, fromMe: false }, { status: Status.READ }],
  ['without an id', { fromMe: true }, { status: Status.READ }],
  ['with an id we never made', { ...OURS, id: 'A\0B' }, { status: Status.READ }],
])('nothing is told of a message that is %s', (_, key, update) => {
  expect(readReceipt(key, update)).toBeNull();
});
