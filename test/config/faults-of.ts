import { ConfigError, readConfig } from '#src/config/config.js';

/** What is wrong with these variables, a sentence each; in English unless LOCALE names another language. */
export function faultsOf(variables: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig({ LOCALE: 'en', ...variables });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}
