import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import {
  maskPhone,
  nationalDigits,
  parsePhone,
  phoneFromWhatsAppUser,
  whatsAppUsersOf,
} from '#src/domain/phone.js';

const PHONE = '+5511987654321';

const accepted: [desc: string, input: string, phone: string][] = [
  ['the canonical form', '+5511987654321', PHONE],
  ['the country code without plus', '5511987654321', PHONE],
  ['the number as Brazilians write it', '(11) 98765-4321', PHONE],
  ['the country code with punctuation', '+55 (11) 9.8765-4321', PHONE],
  ['a missing ninth digit', '(11) 8765-4321', PHONE],
  ['a missing ninth digit after the country code', '+55 11 8765-4321', PHONE],
  ['the trunk prefix', '011 98765-4321', PHONE],
  ['the trunk prefix with a carrier', '0 15 11 98765-4321', PHONE],
  ['the international prefix', '00 55 11 98765-4321', PHONE],
  ['a trunk prefix after the country code', '+55 (011) 98765-4321', PHONE],
  ['full-width digits', '１１９８７６５４３２１', PHONE],
  ['what phones copy around a number', '\u202a+55 11 98765‑4321\u202c', PHONE],
  ['the area code 55 without country code', '55 98765-4321', '+5555987654321'],
  ['the area code 55 without ninth digit', '55 8765-4321', '+5555987654321'],
  ['the area code 55 with country code', '+55 55 98765-4321', '+5555987654321'],
  ['an area code where WhatsApp drops the ninth digit', '+554887654321', '+5548987654321'],
];

const refused: [desc: string, input: string, code: string][] = [
  ['nothing', '', 'phone_invalid'],
  ['a plus', '+', 'phone_invalid'],
  ['words', 'meu telefone', 'phone_invalid'],
  ['words around a number', 'tel 11 98765-4321', 'phone_invalid'],
  ['a number without area code', '98765-4321', 'phone_invalid'],
  ['a digit too many', '11 98765-43210', 'phone_invalid'],
  ['a digit too few', '11 9876-432', 'phone_invalid'],
  ['an area code that does not exist', '20 98765-4321', 'phone_invalid'],
  ['a mobile number that does not start with 9', '11 58765-4321', 'phone_invalid'],
  ['a toll-free number', '0800 123 4567', 'phone_landline'],
  ['a number of shared cost', '300 123 4567', 'phone_landline'],
  ['an extension', '11 98765-4321 ramal 3', 'phone_invalid'],
  ['a plus in the middle', '55+11987654321', 'phone_invalid'],
  ['far too much', '1'.repeat(10_000), 'phone_invalid'],
  ['a landline', '(11) 3333-4444', 'phone_landline'],
  ['a landline with country code', '+55 48 3222-1111', 'phone_landline'],
  ['a number of the United States', '+1 415 555 2671', 'phone_foreign'],
  ['a number of Portugal', '+351 912 345 678', 'phone_foreign'],
  ['a number of Portugal with 00', '00351 912 345 678', 'phone_foreign'],
  ['a country that does not exist', '+999 123 456 789', 'phone_invalid'],
];

const users: [desc: string, digits: string, outcome: object][] = [
  ['thirteen digits', '5511987654321', { ok: true, value: PHONE }],
  ['twelve digits', '554887654321', { ok: true, value: '+5548987654321' }],
  ['a landline of a shop', '551133334444', { ok: false, error: { code: 'phone_landline' } }],
  ['a foreign number', '14155552671', { ok: false, error: { code: 'phone_foreign' } }],
  ['a whole JID', '5511987654321@s.whatsapp.net', { ok: false, error: { code: 'phone_invalid' } }],
  ['a device number', '5511987654321:3', { ok: false, error: { code: 'phone_invalid' } }],
  ['a plus', '+5511987654321', { ok: false, error: { code: 'phone_invalid' } }],
  [
    'no country code, which reads as North America',
    '11987654321',
    { ok: false, error: { code: 'phone_foreign' } },
  ],
  ['a LID of fifteen digits', '999876543210987', { ok: false, error: { code: 'phone_invalid' } }],
  ['nothing', '', { ok: false, error: { code: 'phone_invalid' } }],
];

const SHAPES = [
  ['br-mobile', /^\+55[1-9][1-9]9\d{8}$/],
  ['br', /^\+55\d{8,11}$/],
  ['any', /^\+[1-9]\d{6,14}$/],
] as const;

/** One area code of each kind: where WhatsApp keeps the ninth digit and where it drops it. */
const subscriber = fc.record({
  area: fc.constantFrom('11', '19', '21', '27', '31', '48', '55', '61', '71', '85', '92', '99'),
  rest: fc.stringMatching(/^[6-9]\d{7}$/),
});

describe('parsePhone', () => {
  test.each(accepted)('takes %s', (_, input, phone) => {
    expect(parsePhone(input, 'br-mobile')).toEqual({ ok: true, value: phone });
  });

  test.each(refused)('refuses %s', (_, input, code) => {
    expect(parsePhone(input, 'br-mobile')).toEqual({ ok: false, error: { code } });
  });

  it('makes one phone of a number with and without ninth digit, typed or from WhatsApp', () => {
    fc.assert(
      fc.property(subscriber, ({ area, rest }) => {
        const long = parsePhone(`${area}9${rest}`, 'br-mobile');
        expect(parsePhone(`${area}${rest}`, 'any')).toEqual(long);
        expect(phoneFromWhatsAppUser(`55${area}${rest}`, 'br')).toEqual(long);
        expect(phoneFromWhatsAppUser(`55${area}9${rest}`, 'any')).toEqual(long);
      }),
    );
  });

  it('never throws, and gives back only canonical numbers, which it takes again as they are', () => {
    const digits = fc.stringMatching(/^\+?\d{7,15}$/);
    fc.assert(
      fc.property(fc.oneof(digits, fc.string({ unit: 'binary' })), (input) => {
        for (const [allowed, shape] of SHAPES) {
          const parsed = parsePhone(input, allowed);
          if (!parsed.ok) continue;
          expect(parsed.value).toMatch(shape);
          expect(parsePhone(parsed.value, allowed)).toEqual(parsed);
        }
      }),
    );
  });
});

describe('phoneFromWhatsAppUser', () => {
  test.each(users)('judges the user part of a JID: %s', (_, digits, outcome) => {
    expect(phoneFromWhatsAppUser(digits, 'br-mobile')).toEqual(outcome);
  });
});

describe('the numbers that an operator allows', () => {
  const landline = { ok: false, error: { code: 'phone_landline' } };
  const foreign = { ok: false, error: { code: 'phone_foreign' } };
  const given = (value: string) => ({ ok: true, value });
  it.each([
    ['a mobile', '5511987654321', given(PHONE), given(PHONE), given(PHONE)],
    ['a mobile without ninth digit', '551187654321', given(PHONE), given(PHONE), given(PHONE)],
    ['a landline', '551133334444', landline, given('+551133334444'), given('+551133334444')],
    ['an 0800', '558001234567', landline, given('+558001234567'), given('+558001234567')],
    ['a 4004', '5540041234', landline, given('+5540041234'), given('+5540041234')],
    ['one of Portugal', '351912345678', foreign, foreign, given('+351912345678')],
    ['one of Argentina', '5491123456789', foreign, foreign, given('+5491123456789')],
    ['one of Mexico, old', '5215512345678', foreign, foreign, given('+525512345678')],
    ['one of Mexico, new', '525512345678', foreign, foreign, given('+525512345678')],
  ])('case D2: %s, for br-mobile, br and any', (_, digits, mobiles, brazilian, any) => {
    const outcomes = (['br-mobile', 'br', 'any'] as const).map((allowed) =>
      phoneFromWhatsAppUser(digits, allowed),
    );
    expect(outcomes).toEqual([mobiles, brazilian, any]);
  });
});

describe('a number that is let in', () => {
  it.each([
    ['a mobile', PHONE, '(11) •••••-4321', ['5511987654321', '551187654321'], '11987654321'],
    ['a landline', '+551133334444', '(11) ••••-4444', ['551133334444'], '1133334444'],
    ['one of Portugal', '+351912345678', '+351 ••••-5678', ['351912345678'], '912345678'],
    [
      ...(['one of Mexico', '+525512345678', '+52 ••••-5678'] as const),
      ...([['525512345678', '5215512345678'], '5512345678'] as const),
    ],
  ])('case D2: %s is masked, and known by all its spellings', (_, text, mask, users, national) => {
    const parsed = parsePhone(text, 'any');
    if (!parsed.ok) throw new Error('sample refused');
    const phone = parsed.value;
    const known = [maskPhone(phone), whatsAppUsersOf(phone), nationalDigits(phone)];
    expect(known).toEqual([mask, users, national]);
  });
});
