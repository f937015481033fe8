import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { OperatorError } from '#src/main/operator-error.js';

const Ready = z.object({
  ready: z.literal(true),
  url: z.string(),
  waUrl: z.string(),
  rootKey: z.string(),
});

export interface SimulatorProcess {
  /** The phones' page and the control API. */
  readonly url: string;
  readonly waUrl: string;
  readonly rootKey: string;
  /** From now on its end is no accident. */
  expectExit(): void;
}

/** Starts the simulated WhatsApp in a process of its own, which ends with this one. */
export async function startSimulatorProcess(input: {
  readonly port: string | undefined;
  readonly stateFile: string;
  readonly onExit: (code: number | null) => void;
}): Promise<SimulatorProcess> {
  const main = fileURLToPath(new URL('../whatsapp-simulator/main.ts', import.meta.url));
  const child = fork(main, {
    execArgv: ['--conditions=development', '--import', 'tsx'],
    env: {
      ...process.env,
      ...(input.port === undefined ? {} : { SIMULATOR_PORT: input.port }),
      SIMULATOR_STATE: input.stateFile,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let expected = false;
  const ready = await new Promise<z.infer<typeof Ready>>((resolve, reject) => {
    child.on('message', (message) => {
      const parsed = Ready.safeParse(message);
      if (parsed.success) resolve(parsed.data);
    });
    child.once('exit', () =>
      reject(new OperatorError('The simulated WhatsApp could not start; its message is above.')),
    );
  });
  child.once('exit', (code) => {
    if (!expected) input.onExit(code);
  });
  return {
    url: ready.url,
    waUrl: ready.waUrl,
    rootKey: ready.rootKey,
    expectExit: () => {
      expected = true;
    },
  };
}
