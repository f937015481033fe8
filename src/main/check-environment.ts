import { parseMasterKeys } from '#src/adapters/crypto/master-key.js';
import { cleanVariables } from '#src/config/clean-variables.js';
import { ConfigError, readConfig, type Config } from '#src/config/config.js';
import { terminalLocale } from '#src/config/terminal-locale.js';

/**
 * The configuration, with the master key looked at, too: an operator sees every fault at once (security case 54).
 * @throws ConfigError
 */
export function checkEnvironment(variables: Readonly<Record<string, string | undefined>>): Config {
  const locale = terminalLocale(variables);
  const masterKey = cleanVariables(variables, ['MASTER_KEY']).variables['MASTER_KEY'] ?? '';
  const keys = masterKey === '' ? null : parseMasterKeys(masterKey);
  const keyFaults = keys?.ok === false ? [keys.error.told[locale]] : [];
  try {
    const config = readConfig(variables);
    if (keyFaults.length > 0) throw new ConfigError([], locale);
    return config;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new ConfigError([...error.faults, ...keyFaults], locale);
  }
}
