import { describe, expect, it } from 'vitest';

import {
  botNumberFromWhatsAppUser,
  maskBotNumber,
  parseBotNumber,
  showBotNumber,
} from '#src/domain/bot-number.js';

const OWN: [what: string, digits: string, number: string, shown: string, masked: string][] = [
  ['a mobile', '5511900000001', '+5511900000001', '+55 11 90000-0001', '(11) •••••-0001'],
  [
    'one without its ninth digit',
    '554887654321',
    '+5548987654321',
    '+55 48 98765-4321',
    '(48) •••••-4321',
  ],
  ['a landline', '551133334444', '+551133334444', '+55 11 3333-4444', '(11) ••••-4444'],
  ['a toll-free number', '558001234567', '+558001234567', '+55 80 0123-4567', '(80) ••••-4567'],
  ['one of the United States', '14155550123', '+14155550123', '+1 415 555 0123', '+1 ••••-0123'],
  ['one of Portugal', '351912345678', '+351912345678', '+351 912 345 678', '+351 ••••-5678'],
  ['one of no country that is known', '9991234567', '+9991234567', '+9991234567', '••••-4567'],
];

describe('the bot’s own number', () => {
  it.each(OWN)('case D1: is %s', (_, digits, number, shown, masked) => {
    const own = botNumberFromWhatsAppUser(digits);
    if (own === null) throw new Error('refused');
    expect([own, showBotNumber(own), maskBotNumber(own)]).toEqual([number, shown, masked]);
  });

  it.each(['', '0', '1234', '5511900000001:12', '12345678901234567'])(
    'case D1: is not made of "%s"',
    (digits) => expect(botNumberFromWhatsAppUser(digits)).toBeNull(),
  );
});

describe('the number an admin types for a pairing code', () => {
  it.each([
    ['11 98765-4321', '+5511987654321'],
    ['(11) 3333-4444', '+551133334444'],
    ['+55 48 8765-4321', '+554887654321'],
    ['5511987654321', '+5511987654321'],
    ['0 15 11 98765-4321', '+5511987654321'],
    ['0800 123 4567', '+558001234567'],
    ['+1 415 555 0123', '+14155550123'],
    ['00351 912 345 678', '+351912345678'],
  ])('case D1: may be %s', (typed, number) => {
    expect(parseBotNumber(typed)).toEqual({ ok: true, value: number });
  });

  it.each(['', '123', 'abc', '+', '11 1234-5678x', '14155550123', '+99 1', '9'.repeat(65)])(
    'case D1: is not "%s"',
    (typed) => {
      expect(parseBotNumber(typed)).toEqual({ ok: false, error: { code: 'phone_invalid' } });
    },
  );
});
