import { fail, ok, type Result } from './result.js';

/** The name a person goes by: NFC, one space between words, 2 to 80 characters, nothing invisible in it. */
export type PersonName = string & { readonly __brand: 'PersonName' };

const SHORTEST_NAME = 2;
const LONGEST_NAME = 80;
/** UTF-16 units. Checked before NFC, whose time is quadratic in a long run of combining marks. */
const LONGEST_FIELD = 400;

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu;
/** Phone keyboards offer all of these for "D'Ávila". */
const APOSTROPHE = /[´`‘’ʼ]/gu;
const HYPHEN = /[\u2010\u2011]/gu;
/** Two marks on a letter are enough for every living orthography; a tower of them covers the lines around it. */
const WORD = /^(?:\p{L}\p{M}{0,2}|['-])+$/u;
/** "J.", "J.R.", "Jr." but not "t.me": a dot inside a word is only allowed between single letters. */
const ABBREVIATION = /^(?:(?:\p{L}\p{M}{0,2}\.)+|(?:\p{L}\p{M}{0,2}){2,4}\.)$/u;
const FIRST_LETTER = /\p{L}\p{M}*/u;

/**
 * Reads the name that a person wants to be called by. Spaces are collapsed, control, bidi and zero-width characters are
 * dropped, apostrophes and hyphens are made plain.
 * - `name_missing`: nothing visible is left.
 * - `name_too_long`: over 80 characters (code points).
 * - `name_not_a_name`: digits, symbols, emoji, an address, or fewer than two letters. Such a name would be repeated
 *   in chats and pages, where a link in it could be tapped.
 */
export function parsePersonName(
  input: string,
): Result<PersonName, { code: 'name_missing' | 'name_too_long' | 'name_not_a_name' }> {
  if (input.length > LONGEST_FIELD) return fail({ code: 'name_too_long' });
  const name = tidied(input);
  const length = Array.from(name).length;
  if (length === 0) return fail({ code: 'name_missing' });
  if (length > LONGEST_NAME) return fail({ code: 'name_too_long' });
  const words = name.split(' ');
  const isName = words.every((word) => WORD.test(word) || ABBREVIATION.test(word));
  if (!isName || countLetters(name) < SHORTEST_NAME) return fail({ code: 'name_not_a_name' });
  return ok(name as PersonName);
}

/** What a page or a chat may show before the owner is proven: "Joana Maria Silva" becomes "J••• S•••". */
export function maskPersonName(name: PersonName): string {
  const words = name.split(' ').filter((word) => FIRST_LETTER.test(word));
  const ends = words.length > 1 ? [words.at(0), words.at(-1)] : words;
  return ends.map((word) => initial(word ?? '')).join(' ');
}

function tidied(input: string): string {
  const visible = input.replace(/\s+/gu, ' ').replace(INVISIBLE, '');
  const plain = visible.normalize('NFC').replace(APOSTROPHE, "'").replace(HYPHEN, '-');
  return plain.replace(/ +/g, ' ').trim();
}

function countLetters(name: string): number {
  return name.match(/\p{L}/gu)?.length ?? 0;
}

/** Always three dots, so that the length of the name does not show. */
function initial(word: string): string {
  return `${FIRST_LETTER.exec(word)?.[0] ?? ''}•••`;
}
