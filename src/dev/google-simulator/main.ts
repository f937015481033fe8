import { z } from 'zod';
import { endWhenAsked, tellParent } from '../forked.js';
import { startGoogleSimulator, type GoogleSimulator } from './start-google-simulator.js';

/* A process of its own: GOOGLE_SIMULATOR_PORT (3002, or any free one when that is taken). */

const USUAL_PORT = 3002;

const environment = z.object({
  GOOGLE_SIMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
});

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/** Without a port that was asked for, any free one is taken, since the address is printed. */
async function start(port: number | undefined): Promise<GoogleSimulator> {
  if (port !== undefined) return startGoogleSimulator({ port, name: 'localhost' });
  try {
    return await startGoogleSimulator({ port: USUAL_PORT, name: 'localhost' });
  } catch (error) {
    if (!isTaken(error)) throw error;
    return startGoogleSimulator({ port: 0, name: 'localhost' });
  }
}

function explain(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  if (isTaken(error)) return 'The port is in use. Set GOOGLE_SIMULATOR_PORT to another one.';
  return error instanceof Error ? error.message : String(error);
}

function endWith(error: unknown): never {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}

try {
  const { GOOGLE_SIMULATOR_PORT: port } = environment.parse(process.env);
  const simulator = await start(port);
  endWhenAsked(simulator, endWith);
  const { issuer, client } = simulator;
  process.stdout.write(`Google simulado: ${issuer}\n`);
  tellParent({ ready: true, issuer, client });
} catch (error) {
  endWith(error);
}
