import { LOCALES, type Locale } from '#src/domain/locale.js';
import type { DemoWords, Utterances } from './demo-words.js';
import { en, enUtterances } from './en.js';
import { ptBr, ptBrUtterances } from './pt-br.js';

export const DEMO_WORDS: Readonly<Record<Locale, DemoWords>> = { 'pt-BR': ptBr, en };

/** By the language of the bot. */
export const UTTERANCES: Readonly<Record<Locale, Utterances>> = {
  'pt-BR': ptBrUtterances,
  en: enUtterances,
};

/** The language of this name, or null. */
export function localeNamed(name: string | undefined): Locale | null {
  return LOCALES.find((locale) => locale === name) ?? null;
}
