import { createEventLog } from '#src/adapters/logging/event-log.js';
import type { Config } from '#src/config/config.js';
import { boundHeap } from './bound-heap.js';
import { checkEnvironment } from './check-environment.js';
import { compose, type Product } from './compose.js';
import { reportFault } from './report-fault.js';

/** A stop that takes longer than this is cut short. */
const STOP_WITHIN_MS = 10_000;

function end(error: unknown): never {
  const { text, exitCode } = reportFault(error);
  process.stderr.write(`${text}\n`);
  process.exit(exitCode);
}

/** What a person at the terminal needs next; the log beside it is for machines. */
async function greet(product: Product, config: Config, url: string): Promise<void> {
  const setupUrl = (await product.web?.adminSetup.announce()) ?? null;
  const lines = [`zap-login: ${config.publicUrl} (listening on ${url})`];
  if (setupUrl !== null) {
    lines.push(
      'First start: set the admin password within 30 minutes at this one-time address:',
      `  ${setupUrl}`,
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

function stopOnSignals(product: Product): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    product.ground.log.info('product.stopping', { signal });
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    product.stop().then(() => process.exit(0), end);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function main(): Promise<void> {
  const config = checkEnvironment(process.env);
  const log = createEventLog({ level: config.logLevel });
  const product = await compose({ config, log, onFatal: end });
  stopOnSignals(product);
  const address = await product.start();
  boundHeap();
  if (address !== null) await greet(product, config, address.url);
}

process.on('unhandledRejection', end);
process.on('uncaughtException', end);
main().catch(end);
