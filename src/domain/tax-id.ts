import { cnpj, cpf } from 'cpf-cnpj-validator';

import { plainText } from './plain-text.js';
import { fail, ok, type Result } from './result.js';

/** A valid CPF (11 digits) or CNPJ (12 digits or capitals, then 2 digits), without punctuation. */
export type TaxId = string & { readonly __brand: 'TaxId' };
export type TaxIdKind = 'cpf' | 'cnpj';

const CPF_LENGTH = 11;
const CNPJ_LENGTH = 14;
const LONGEST_FIELD = 64;

const CPF_SHAPE = /^\d{11}$/;
const CNPJ_SHAPE = /^[\dA-Z]{12}\d{2}$/;
/** 000.000.000-00 and its nine sisters pass the arithmetic and were never issued. */
const ONE_DIGIT_REPEATED = /^(\d)\1+$/;

export function taxIdKind(taxId: TaxId): TaxIdKind {
  return taxId.length === CPF_LENGTH ? 'cpf' : 'cnpj';
}

/**
 * Reads one CPF or CNPJ from a form field. Dots, dashes, slashes, spaces, full-width digits, zero-width characters
 * and small letters are tolerated; any other character around the number is refused.
 * - `tax_id_missing`: there is no digit in it.
 * - `tax_id_wrong_length`: it is not 11 digits or 14 digits and letters.
 * - `tax_id_wrong_digit`: it is, but the check digits do not fit.
 */
export function parseTaxId(
  input: string,
): Result<TaxId, { code: 'tax_id_missing' | 'tax_id_wrong_length' | 'tax_id_wrong_digit' }> {
  if (input.length > LONGEST_FIELD) return fail({ code: 'tax_id_wrong_length' });
  const characters = plainText(input).replace(/[\s./-]/g, '');
  if (!/\d/.test(characters)) return fail({ code: 'tax_id_missing' });
  return checkTaxId(characters);
}

/**
 * Checks characters that are already free of punctuation, in either case. Letters stand only in a CNPJ
 * (IN RFB 2.229/2024, since July 2026).
 */
export function checkTaxId(
  characters: string,
): Result<TaxId, { code: 'tax_id_wrong_length' | 'tax_id_wrong_digit' }> {
  const isCpf = CPF_SHAPE.test(characters);
  // Tested before the capitals are made: 'ß' becomes 'SS'.
  if (!isCpf && !/^[\dA-Za-z]{14}$/.test(characters)) return fail({ code: 'tax_id_wrong_length' });
  const normalized = characters.toUpperCase();
  const fits = isCpf ? cpfDigitsFit(normalized) : cnpjDigitsFit(normalized);
  return fits ? ok(normalized as TaxId) : fail({ code: 'tax_id_wrong_digit' });
}

/** The library's `isValid` refuses 123.456.789-09, which the Receita can issue: only its arithmetic is used. */
function cpfDigitsFit(digits: string): boolean {
  if (ONE_DIGIT_REPEATED.test(digits)) return false;
  const first = cpf.verifierDigit(digits.slice(0, CPF_LENGTH - 2));
  const second = cpf.verifierDigit(digits.slice(0, CPF_LENGTH - 2) + first.toString());
  return digits.endsWith(`${first}${second}`);
}

function cnpjDigitsFit(characters: string): boolean {
  if (!CNPJ_SHAPE.test(characters) || ONE_DIGIT_REPEATED.test(characters)) return false;
  const first = cnpj.verifierDigit(characters.slice(0, CNPJ_LENGTH - 2));
  const second = cnpj.verifierDigit(characters.slice(0, CNPJ_LENGTH - 2) + first.toString());
  return characters.endsWith(`${first}${second}`);
}

/**
 * What may be shown of a tax id: `***.456.789-**`, the mask federal publications use, or `**.ABC.345/01**-**`.
 * The start of the number, the end of a branch number and the check digits stay hidden.
 */
export function maskTaxId(taxId: TaxId): string {
  if (taxIdKind(taxId) === 'cpf') return `***.${taxId.slice(3, 6)}.${taxId.slice(6, 9)}-**`;
  return `**.${taxId.slice(2, 5)}.${taxId.slice(5, 8)}/${taxId.slice(8, 10)}**-**`;
}

/**
 * What its owner sees of it in their own session and under MEUS DADOS, which leads into one: its first three and last
 * two characters. They are enough to notice a wrong digit, and tell less than the middle (LGPD art. 6 III). `maskTaxId`
 * stands in neither: the two together are the whole number.
 */
export function maskOwnTaxId(taxId: TaxId): string {
  const [start, end] = [taxId.slice(0, 3), taxId.slice(-2)];
  if (taxIdKind(taxId) === 'cpf') return `${start}.***.***-${end}`;
  return `${start.slice(0, 2)}.${start.slice(2)}**.***/****-${end}`;
}
