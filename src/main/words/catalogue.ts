import type { Locale } from '#src/domain/locale.js';
import { en } from './en.js';
import { ptBr } from './pt-br.js';

export type TerminalWords = typeof ptBr;

/** What the product says to its operator in the terminal, in every language. The log beside it stays English. */
export const TERMINAL_WORDS: Readonly<Record<Locale, TerminalWords>> = { 'pt-BR': ptBr, en };
