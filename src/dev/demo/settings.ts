import { terminalLocale } from '#src/config/terminal-locale.js';
import type { Locale } from '#src/domain/locale.js';
import { DemoError } from './demo-error.js';

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

/** What the demo takes of the environment besides the product's own variables. @throws DemoError */
export function readSettings(env: NodeJS.ProcessEnv): DemoSettings {
  return {
    locale: terminalLocale(env),
    dataDir: env['DATA_DIR'] ?? DEMO_DATA,
    port: portIn(env['DEMO_PORT']),
    hasGoogle: (env['GOOGLE_CLIENT_ID'] ?? '') !== '',
  };
}

function portIn(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new DemoError((words) => words.noPort(text));
  return port;
}
