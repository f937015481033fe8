import type { Locale } from '#src/domain/locale.js';
import type { Brand } from '../brand/brand.js';
import type { WebSettings } from '../settings.js';
import { en } from './en/words.js';
import { ptBr } from './pt-br/words.js';

type Language = typeof ptBr;

/** Every language of the pages; one that is missing, or lacks a text, does not compile. */
export const WORDS: Readonly<Record<Locale, Language>> = { 'pt-BR': ptBr, en };

/** What the pages are written with. */
export interface Words extends Language {
  /** IANA name of the zone that times are told in. */
  readonly timeZone: string;
  /** Whose login this is. */
  readonly brand: Brand;
}

export type AdminWords = Language['admin'];
export type WhatsAppWords = AdminWords['whatsapp'];
export type PeopleAreaWords = Language['peopleArea'];
export type ClaimWords = Language['claim'];
export type ListenWords = Language['listen'];
export type LoopWords = Language['loop'];
export type PrivacyWords = Language['privacy'];

export function wordsFor({
  locale,
  timeZone,
  brand,
}: Pick<WebSettings, 'locale' | 'timeZone' | 'brand'>): Words {
  return { ...WORDS[locale], timeZone, brand };
}
