import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

import { plainText } from './plain-text.js';
import { fail, ok, type Result } from './result.js';

/**
 * A person's number in E.164, one spelling for each subscriber: a Brazilian mobile with the ninth digit, a Mexican
 * number without the `1` that WhatsApp puts after `52`, every other number as it is dialled from abroad.
 */
export type Phone = string & { readonly __brand: 'Phone' };

/**
 * Which numbers may open an account (`ALLOWED_NUMBERS`): Brazilian mobiles; any Brazilian number, such as a company's
 * landline or 0800; or any number that WhatsApp vouches for.
 */
export type AllowedNumbers = 'br-mobile' | 'br' | 'any';

/**
 * - `phone_invalid`: no telephone number, or one that is not given out in Brazil.
 * - `phone_landline`: Brazilian, but no mobile number, where only mobiles are allowed.
 * - `phone_foreign`: the number of another country, where only Brazilian ones are allowed.
 */
export interface PhoneRefusal {
  code: 'phone_invalid' | 'phone_landline' | 'phone_foreign';
}

/**
 * Why the sender of a message has no `Phone`: the number is not allowed (`landline`, `abroad`), WhatsApp did
 * not tell it (`hidden`), or what WhatsApp told is no number (`unreadable`).
 */
export type NoPhone = 'landline' | 'abroad' | 'hidden' | 'unreadable';

const COUNTRY = '55';
const LONGEST_FIELD = 64;
const FIELD_SHAPE = /^\+?[\d\s().\-/]+$/;
/** Mobile numbers had eight digits, starting with 6 to 9, until ANATEL put a 9 before them (2012 to 2016). */
const WITHOUT_NINTH_DIGIT = /^(\d{2})([6-9]\d{7})$/;
/** Mexico gave up the `1` before mobile numbers in 2019; WhatsApp names many accounts with it still. */
const MEXICAN_MOBILE = /^521(\d{10})$/;

/**
 * Reads a number as people write it: a Brazilian one with or without `+55`, trunk `0` (and carrier), punctuation and
 * ninth digit, one of another country after `+` or `00`. Twelve or thirteen digits that start with 55 carry the country
 * code; with fewer, 55 is the area code of Rio Grande do Sul.
 */
export function parsePhone(input: string, allowed: AllowedNumbers): Result<Phone, PhoneRefusal> {
  if (input.length > LONGEST_FIELD) return fail({ code: 'phone_invalid' });
  const text = plainText(input).trim();
  if (!FIELD_SHAPE.test(text)) return fail({ code: 'phone_invalid' });
  const digits = text.replace(/\D/g, '');
  if (text.startsWith('+')) return fromInternational(digits, allowed);
  if (/^00[1-9]/.test(digits)) return fromInternational(digits.slice(2), allowed);
  const national = /^55\d{10,11}$/.test(digits)
    ? digits.slice(COUNTRY.length)
    : digits.replace(/^0(?:\d{2}(?=\d{10,11}$))?(?=\d{10,11}$)/, '');
  if (!/^\d{10,11}$/.test(national)) return fail({ code: 'phone_invalid' });
  return fromNational(national, allowed);
}

/**
 * Reads the user part of a `…@s.whatsapp.net` JID. WhatsApp keeps many numbers outside the area codes 11–19, 21, 22,
 * 24, 27 and 28 without the ninth digit. Give it digits only: no `+`, no `:device`. LID digits are never a phone.
 */
export function phoneFromWhatsAppUser(
  digits: string,
  allowed: AllowedNumbers,
): Result<Phone, PhoneRefusal> {
  if (!/^[1-9]\d{6,14}$/.test(digits)) return fail({ code: 'phone_invalid' });
  return fromInternational(digits, allowed);
}

/** What may be shown of a number: `(11) •••••-4321`, `(11) ••••-4444`, `+351 ••••-5678`. */
export function maskPhone(phone: Phone): string {
  return maskNumber(phone);
}

/** The same for any number in E.164. */
export function maskNumber(number: string): string {
  const last = number.slice(-4);
  const brazilian = /^\+55(\d{2})(\d{4,5})\d{4}$/.exec(number);
  if (brazilian) return `(${brazilian[1] ?? ''}) ${'•'.repeat(brazilian[2]?.length ?? 0)}-${last}`;
  const country = parsePhoneNumberFromString(number)?.countryCallingCode;
  return country === undefined ? `••••-${last}` : `+${country} ••••-${last}`;
}

/** The digits without the country code, as a person says the number at home. */
export function nationalDigits(phone: Phone): string {
  return parsePhoneNumberFromString(phone)?.nationalNumber ?? phone.slice(1);
}

/** The user parts under which WhatsApp may have the number: a Brazilian or Mexican mobile in its old form, too. */
export function whatsAppUsersOf(phone: Phone): readonly string[] {
  const digits = phone.slice(1);
  const mobile = /^(55\d{2})9(\d{8})$/.exec(digits);
  if (mobile) return [digits, `${mobile[1] ?? ''}${mobile[2] ?? ''}`];
  const mexican = /^52(\d{10})$/.exec(digits);
  return mexican ? [digits, `521${mexican[1] ?? ''}`] : [digits];
}

function fromInternational(digits: string, allowed: AllowedNumbers): Result<Phone, PhoneRefusal> {
  if (digits.startsWith(COUNTRY))
    return fromNational(digits.slice(COUNTRY.length).replace(/^0/, ''), allowed);
  const dialled = digits.replace(MEXICAN_MOBILE, '52$1');
  // Which ranges another country gives out changes more often than this library: the length has to do.
  if (!parsePhoneNumberFromString(`+${dialled}`)?.isPossible())
    return fail({ code: 'phone_invalid' });
  if (allowed !== 'any') return fail({ code: 'phone_foreign' });
  return ok(`+${dialled}` as Phone);
}

/** The library knows which ranges exist, but refuses old mobile numbers: the ninth digit goes in before it looks. */
function fromNational(digits: string, allowed: AllowedNumbers): Result<Phone, PhoneRefusal> {
  const national = digits.replace(WITHOUT_NINTH_DIGIT, '$19$2');
  const number = parsePhoneNumberFromString(`+${COUNTRY}${national}`);
  if (!number?.isValid()) return fail({ code: 'phone_invalid' });
  const isMobile = number.getType() === 'MOBILE';
  if (allowed === 'br-mobile' && !isMobile) return fail({ code: 'phone_landline' });
  return ok(`+${COUNTRY}${national}` as Phone);
}
