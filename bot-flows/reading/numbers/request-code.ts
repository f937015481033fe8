import { setTaxIdsAside } from '#src/domain/find-tax-id.js';
import {
  parseRequestCode,
  REQUEST_CODE_ALPHABET,
  REQUEST_CODE_LENGTH,
  showRequestCode,
} from '#src/domain/login-request.js';
import { LANGUAGES } from '../../copy/catalogue.js';

const HALF = `([${REQUEST_CODE_ALPHABET}]{${REQUEST_CODE_LENGTH / 2}})`;
const CODE = new RegExp(`(?<![\\p{L}\\p{N}])${HALF}([\\s-]{0,3})${HALF}(?![\\p{L}\\p{N}])`, 'gu');
/** The last words of the prefilled texts before the code, one in each language. */
const INTRODUCTIONS = LANGUAGES.map(
  ({ access }) => /\p{L}+(?=\P{L}*$)/u.exec(access.requestText({ code: '' }).toUpperCase())?.[0],
);
const INTRODUCED = new RegExp(`\\b(?:${INTRODUCTIONS.join('|')})[^\\p{L}\\p{N}]{0,5}$`, 'u');
/** The root of a CNPJ has as many symbols as a code; its branch follows behind a slash. */
const BRANCH_FOLLOWS = /^\s?\/\s?[\dA-Z]/;
/** UTF-16 units. */
const LONGEST_TEXT = 1_000;

/** "K7QM2XWD" as it is shown: "K7QM-2XWD". */
export function withDash(code: string): string {
  const read = parseRequestCode(code);
  if (read === null) throw new Error('this is no code of a request');
  return showRequestCode(read);
}

/**
 * Finds the code of a page's request, eight symbols in capitals without a dash, whatever its case and spacing and
 * whatever stands around it; null when there is none. A valid CPF or CNPJ is never a code. Without the words of the
 * prefilled text before it, it has to look like a code: most words and phone numbers, and the roots of CNPJs with
 * letters, are made of the same symbols.
 * @param freeText any words may be the answer: two words with a dash are a name then
 */
export function findRequestCode(text: string, { freeText }: { freeText: boolean }): string | null {
  const { rest, misspelt } = setTaxIdsAside(text.slice(0, LONGEST_TEXT));
  const plain = rest.toUpperCase();
  for (const found of plain.matchAll(CODE)) {
    const [whole, start = '', between = '', end = ''] = found;
    const code = start + end;
    if (INTRODUCED.test(plain.slice(0, found.index))) return code;
    if (!/[A-Z]/.test(code)) continue;
    if (misspelt.some((cnpj) => cnpj.startsWith(code))) continue;
    if (BRANCH_FOLLOWS.test(plain.slice(found.index + whole.length))) continue;
    if (/\d/.test(code)) return code;
    if (!freeText && between === '-' && plain.trim() === whole) return code;
  }
  return null;
}
