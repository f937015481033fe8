import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { DemoError } from './demo-error.js';
import type { TerminalWords } from './words/demo-words.js';

export interface ForkedProgram<Ready> {
  /** What it said when it was ready. */
  readonly ready: Ready;
  /** From now on its exit is expected. */
  expectExit(): void;
}

/**
 * Starts a program of this repository in a process of its own, which ends with this one.
 * @throws DemoError when it ends before it is ready
 */
export async function forkProgram<Ready>(input: {
  readonly main: URL;
  readonly env: Readonly<Record<string, string>>;
  /** The message it sends when it is ready. */
  readonly message: z.ZodType<Ready>;
  /** For the operator; the program's own message is on stderr. */
  readonly cannotStart: (words: TerminalWords) => string;
  readonly onExit: (code: number | null) => void;
}): Promise<ForkedProgram<Ready>> {
  const child = fork(fileURLToPath(input.main), {
    execArgv: ['--conditions=development', '--import', 'tsx'],
    env: { ...process.env, ...input.env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let expected = false;
  const ready = await new Promise<Ready>((resolve, reject) => {
    child.on('message', (message) => {
      const parsed = input.message.safeParse(message);
      if (parsed.success) resolve(parsed.data);
    });
    child.once('exit', () => reject(new DemoError(input.cannotStart)));
  });
  child.once('exit', (code) => {
    if (!expected) input.onExit(code);
  });
  return {
    ready,
    expectExit: () => {
      expected = true;
    },
  };
}
