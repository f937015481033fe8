/** The languages of bot and pages (BCP 47). docs/add-a-language.md says what a further one needs. */
export const LOCALES = ['pt-BR', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

/** One text in every language: for what is said before it is known who reads it, or in which language. */
export type Told = Readonly<Record<Locale, string>>;

/** The same text of every language's catalogue, with its parameters filled in. */
export function inEach<Words>(
  catalogue: Readonly<Record<Locale, Words>>,
  say: (words: Words) => string,
): Told {
  return { 'pt-BR': say(catalogue['pt-BR']), en: say(catalogue.en) };
}
