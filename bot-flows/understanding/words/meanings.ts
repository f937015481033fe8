/**
 * How people write what a meaning stands for: single words, separated by spaces, and phrases, separated by `|`; all in
 * small letters without accents, spelt right. Abbreviations, stretched letters, spelling by ear and slips are read as these.
 */
export type Meanings = Readonly<
  Record<string, { readonly words?: string; readonly phrases?: string }>
>;
