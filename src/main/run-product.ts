import { createEventLog } from '#src/adapters/logging/event-log.js';
import type { Config } from '#src/config/config.js';
import { terminalLocale } from '#src/config/terminal-locale.js';
import type { Locale } from '#src/domain/locale.js';
import { boundHeap } from './bound-heap.js';
import { checkEnvironment } from './check-environment.js';
import { compose, type Product } from './compose/compose.js';
import { reportFault } from './report-fault.js';
import type { StopOrder } from './stop-order.js';
import { TERMINAL_WORDS } from './words/catalogue.js';

/** Ends the process with what an operator can read, and the exit code that goes with it. */
function endWith(error: unknown, locale: Locale): never {
  const { text, exitCode } = reportFault(error, locale);
  process.stderr.write(`${text}\n`);
  process.exit(exitCode);
}

/** What a person at the terminal needs next; the log beside it is for machines. */
async function greet(product: Product, config: Config, url: string): Promise<void> {
  const setupUrl = (await product.web?.adminSetup.announce()) ?? null;
  const { start } = TERMINAL_WORDS[config.locale];
  const lines = [start.listening(config.publicUrl, url)];
  if (setupUrl !== null) {
    lines.push(start.setup, `  ${setupUrl}`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

/**
 * Opens, serves, and stops when told to: one after the other, so that a signal in the middle of the start never closes
 * what the next step of the start still uses. A start that is told to stop goes on to the end of its present step.
 */
async function run(
  variables: Readonly<Record<string, string | undefined>>,
  stop: StopOrder,
  end: (error: unknown) => never,
): Promise<void> {
  const config = checkEnvironment(variables);
  const log = createEventLog({ level: config.logLevel });
  if (config.note !== null) log.warn('config.cleaned', { detail: config.note });
  if (stop.signal() !== null) return;
  const product = await compose({ config, log, onFatal: end });
  if (stop.signal() === null) {
    const address = await product.start();
    boundHeap();
    if (address !== null) await greet(product, config, address.url);
  }
  log.info('product.stopping', { signal: await stop.asked });
  await product.stop();
}

/** Runs the product until a signal ends it (exit code 0) or a fault does (report-fault.ts). Never returns. */
export function runProduct(
  variables: Readonly<Record<string, string | undefined>>,
  stop: StopOrder,
): void {
  const locale = terminalLocale(variables);
  const end = (error: unknown): never => endWith(error, locale);
  process.on('unhandledRejection', end);
  process.on('uncaughtException', end);
  run(variables, stop, end).then(() => process.exit(0), end);
}
