import { COMMON_PASSWORDS } from './common-passwords.js';
import { fail, ok, type Result } from './result.js';

/** A password that may be chosen, in NFC: the form to hash and to compare. Lives in memory only. */
export type Password = string & { readonly __brand: 'Password' };

/** Wrong ones in a row; then the password is locked until a new one is set (NIST SP 800-63B-4 §3.2.2). */
export const MAX_PASSWORD_FAILURES = 100;
/**
 * Code points. NIST SP 800-63B-4 §3.1.1.2 wants 8 beside a second factor and 15 where the password is the only factor.
 */
const SHORTEST = 10;
/** Code points; NIST wants 64 at least. Nothing is ever cut off. */
const LONGEST = 256;
/** UTF-16 units before NFC, whose time is quadratic in a long run of combining marks. */
const LONGEST_FIELD = 4 * LONGEST;
/** Characters that have to be left when the parts that are guessed first are taken out. */
const ENOUGH_BESIDE = 8;
/** Shorter words ("ana") occur in too many good passwords by accident. */
const SHORTEST_CONTEXT = 4;
/** A run this long of neighbours counts as one character: "abcd", "4321", "asdf". */
const SHORTEST_SEQUENCE = 4;

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const SEQUENCES = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjklç',
  'asdfghjkl;',
  'zxcvbnm,.',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.',
  '1q2w3e4r5t6y7u8i9o0p',
  '!@#$%^&*()',
  '!@#$%¨&*()',
];
const DAY = '(?:0[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0[1-9]|1[0-2])';
const YEAR = '(?:19|20)\\d\\d';
const DATE = `(?:${DAY}\\D?${MONTH}\\D?(?:${YEAR}|\\d\\d)|${YEAR}\\D?${MONTH}\\D?${DAY})`;
/** Birthdays, alone or in pairs: every day of a century is only 36,500 guesses. */
const DATES = new RegExp(`^(?:\\D?${DATE}\\D?){1,2}$`);
const NEIGHBOURS = neighboursOf(SEQUENCES.flatMap((row) => [row, reversed(row)]));

/**
 * Judges a new password by NIST SP 800-63B-4 §3.1.1.2: length and what guessers try first, no rule of composition.
 * Spaces and all of Unicode are welcome.
 * - `password_too_short` (under 10), `password_too_long` (over 256), in code points.
 * - `password_common`: a well-known password with little around it, or little but repetitions, dates or rows of keys.
 * - `password_contextual`: little but the given words (name of the service, login, name of the person).
 */
export function judgePassword(
  password: string,
  { contextWords }: { contextWords: readonly string[] },
): Result<
  Password,
  {
    code: 'password_too_short' | 'password_too_long' | 'password_common' | 'password_contextual';
  }
> {
  if (password.length > LONGEST_FIELD) return fail({ code: 'password_too_long' });
  const normalized = password.normalize('NFC');
  const length = Array.from(normalized).length;
  if (length > LONGEST) return fail({ code: 'password_too_long' });
  if (length < SHORTEST) return fail({ code: 'password_too_short' });
  const folded = fold(normalized);
  if (isContextual(folded, contextWords)) return fail({ code: 'password_contextual' });
  if (isCommon(folded)) return fail({ code: 'password_common' });
  return ok(normalized as Password);
}

/**
 * A typed password in the form that is hashed and compared, or null for what is longer than any that can be chosen:
 * it is never normalised, so that a long run of combining marks costs nothing.
 */
export function comparablePassword(password: string): string | null {
  return password.length > LONGEST_FIELD ? null : password.normalize('NFC');
}

/** The password as a guesser sees it: capitals and accents are the first things that are varied. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function isContextual(folded: string, contextWords: readonly string[]): boolean {
  const words = contextWords
    .flatMap((word) => [fold(word), ...fold(word).split(/[^\p{L}\p{N}]+/u)])
    .filter((word) => word.length >= SHORTEST_CONTEXT)
    .sort((one, other) => other.length - one.length);
  return [folded, lettersFor(folded)].some((text) => {
    const rest = words.reduce((left, word) => left.replaceAll(word, ''), text);
    return rest !== text && rest.length < ENOUGH_BESIDE;
  });
}

function isCommon(folded: string): boolean {
  return (
    unpredictable(folded) < ENOUGH_BESIDE ||
    isRepeated(folded) ||
    DATES.test(folded) ||
    isKnownWordDressedUp(folded)
  );
}

/** Characters that do not follow from the one before them by repetition or along an alphabet or a row of keys. */
function unpredictable(folded: string): number {
  let count = 0;
  let run: string[] = [];
  const close = (): void => {
    count += run.length >= SHORTEST_SEQUENCE ? 1 : run.length;
  };
  for (const character of folded) {
    const before = run.at(-1);
    if (before !== undefined && before !== character && !NEIGHBOURS.has(before + character)) {
      close();
      run = [];
    }
    run.push(character);
  }
  close();
  return count;
}

/** "abacabacabac", "senha1senha1": the block that repeats is short, or is itself a word that is guessed first. */
function isRepeated(folded: string): boolean {
  // The first position at which a text occurs in itself written twice is its period.
  const period = (folded + folded).indexOf(folded, 1);
  if (period === folded.length) return false;
  return period < SHORTEST || isKnownWordDressedUp(folded.slice(0, period));
}

/** "P@ssw0rd2024", "#Flamengo1981": a listed word with less around it than makes a difference. */
function isKnownWordDressedUp(folded: string): boolean {
  const bare = folded.replace(/[^\p{L}\p{N}@$!]/gu, '');
  const core = bare.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [bare, core].some(
    (text) => folded.length - text.length < ENOUGH_BESIDE && COMMON_PASSWORDS.has(lettersFor(text)),
  );
}

function lettersFor(folded: string): string {
  return Array.from(folded, (character) => LOOK_ALIKES[character] ?? character).join('');
}

function neighboursOf(rows: string[]): ReadonlySet<string> {
  return new Set(
    rows.flatMap((row) =>
      Array.from(row)
        .slice(1)
        .map((character, index) => row.charAt(index) + character),
    ),
  );
}

function reversed(row: string): string {
  return Array.from(row).reverse().join('');
}
