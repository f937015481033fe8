import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { wasmFlags } from '../../support/wasm-flags.js';
import { until } from '../../support/until.js';

export interface Ending {
  /** null after a signal. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningProgram {
  readonly pid: number;
  stdout(): string;
  stderr(): string;
  hasEnded(): boolean;
  /** The first match in what was printed on stdout. Rejects at once when the program ends without. */
  untilPrinted(pattern: RegExp): Promise<RegExpExecArray>;
  /** @param to `group` also reaches its children, as Ctrl-C in a terminal does */
  signal(signal: NodeJS.Signals, to?: 'process' | 'group'): void;
  /** Resolves when the program has ended, and with it every child that shares its output. */
  readonly ended: Promise<Ending>;
}

const WITHIN_MS = 100_000;

/**
 * Runs Node with these arguments in a process group of its own. Only `env` decides how, not the
 * machine's environment.
 */
export function runProgram(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): RunningProgram {
  const child = spawn(process.execPath, [...wasmFlags(), ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('the program has no process');
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => (printed[name] += text));
  }
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const ended = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    ...printed,
  }));
  return {
    pid,
    stdout: () => printed.stdout,
    stderr: () => printed.stderr,
    hasEnded,
    ended,
    untilPrinted: (pattern) =>
      until(
        `the program to print ${pattern.source}`,
        () => {
          const found = pattern.exec(printed.stdout);
          if (found === null && hasEnded())
            throw new Error(`the program ended:\n${printed.stdout}\n${printed.stderr}`);
          return found;
        },
        { withinMs: WITHIN_MS },
      ),
    signal: (signal, to = 'process') => {
      if (!hasEnded() || to === 'group') process.kill(to === 'group' ? -pid : pid, signal);
    },
  };
}
