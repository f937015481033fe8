import fc from 'fast-check';

/**
 * The two check digits by the rule of the Receita, written apart from the product and its library: weights grow from
 * 2 at the right (back to 2 after 9 in a CNPJ), a character counts as its ASCII code less 48.
 */
export function checkDigits(root: string): string {
  const longestWeight = root.length === 9 ? 11 : 9;
  const next = (text: string): string => {
    let weight = 2;
    let sum = 0;
    for (const character of Array.from(text).reverse()) {
      sum += (character.charCodeAt(0) - 48) * weight;
      weight = weight === longestWeight ? 2 : weight + 1;
    }
    const rest = sum % 11;
    return text + (rest < 2 ? 0 : 11 - rest).toString();
  };
  return next(next(root)).slice(root.length);
}

/** Valid CPFs, without the ten that repeat one digit. */
export const anyCpf = fc
  .stringMatching(/^\d{9}$/)
  .filter((root) => !/^(.)\1+$/.test(root))
  .map((root) => root + checkDigits(root));

/** Valid CNPJs with at least one letter. */
export const anyLetteredCnpj = fc
  .stringMatching(/^[\dA-Z]{12}$/)
  .filter((root) => /[A-Z]/.test(root))
  .map((root) => root + checkDigits(root));

/** Valid CNPJs, with or without letters. */
export const anyCnpj = fc.oneof(
  fc.stringMatching(/^\d{8}000[1-9]$/).map((root) => root + checkDigits(root)),
  anyLetteredCnpj,
);

export function punctuated(taxId: string): string {
  const cpf = /^(...)(...)(...)(..)$/;
  if (cpf.test(taxId)) return taxId.replace(cpf, '$1.$2.$3-$4');
  return taxId.replace(/^(..)(...)(...)(....)(..)$/, '$1.$2.$3/$4-$5');
}
