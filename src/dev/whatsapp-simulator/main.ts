import { z } from 'zod';
import { endWhenAsked, tellParent } from '../forked.js';
import { startSimulator } from './start-simulator.js';

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

try {
  const { SIMULATOR_PORT: port, ...rest } = environment.parse(process.env);
  const { SIMULATOR_STATE: stateFile, SIMULATOR_FRAMED_BY: framedBy } = rest;
  const simulator = await startSimulator({
    port,
    ...(stateFile === undefined ? {} : { stateFile }),
    ...(framedBy === undefined ? {} : { framedBy }),
  });
  endWhenAsked(simulator, endWith);
  const { url, waUrl, rootKey } = simulator;
  process.stdout.write(`WhatsApp simulado: ${url}\n`);
  tellParent({ ready: true, url, waUrl, rootKey });
} catch (error) {
  endWith(error);
}
