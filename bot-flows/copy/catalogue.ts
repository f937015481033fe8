import type { Locale } from '#src/domain/locale.js';
import { en } from './en/copy.js';
import { ptBr } from './pt-br/copy.js';

/** One language: what the bot says and understands. The Portuguese one says what it consists of. */
export type Copy = typeof ptBr;

/** Every language of the bot; one that is missing, or lacks a text, does not compile. */
export const COPY: Readonly<Record<Locale, Copy>> = { 'pt-BR': ptBr, en };

/** What a person may write is understood in every language, whichever the bot speaks. */
export const LANGUAGES: readonly Copy[] = Object.values(COPY);
