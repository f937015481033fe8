import { en } from './en.js';
import { ptBr, type ConfigWords } from './pt-br.js';

/** What is wrong with a configuration, in every language that `LOCALE` may name. */
export const CONFIG_WORDS = { 'pt-BR': ptBr, en } as const satisfies Readonly<
  Record<string, ConfigWords>
>;

export type ConfigLocale = keyof typeof CONFIG_WORDS;

export type { ConfigWords };
