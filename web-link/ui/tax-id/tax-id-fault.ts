import type { parseTaxId } from '#src/domain/tax-id.js';
import type { Words } from '../../words/catalogue.js';

type TaxIdRefusal = Extract<ReturnType<typeof parseTaxId>, { ok: false }>['error'];

/** What is wrong with a CPF or CNPJ, for the person who typed it. */
export function taxIdFaultOf(words: Words, { code }: TaxIdRefusal): string {
  switch (code) {
    case 'tax_id_missing':
      return words.login.taxIdMissing;
    case 'tax_id_wrong_length':
      return words.login.taxIdWrongLength;
    case 'tax_id_wrong_digit':
      return words.login.taxIdWrongDigit;
  }
}
