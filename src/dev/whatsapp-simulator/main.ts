import { z } from 'zod';
import { startSimulator, type Simulator } from './start-simulator.js';

/* A process of its own: SIMULATOR_PORT (3001), SIMULATOR_STATE (a path; none keeps nothing), SIMULATOR_FRAMED_BY (an origin). */

const environment = z.object({
  SIMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
  SIMULATOR_STATE: z.string().min(1).optional(),
  SIMULATOR_FRAMED_BY: z.url().optional(),
});

function explain(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'The port is in use. Set SIMULATOR_PORT to another one.';
  }
  return error instanceof Error ? error.message : String(error);
}

function endWith(error: unknown): never {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}

/** Ends at a signal, and with the process that forked it, however that one ended. */
function endWhenAsked(simulator: Simulator): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    simulator.close().then(() => process.exit(0), endWith);
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  process.once('disconnect', end);
  // The other one may have gone while this one started.
  if (process.send !== undefined && !process.connected) end();
}

try {
  const { SIMULATOR_PORT: port, ...rest } = environment.parse(process.env);
  const { SIMULATOR_STATE: stateFile, SIMULATOR_FRAMED_BY: framedBy } = rest;
  const simulator = await startSimulator({
    port,
    ...(stateFile === undefined ? {} : { stateFile }),
    ...(framedBy === undefined ? {} : { framedBy }),
  });
  endWhenAsked(simulator);
  const { url, waUrl, rootKey } = simulator;
  process.stdout.write(`WhatsApp simulado: ${url}\n`);
  if (process.connected) process.send?.({ ready: true, url, waUrl, rootKey });
} catch (error) {
  endWith(error);
}
