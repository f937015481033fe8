import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copyEmbeddedTemplate } from '../../support/embedded-template.js';
import { freePort } from './free-port.js';
import { runProgram } from './run-program.js';

/** What `npm run demo` runs. */
export const DEMO = ['--conditions=development', '--import', 'tsx', 'src/dev/demo.ts'];

export interface Demo {
  /** The start page, which is the address that is printed first. */
  readonly start: string;
  /** Origin of the product. */
  readonly origin: string;
  /** Origin of the phones. */
  readonly phones: string;
  /** One-time address of the admin's set-up; null where there is an admin already. */
  readonly setupUrl: string | null;
  /** All that it printed. */
  readonly printed: string;
  /** Ends it by Ctrl-C. @returns what it printed as errors */
  stop(): Promise<string>;
}

export interface DemoHouse {
  /** Starts the demo with what earlier runs left. @param options as after `npm run demo --` */
  start(...options: readonly string[]): Promise<Demo>;
  /** Ends what runs. */
  stop(): Promise<void>;
  /** Ends what runs and removes the data. */
  end(): Promise<void>;
}

/** The demo on free ports with data of its own: product, phones, Google and start page, and what the bot thinks of each turn. */
export async function createDemoHouse(): Promise<DemoHouse> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'zap-demo-'));
  // Somebody's first start, which makes the database, is played by demo.test.ts.
  await copyEmbeddedTemplate(dataDir);
  const [product, simulator] = [await freePort(), await freePort()];
  const [google, startPage] = [await freePort(), await freePort()];
  const running: Demo[] = [];

  async function start(...options: readonly string[]): Promise<Demo> {
    const program = runProgram([...DEMO, ...options], {
      DATA_DIR: dataDir,
      PORT: String(product),
      SIMULATOR_PORT: String(simulator),
      GOOGLE_SIMULATOR_PORT: String(google),
      DEMO_PORT: String(startPage),
    });
    const stop = async (): Promise<string> => {
      program.signal('SIGINT', 'group');
      return (await program.ended).stderr;
    };
    try {
      await program.untilPrinted(/Ctrl-C encerra tudo/);
    } catch (error) {
      // It may have ended by itself, which is what the error says.
      if (!program.hasEnded()) await stop();
      throw error;
    }
    const printed = program.stdout();
    const demo: Demo = {
      start: `http://localhost:${startPage}`,
      origin: `http://localhost:${product}`,
      phones: `http://127.0.0.1:${simulator}`,
      setupUrl: /http\S+\/admin\/setup\/[\w-]{43}/.exec(printed)?.[0] ?? null,
      printed,
      stop: async () => {
        running.splice(running.indexOf(demo), 1);
        return stop();
      },
    };
    running.push(demo);
    return demo;
  }

  const stopAll = async (): Promise<void> => {
    for (const demo of [...running]) await demo.stop();
  };

  return {
    start,
    stop: stopAll,
    end: async () => {
      await stopAll();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
