import type { Locale } from '#src/domain/locale.js';
import { en } from './en.js';
import { ptBr, type TerminalWords } from './pt-br.js';

/** What the product says to its operator in the terminal, in every language. The log beside it stays English. */
export const TERMINAL_WORDS: Readonly<Record<Locale, TerminalWords>> = { 'pt-BR': ptBr, en };

export type { TerminalWords };
