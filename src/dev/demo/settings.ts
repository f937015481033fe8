import type { Locale } from '#src/domain/locale.js';
import { OperatorError } from '#src/main/operator-error.js';
import { localeNamed } from './words/catalogue.js';

/** The demo keeps its data apart from a real installation's. */
const DEMO_DATA = './data/demo';

export interface DemoSettings {
  /** Of the terminal and the start page; another name than those that there are is refused with the configuration. */
  readonly locale: Locale;
  readonly dataDir: string;
  /** Of the start page; undefined: the usual one, or any free one. */
  readonly port: number | undefined;
  /** The environment names a real Google. */
  readonly hasGoogle: boolean;
}

/** What the demo takes of the environment besides the product's own variables. @throws OperatorError */
export function readSettings(env: NodeJS.ProcessEnv): DemoSettings {
  return {
    locale: localeNamed(env['LOCALE']) ?? 'pt-BR',
    dataDir: env['DATA_DIR'] ?? DEMO_DATA,
    port: portIn(env['DEMO_PORT']),
    hasGoogle: (env['GOOGLE_CLIENT_ID'] ?? '') !== '',
  };
}

function portIn(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new OperatorError(`DEMO_PORT: ${text} is no port (0 to 65535).`);
  return port;
}
