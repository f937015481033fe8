import type { WAMessage } from '@whiskeysockets/baileys';
import { describe, expect, it } from 'vitest';

import { readInbound } from '#src/adapters/whatsapp/messages/inbound.js';
import type { AllowedNumbers } from '#src/domain/phone.js';

import { CONTEXT, KEY, LID, raw } from './raw-message.js';

describe('the phone', () => {
  const known = (lid: string) => (lid === '22220000000001' ? '5521912345678' : null);
  it.each<[string, Partial<WAMessage['key']>, string | null]>([
    ['beside a LID', {}, '+5511987654321'],
    ['with a device', { remoteJidAlt: '5511987654321:7@s.whatsapp.net' }, '+5511987654321'],
    ['without the ninth digit', { remoteJidAlt: '558187654321@s.whatsapp.net' }, '+5581987654321'],
    [
      'of a chat by number',
      { remoteJid: '5511987654321@s.whatsapp.net', remoteJidAlt: LID },
      '+5511987654321',
    ],
    ['known from before', { remoteJidAlt: '' }, '+5521912345678'],
    ['unknown', { remoteJid: '5511987654321@lid', remoteJidAlt: '' }, null],
    [
      'never from the digits of another LID',
      { remoteJid: '777@lid', remoteJidAlt: '5511987654321@lid' },
      null,
    ],
    ['a landline', { remoteJidAlt: '551132345678@s.whatsapp.net' }, '+551132345678'],
  ])('%s', (_, key, phone) => {
    const read = readInbound(raw({ conversation: 'oi' }, { key: { ...KEY, ...key } }), {
      ...CONTEXT,
      numberOfLid: known,
    });
    expect(read).toMatchObject({ ok: true, value: { phone } });
  });
});

describe('case D2: why there is no phone', () => {
  const landline = { remoteJidAlt: '551132345678@s.whatsapp.net' };
  const foreign = { remoteJidAlt: '14155552671@s.whatsapp.net' };
  const nonsense = { remoteJidAlt: '5500000000@s.whatsapp.net' };
  it.each<[string, Partial<WAMessage['key']>, AllowedNumbers, object]>([
    ['a landline', landline, 'br-mobile', { phone: null, noPhone: 'landline' }],
    ['a landline that may', landline, 'br', { phone: '+551132345678' }],
    ['a number from abroad', foreign, 'br-mobile', { phone: null, noPhone: 'abroad' }],
    ['a number from abroad', foreign, 'br', { phone: null, noPhone: 'abroad' }],
    ['a number from abroad that may', foreign, 'any', { phone: '+14155552671' }],
    ['what is no number', nonsense, 'any', { phone: null, noPhone: 'unreadable' }],
    ['no number', { remoteJidAlt: '' }, 'any', { phone: null, noPhone: 'hidden' }],
  ])('case D2: %s', (_, key, allowedNumbers, expected) => {
    const said = raw({ conversation: 'oi' }, { key: { ...KEY, ...key } });
    const read = readInbound(said, { ...CONTEXT, allowedNumbers });
    expect(read).toMatchObject({ ok: true, value: expected });
    if (read.ok) expect('noPhone' in read.value).toBe(read.value.phone === null);
  });
});
