import { plainText } from './plain-text.js';
import { fail, ok, type Result } from './result.js';
import {
  digitCandidates,
  letteredCnpjCandidates,
  rowsOfDigits,
  type TaxIdCandidate,
} from './tax-id-candidates.js';
import { checkTaxId, type TaxId } from './tax-id.js';

/** UTF-16 units that are read; an answer with a CPF in it is far shorter, and a stranger chooses the length. */
const LONGEST_TEXT = 10_000;
/** A row of digits this long was meant as a number even in the middle of a sentence (a CPF is 11). */
const CLEARLY_A_NUMBER = 8;
/** Below this it is a menu choice or a count ("tenho 2 contas"). */
const SHORTEST_NUMBER = 4;
/** People send their own and one more. */
const LISTED = 3;

interface Finding {
  readonly taxId: TaxId;
  readonly candidate: TaxIdCandidate;
}

export interface FoundTaxId {
  readonly taxId: TaxId;
  /** Nothing else with letters or digits was sent; otherwise ask whether the masked number is the right one. */
  readonly alone: boolean;
}

/**
 * Finds the CPF or CNPJ in a chat message, whatever text is around it, when exactly one different valid number is in
 * the first 10,000 characters.
 * - `tax_id_several`: two or more different valid numbers.
 * - `tax_id_wrong_digit`: something as long as a CPF or CNPJ, with check digits that do not fit.
 * - `tax_id_wrong_length`: a number, but of another length.
 * - `tax_id_missing`: nothing like a number.
 */
export function findTaxId(text: string): Result<
  FoundTaxId,
  {
    code: 'tax_id_missing' | 'tax_id_wrong_length' | 'tax_id_wrong_digit' | 'tax_id_several';
  }
> {
  const plain = plainText(text.slice(0, LONGEST_TEXT));
  const lettered = letteredCnpjCandidates(plain);
  const cnpjs = valid(lettered);
  // The digits of a CNPJ that was read whole are not read again.
  const digits = digitCandidates(without(plain, cnpjs));
  const findings = [...cnpjs, ...valid(digits)];

  const [first] = findings;
  if (!first) return fail({ code: whyNone(plain, [...lettered, ...digits]) });
  if (findings.some(({ taxId }) => taxId !== first.taxId)) return fail({ code: 'tax_id_several' });
  // Numbers with and without letters differ, so the findings left here are all of one kind and of one text.
  const alone = !/[\p{L}\p{N}]/u.test(without(plain, findings));
  return ok({ taxId: first.taxId, alone });
}

/** The different valid numbers of a text, in its order; at most `LISTED`. */
export function severalIn(text: string): readonly TaxId[] {
  const plain = plainText(text.slice(0, LONGEST_TEXT));
  const cnpjs = valid(letteredCnpjCandidates(plain));
  const findings = [...cnpjs, ...valid(digitCandidates(without(plain, cnpjs)))];
  return [...new Set(findings.map(({ taxId }) => taxId))].slice(0, LISTED);
}

/**
 * The text as it is read (see plain-text.ts) with `|` in place of each valid CPF and CNPJ; and what of the rest is
 * written like a CNPJ with letters whose check digits do not fit, without punctuation and in capitals.
 */
export function setTaxIdsAside(text: string): {
  readonly rest: string;
  readonly misspelt: readonly string[];
} {
  const plain = plainText(text.slice(0, LONGEST_TEXT));
  const withoutCnpjs = without(plain, valid(letteredCnpjCandidates(plain)));
  const rest = without(withoutCnpjs, valid(digitCandidates(withoutCnpjs)));
  const misspelt = letteredCnpjCandidates(rest).map(({ characters }) => characters.toUpperCase());
  return { rest, misspelt };
}

function valid(candidates: TaxIdCandidate[]): Finding[] {
  return candidates.flatMap((candidate) => {
    const checked = checkTaxId(candidate.characters);
    return checked.ok ? [{ taxId: checked.value, candidate }] : [];
  });
}

/** The text with a mark, which is no separator, in place of each finding. Takes findings of one text, in its order. */
function without(text: string, findings: Finding[]): string {
  let rest = '';
  let at = 0;
  for (const { candidate } of findings) {
    if (candidate.start < at) continue;
    rest += `${text.slice(at, candidate.start)}|`;
    at = candidate.end;
  }
  return rest + text.slice(at);
}

function whyNone(
  text: string,
  candidates: TaxIdCandidate[],
): 'tax_id_missing' | 'tax_id_wrong_length' | 'tax_id_wrong_digit' {
  if (candidates.length > 0) return 'tax_id_wrong_digit';
  const longest = Math.max(
    0,
    ...rowsOfDigits(text).map((row) => row.reduce((sum, piece) => sum + piece.text.length, 0)),
  );
  if (longest >= CLEARLY_A_NUMBER) return 'tax_id_wrong_length';
  const digits = text.replace(/\D/g, '').length;
  const letters = text.replace(/[^\p{L}]/gu, '').length;
  return longest >= SHORTEST_NUMBER && digits >= letters ? 'tax_id_wrong_length' : 'tax_id_missing';
}
