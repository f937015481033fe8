import { plainText } from './plain-text.js';

export const LOGIN_REQUEST_LIFETIME_MS = 5 * 60_000;
/** An approval in the last second still reaches the page. */
export const APPROVED_AT_LEAST_MS = 60_000;

/** No I, L, O, U, 0 and 1: they are easily mistaken for each other, or make offensive words. */
export const REQUEST_CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 39 random bits: with ten tries an hour per chat an open page is not found by guessing. */
export const REQUEST_CODE_LENGTH = 8;
export const SMALLEST_NUMBER = 10;
/** How many two-digit numbers there are. */
export const NUMBERS = 90;

/** A request code as it is stored and looked up: eight characters, no dash. */
export type RequestCode = string & { readonly __brand: 'RequestCode' };

const CODE = new RegExp(`^[${REQUEST_CODE_ALPHABET}]{${REQUEST_CODE_LENGTH}}$`);
const LONGEST_FIELD = 64;

/**
 * Makes a code out of `pick`, which returns a whole number below its argument. Two letters and two digits at least:
 * then it cannot be mistaken for a word or a number in the middle of a sentence.
 */
export function makeRequestCode(pick: (limit: number) => number): RequestCode {
  for (;;) {
    const characters = Array.from(
      { length: REQUEST_CODE_LENGTH },
      () => REQUEST_CODE_ALPHABET[pick(REQUEST_CODE_ALPHABET.length)],
    );
    const code = characters.join('');
    if (/\d.*\d/.test(code) && /[A-Z].*[A-Z]/.test(code)) return code as RequestCode;
  }
}

/** Reads a code as it came, with or without its dash, in either case; null when it is none. */
export function parseRequestCode(input: string): RequestCode | null {
  if (input.length > LONGEST_FIELD) return null;
  const code = plainText(input).replace(/[\s-]/g, '').toUpperCase();
  return CODE.test(code) ? (code as RequestCode) : null;
}

/** As it is shown: `ABCD-2345`. */
export function showRequestCode(code: RequestCode): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/**
 * The number on the screen among two others, in random order: a person who does not see the screen is right one
 * time in three, once (security case 20; RFC 10027).
 */
export function threeChoices(
  number: number,
  pick: (limit: number) => number,
): readonly [number, number, number] {
  const others = Array.from({ length: NUMBERS }, (_, at) => SMALLEST_NUMBER + at).filter(
    (other) => other !== number,
  );
  const [first = 0] = others.splice(pick(others.length), 1);
  const [second = 0] = others.splice(pick(others.length), 1);
  const at = pick(3);
  if (at === 0) return [number, first, second];
  return at === 1 ? [first, number, second] : [first, second, number];
}

/** `asked`: its code came by a chat, where the bot asks for the number. */
export type LoginRequestState = 'pending' | 'asked' | 'approved' | 'denied' | 'expired';

export interface LoginRequestStanding {
  readonly status: 'pending' | 'approved' | 'denied';
  /** A chat has sent its code. */
  readonly isAsked: boolean;
  readonly expiresAt: Date;
}

/** The state of a request at `now`. It ends at the very instant of `expiresAt`. */
export function loginRequestState(
  { status, isAsked, expiresAt }: LoginRequestStanding,
  now: Date,
): LoginRequestState {
  if (status === 'denied') return 'denied';
  if (now >= expiresAt) return 'expired';
  return status === 'pending' && isAsked ? 'asked' : status;
}
