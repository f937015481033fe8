import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../e2e/support/free-port.js';
import { runProgram } from '../e2e/support/run-program.js';

/** What `npm run demo` runs. */
const DEMO = ['--conditions=development', '--import', 'tsx', 'src/dev/demo.ts'];

export interface Demo {
  /** Origin of the product. */
  readonly origin: string;
  /** Origin of the phones. */
  readonly phones: string;
  /** One-time address of the admin's set-up. */
  readonly setupUrl: string;
  /** Ends it and removes its data. */
  end(): Promise<void>;
}

/** The demo on free ports with data of its own: product, phones and Google, and what the bot thinks of each turn. */
export async function startDemo(): Promise<Demo> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'zap-pictures-'));
  const [product, simulator, google] = [await freePort(), await freePort(), await freePort()];
  const program = runProgram(DEMO, {
    DATA_DIR: dataDir,
    PORT: String(product),
    SIMULATOR_PORT: String(simulator),
    GOOGLE_SIMULATOR_PORT: String(google),
  });
  const end = async (): Promise<void> => {
    program.signal('SIGINT', 'group');
    await program.ended;
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const [setupUrl] = await program.untilPrinted(/http\S+\/admin\/setup\/[\w-]{43}/);
    const origin = `http://localhost:${product}`;
    return { origin, phones: `http://127.0.0.1:${simulator}`, setupUrl, end };
  } catch (error) {
    await end();
    throw error;
  }
}
