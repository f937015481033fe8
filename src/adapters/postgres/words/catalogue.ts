import type { Locale } from '#src/domain/locale.js';
import { en } from './en.js';
import { ptBr, type DatabaseWords } from './pt-br.js';

/** What an operator is told about a database that cannot be used, in every language. */
export const DATABASE_WORDS: Readonly<Record<Locale, DatabaseWords>> = { 'pt-BR': ptBr, en };

export type { DatabaseWords };
