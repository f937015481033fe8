import { cleanVariables } from './clean-variables.js';
import { CONFIG_WORDS, type ConfigLocale } from './words/catalogue.js';

const LANGUAGES = Object.keys(CONFIG_WORDS) as ConfigLocale[];
const DEFAULT: ConfigLocale = 'pt-BR';

/**
 * The language in which the terminal is spoken to, also about a configuration that cannot be read: that of `LOCALE`,
 * or Portuguese where it names none that there is.
 */
export function terminalLocale(given: Readonly<Record<string, string | undefined>>): ConfigLocale {
  const { LOCALE } = cleanVariables(given, ['LOCALE']).variables;
  return LANGUAGES.find((language) => language === LOCALE) ?? DEFAULT;
}
