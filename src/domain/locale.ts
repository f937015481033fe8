/** The languages of bot and pages (BCP 47). docs/add-a-language.md says what a further one needs. */
export const LOCALES = ['pt-BR', 'en'] as const;

export type Locale = (typeof LOCALES)[number];
