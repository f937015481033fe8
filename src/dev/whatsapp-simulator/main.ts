import { z } from 'zod';
import { startSimulator, type Simulator } from './start-simulator.js';

/* A process of its own: SIMULATOR_PORT (3001), SIMULATOR_STATE (a path; none keeps nothing). */

const environment = z.object({
  SIMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
  SIMULATOR_STATE: z.string().min(1).optional(),
});

function explain(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'The port is in use. Set SIMULATOR_PORT to another one.';
  }
  return error instanceof Error ? error.message : String(error);
}

function endOnSignal(simulator: Simulator): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void simulator.close().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${explain(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}

try {
  const { SIMULATOR_PORT: port, SIMULATOR_STATE: stateFile } = environment.parse(process.env);
  const simulator = await startSimulator({
    port,
    ...(stateFile === undefined ? {} : { stateFile }),
  });
  endOnSignal(simulator);
  const { url, waUrl, rootKey } = simulator;
  process.stdout.write(`WhatsApp simulado: ${url}\n`);
  process.send?.({ ready: true, url, waUrl, rootKey });
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
