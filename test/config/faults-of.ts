import { ConfigError, readConfig } from '#src/config/config.js';

/** What is wrong with these variables, a sentence each. */
export function faultsOf(variables: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(variables);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}
