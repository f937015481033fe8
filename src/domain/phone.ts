import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

import { plainText } from './plain-text.js';
import { fail, ok, type Result } from './result.js';

/** A Brazilian mobile number in E.164 with the ninth digit: `+55`, two digits of area code, `9`, eight digits. */
export type Phone = string & { readonly __brand: 'Phone' };

/**
 * - `phone_invalid`: no telephone number, or one that is not given out in Brazil.
 * - `phone_landline`: Brazilian, but no mobile number; it gets no code.
 * - `phone_foreign`: the number of another country.
 */
export interface PhoneRefusal {
  code: 'phone_invalid' | 'phone_landline' | 'phone_foreign';
}

const COUNTRY = '55';
const LONGEST_FIELD = 64;
const FIELD_SHAPE = /^\+?[\d\s().\-/]+$/;
/** Mobile numbers had eight digits, starting with 6 to 9, until ANATEL put a 9 before them (2012 to 2016). */
const WITHOUT_NINTH_DIGIT = /^(\d{2})([6-9]\d{7})$/;

/**
 * Reads a Brazilian mobile number as people write it: with or without `+55`, trunk `0` (and carrier), punctuation
 * and ninth digit. Twelve or thirteen digits that start with 55 carry the country code; with fewer, 55 is the area
 * code of Rio Grande do Sul.
 */
export function parsePhone(input: string): Result<Phone, PhoneRefusal> {
  if (input.length > LONGEST_FIELD) return fail({ code: 'phone_invalid' });
  const text = plainText(input).trim();
  if (!FIELD_SHAPE.test(text)) return fail({ code: 'phone_invalid' });
  const digits = text.replace(/\D/g, '');
  if (text.startsWith('+')) return fromInternational(digits);
  if (/^00[1-9]/.test(digits)) return fromInternational(digits.slice(2));
  if (/^55\d{10,11}$/.test(digits)) return fromNational(digits.slice(COUNTRY.length));
  return fromNational(digits.replace(/^0(?:\d{2}(?=\d{10,11}$))?(?=\d{10,11}$)/, ''));
}

/**
 * Reads the user part of a `…@s.whatsapp.net` JID. WhatsApp keeps many numbers outside the area codes 11–19, 21, 22,
 * 24, 27 and 28 without the ninth digit. Give it digits only: no `+`, no `:device`. LID digits are never a phone.
 */
export function phoneFromWhatsAppUser(digits: string): Result<Phone, PhoneRefusal> {
  if (!/^[1-9]\d{6,14}$/.test(digits)) return fail({ code: 'phone_invalid' });
  return fromInternational(digits);
}

/** What may be shown of a number: `(11) •••••-4321`. */
export function maskPhone(phone: Phone): string {
  return `(${phone.slice(3, 5)}) •••••-${phone.slice(-4)}`;
}

/** The user parts under which WhatsApp may have the number: a Brazilian mobile with the ninth digit and without it. */
export function whatsAppUsersOf(phone: Phone): readonly string[] {
  const digits = phone.slice(1);
  const mobile = /^(55\d{2})9(\d{8})$/.exec(digits);
  return mobile ? [digits, `${mobile[1] ?? ''}${mobile[2] ?? ''}`] : [digits];
}

function fromInternational(digits: string): Result<Phone, PhoneRefusal> {
  if (digits.startsWith(COUNTRY))
    return fromNational(digits.slice(COUNTRY.length).replace(/^0/, ''));
  const known = parsePhoneNumberFromString(`+${digits}`);
  return fail({ code: known?.isPossible() ? 'phone_foreign' : 'phone_invalid' });
}

/** The library knows which ranges exist, but refuses old mobile numbers: the ninth digit goes in before it looks. */
function fromNational(digits: string): Result<Phone, PhoneRefusal> {
  if (!/^\d{10,11}$/.test(digits)) return fail({ code: 'phone_invalid' });
  const national = digits.replace(WITHOUT_NINTH_DIGIT, '$19$2');
  const number = parsePhoneNumberFromString(`+${COUNTRY}${national}`);
  if (!number?.isValid()) return fail({ code: 'phone_invalid' });
  if (number.getType() === 'FIXED_LINE') return fail({ code: 'phone_landline' });
  if (number.getType() !== 'MOBILE') return fail({ code: 'phone_invalid' });
  return ok(`+${COUNTRY}${national}` as Phone);
}
