/** Marks go before NFKC: sorting a long run of combining marks is quadratic in ICU. */
const INVISIBLE_OR_MARK = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{M}]/gu;
const DASH = /[\p{Pd}\u2212]/gu;

/**
 * Text as a person meant it, for reading numbers out of it: full-width and styled digits become ASCII (NFKC),
 * zero-width, bidi and combining characters (keycap emoji are a digit with two of them) are dropped, every dash
 * becomes `-`. Accents are not kept, so this is no way to clean a name. Never fails; time is linear in the input.
 */
export function plainText(input: string): string {
  return input.replace(INVISIBLE_OR_MARK, '').normalize('NFKC').replace(DASH, '-');
}
