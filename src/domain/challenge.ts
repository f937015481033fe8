import { plainText } from './plain-text.js';
import { fail, ok, type Result } from './result.js';

/** What a code was asked for; it is good for nothing else (security case 4). */
export const CHALLENGE_PURPOSES = [
  'login',
  'link',
  'unlink',
  'reset',
  'step_up',
  'change_phone',
] as const;
export type ChallengePurpose = (typeof CHALLENGE_PURPOSES)[number];

/** A one-time code as typed: six ASCII digits. */
export type Code = string & { readonly __brand: 'Code' };

/** 20 random bits: the least NIST SP 800-63B-4 §3.1.3.2 allows for a code sent out of band. */
export const CODE_DIGITS = 6;
/** NIST SP 800-63B-4 §3.1.3.2 allows at most 10 minutes. */
export const CODE_LIFETIME_MS = 5 * 60_000;
/** For one challenge: with six digits a guesser wins 5 times in a million. */
export const MAX_WRONG_CODES = 5;
export const RESEND_INTERVAL_MS = 60_000;
/** For one account over all its challenges, until another proof of identity (NIST SP 800-63B-4 §3.2.2). */
export const MAX_CONSECUTIVE_FAILURES = 100;

const LONGEST_FIELD = 64;
const SIX_DIGITS = /^\d{6}$/;
/** WhatsApp marks bold, italics, strike-through and monospace with these. */
const CHAT_FORMATTING = /^[\s*_~`]+|[\s*_~`.]+$/g;

/**
 * Reads a code from a form field; spaces, dashes, full-width digits and zero-width characters are tolerated.
 * Any other character or length is `code_malformed`.
 */
export function parseCode(input: string): Result<Code, { code: 'code_malformed' }> {
  if (input.length > LONGEST_FIELD) return fail({ code: 'code_malformed' });
  const digits = plainText(input).replace(/[\s-]/g, '');
  return SIX_DIGITS.test(digits) ? ok(digits as Code) : fail({ code: 'code_malformed' });
}

/**
 * Whether a chat message is a code alone ("123456", "123 456"): it belongs on the page that asked for it. Other
 * groupings are left alone, "12-10-26" is a date.
 */
export function looksLikeCode(text: string): boolean {
  if (text.length > LONGEST_FIELD) return false;
  return /^\d{3}[ -]?\d{3}$/.test(plainText(text).replace(CHAT_FORMATTING, ''));
}

export type ChallengeState = 'open' | 'expired' | 'consumed' | 'exhausted';

/**
 * What may still be done with a challenge at `now`. It ends at the very instant of `expiresAt`; from then on its wrong
 * codes are not told, because a challenge without an account is deleted earlier than others (security case 11).
 */
export function challengeState(
  challenge: { expiresAt: Date; consumedAt: Date | null; wrongCodes: number },
  now: Date,
): ChallengeState {
  if (challenge.consumedAt) return 'consumed';
  if (!(now < challenge.expiresAt)) return 'expired';
  return challenge.wrongCodes < MAX_WRONG_CODES ? 'open' : 'exhausted';
}
