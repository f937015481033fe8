import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { wasmFlags } from '../../support/wasm-flags.js';
import { until } from '../../support/until.js';

const PROGRAM = 'dist/src/main/start.js';
const READY_WITHIN_MS = 60_000;
/** In the language of `LOCALE`. */
const LISTENING = /\((?:escutando em|listening on) /;

export interface ProductProcess {
  readonly pid: number;
  /** Origin it listens on. */
  readonly url: string;
  /** Everything printed so far, stdout and stderr. */
  output(): string;
  hasEnded(): boolean;
  /** The one-time address of the admin's set-up, when it was printed. */
  setupUrl(): string | null;
  /** Resolves when /readyz names WhatsApp as ok. */
  untilWhatsApp(state?: 'ok' | 'not_paired'): Promise<void>;
  /** @returns the exit code, or null after a signal */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export interface ProductOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly simulator: { readonly waUrl: string; readonly rootKey: string };
  readonly env?: Readonly<Record<string, string>>;
  /** The folder whose build runs; this repository when left out. */
  readonly root?: string;
  /** Where people reach it; its own address when left out. */
  readonly publicUrl?: string;
}

/** Only what is given here decides how the product runs, not the machine's environment. */
function environment(options: ProductOptions): Record<string, string> {
  const { dataDir, port, simulator, env, publicUrl = `http://localhost:${port}` } = options;
  return {
    PATH: process.env['PATH'] ?? '',
    DATA_DIR: dataDir,
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    REGISTRATION: 'open',
    MALLOC_ARENA_MAX: '2',
    WHATSAPP_WS_URL: simulator.waUrl,
    WHATSAPP_ROOT_KEY: simulator.rootKey,
    ...env,
  };
}

/** Starts the compiled product as an operator would, and waits until it listens. */
export async function startProduct(options: ProductOptions): Promise<ProductProcess> {
  const program = path.resolve(options.root ?? '.', PROGRAM);
  const child = spawn(process.execPath, [...wasmFlags(), program], {
    env: environment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  }
  const output = (): string => printed.join('');
  const url = `http://localhost:${options.port}`;
  await until('the product to listen', () => LISTENING.test(output()) || hasEnded(child), {
    withinMs: READY_WITHIN_MS,
  });
  if (hasEnded(child)) throw new Error(`the product ended at start:\n${output()}`);
  if (child.pid === undefined) throw new Error('the product has no process');
  return {
    pid: child.pid,
    url,
    output,
    hasEnded: () => hasEnded(child),
    setupUrl: () => /http\S+\/admin\/setup\/\S+/.exec(output())?.[0] ?? null,
    untilWhatsApp: async (state = 'ok') => {
      await until(`WhatsApp to be ${state}`, async () => (await readiness(url)) === state, {
        withinMs: READY_WITHIN_MS,
      });
    },
    end: async (signal) => {
      if (hasEnded(child)) return child.exitCode;
      const exit = once(child, 'exit');
      child.kill(signal);
      await exit;
      return child.exitCode;
    },
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function readiness(url: string): Promise<string> {
  const response = await fetch(`${url}/readyz`);
  const body = (await response.json()) as { parts: { whatsapp: string } };
  return body.parts.whatsapp;
}
