import { z } from 'zod';
import { forkProgram, type ForkedProgram } from './fork-program.js';

const Ready = z.object({
  ready: z.literal(true),
  issuer: z.string(),
  client: z.object({ id: z.string(), secret: z.string() }),
});

/** Starts the simulated Google in a process of its own, which ends with this one. */
export function startGoogleProcess(
  onExit: (code: number | null) => void,
): Promise<ForkedProgram<z.infer<typeof Ready>>> {
  return forkProgram({
    main: new URL('../google-simulator/main.ts', import.meta.url),
    env: {},
    message: Ready,
    cannotStart: (words) => words.noGoogle,
    onExit,
  });
}
