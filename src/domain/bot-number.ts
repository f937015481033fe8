import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

import { maskNumber, phoneFromWhatsAppUser } from './phone.js';
import { plainText } from './plain-text.js';
import { fail, ok, type Result } from './result.js';

/**
 * The bot's own number in E.164: mobile, landline or of another country, whatever WhatsApp gave the account. It is only
 * shown, put into `wa.me` and used to ask for a pairing code. People's numbers are `Phone`.
 */
export type BotNumber = string & { readonly __brand: 'BotNumber' };

export interface BotNumberRefusal {
  readonly code: 'phone_invalid';
}

const BRAZIL = '55';
const LONGEST_FIELD = 64;
const FIELD_SHAPE = /^\+?[\d\s().\-/]+$/;
/** Five to fifteen digits (ITU-T E.164); WhatsApp has no shorter numbers. */
const E164_DIGITS = /^[1-9]\d{4,14}$/;
/** A Brazilian mobile number as it was before the ninth digit; WhatsApp still knows many accounts by it. */
const WITHOUT_NINTH_DIGIT = /^(\d{2})([6-9]\d{7})$/;

/**
 * Reads the user part of the account's own JID. A Brazilian mobile number gets the ninth digit it may lack, because
 * people read it; every other number stays as WhatsApp has it.
 * @param digits without `+` and `:device`
 * @returns null when these are no digits of a number
 */
export function botNumberFromWhatsAppUser(digits: string): BotNumber | null {
  if (!E164_DIGITS.test(digits)) return null;
  const mobile = phoneFromWhatsAppUser(digits, 'br-mobile');
  return (mobile.ok ? mobile.value : `+${digits}`) as BotNumber;
}

/**
 * Reads the number that an admin types to get a pairing code: Brazilian with or without `55`, or of any country after
 * `+` or `00`. Its digits stay as they were typed: with or without the ninth digit, as WhatsApp on that phone shows it.
 */
export function parseBotNumber(input: string): Result<BotNumber, BotNumberRefusal> {
  const text = plainText(input).trim();
  if (input.length > LONGEST_FIELD || !FIELD_SHAPE.test(text))
    return fail({ code: 'phone_invalid' });
  const digits = internationalDigits(text);
  return isDialled(digits) ? ok(`+${digits}` as BotNumber) : fail({ code: 'phone_invalid' });
}

/** `+55 11 98765-4321`, `+55 11 3333-4444`, `+1 415 555 0123`. */
export function showBotNumber(number: BotNumber): string {
  const brazilian = number.replace(/^(\+55)(\d{2})(\d{4,5})(\d{4})$/, '$1 $2 $3-$4');
  if (brazilian !== number) return brazilian;
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}

/** What may be shown of it to an admin: `(11) •••••-4321`, `(11) ••••-4444`, `+1 ••••-0123`. */
export function maskBotNumber(number: BotNumber): string {
  return maskNumber(number);
}

function internationalDigits(text: string): string {
  const digits = text.replace(/\D/g, '');
  if (text.startsWith('+')) return digits;
  if (/^00[1-9]/.test(digits)) return digits.slice(2);
  if (/^55\d{10,11}$/.test(digits)) return digits;
  return BRAZIL + digits.replace(/^0(?:\d{2}(?=\d{10,11}$))?(?=\d{10,11}$)/, '');
}

function isDialled(digits: string): boolean {
  if (!E164_DIGITS.test(digits)) return false;
  if (!digits.startsWith(BRAZIL))
    return parsePhoneNumberFromString(`+${digits}`)?.isPossible() ?? false;
  const national = digits.slice(BRAZIL.length).replace(WITHOUT_NINTH_DIGIT, '$19$2');
  return parsePhoneNumberFromString(`+${BRAZIL}${national}`)?.isValid() ?? false;
}
