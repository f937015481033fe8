import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runProgram } from '../e2e/support/run-program.js';

/** The product's own sweep, once, out of its build: a running product sweeps every five minutes. */
const SCRIPT = `
const [dist] = process.argv.slice(1);
const load = (file) => import(dist + file);
const { createEventLog } = await load('src/adapters/logging/event-log.js');
const { createMemoryEventBus } = await load('src/adapters/memory/event-bus.js');
const { systemClock: clock } = await load('src/adapters/crypto/clock.js');
const { systemRandom: random } = await load('src/adapters/crypto/random.js');
const { checkEnvironment } = await load('src/main/check-environment.js');
const { openStorage } = await load('src/main/open-storage.js');
const { createEraseAccounts } = await load('src/app/erase-accounts.js');
const { createSweep } = await load('src/app/sweep.js');
const log = createEventLog({ level: 'error' });
const onFatal = (error) => { throw error; };
const { store, database } = await openStorage({ config: checkEnvironment(process.env), log, onFatal });
const bus = createMemoryEventBus();
const copy = { deleted: () => 'Apagamos tudo.' };
const eraseAccounts = createEraseAccounts({ store, clock, random, bus, copy });
await createSweep({ store, clock, log, eraseAccounts })();
const faults = await store.sweepFaults.list();
await database.close();
process.exit(faults.length === 0 ? 0 : 1);
`;

/**
 * Sweeps while no instance runs.
 * @param root the folder whose build sweeps
 * @throws when a step of the sweep failed
 */
export async function sweepOnce(
  root: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const dist = `${pathToFileURL(path.resolve(root, 'dist')).href}/`;
  const program = runProgram(['--input-type=module', '-e', SCRIPT, dist], env);
  const { code, stdout, stderr } = await program.ended;
  if (code !== 0) throw new Error(`the sweep ended with ${String(code)}:\n${stdout}\n${stderr}`);
}
