import type { Locale } from '#src/domain/locale.js';
import { en } from './en.js';
import { ptBr, type KeyWords } from './pt-br.js';

/** What an operator is told about a master key that cannot be used, in every language. */
export const KEY_WORDS: Readonly<Record<Locale, KeyWords>> = { 'pt-BR': ptBr, en };

export type { KeyWords };
