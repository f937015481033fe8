import { z } from 'zod';
import { forkProgram } from './fork-program.js';

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
  /** From now on its exit is expected. */
  expectExit(): void;
}

/** Starts the simulated WhatsApp in a process of its own, which ends with this one. */
export async function startSimulatorProcess(input: {
  readonly port: string | undefined;
  readonly stateFile: string;
  /** The origin of the start page, which shows the phones in a frame. */
  readonly framedBy: string;
  readonly onExit: (code: number | null) => void;
}): Promise<SimulatorProcess> {
  const program = await forkProgram({
    main: new URL('../whatsapp-simulator/main.ts', import.meta.url),
    env: {
      ...(input.port === undefined ? {} : { SIMULATOR_PORT: input.port }),
      SIMULATOR_STATE: input.stateFile,
      SIMULATOR_FRAMED_BY: input.framedBy,
    },
    message: Ready,
    cannotStart: (words) => words.noSimulator,
    onExit: input.onExit,
  });
  const { url, waUrl, rootKey } = program.ready;
  return { url, waUrl, rootKey, expectExit: () => program.expectExit() };
}
