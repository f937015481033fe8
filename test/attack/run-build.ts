import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runProgram } from '../e2e/support/run-program.js';

/** Opens what an instance would open; `input` is what the caller passed. */
const OPEN = `
const [dist, passed] = process.argv.slice(1);
const input = JSON.parse(passed);
const load = (file) => import(dist + file);
const { createEventLog } = await load('src/adapters/logging/event-log.js');
const { checkEnvironment } = await load('src/main/check-environment.js');
const { openStorage } = await load('src/main/open-storage.js');
const log = createEventLog({ level: 'error' });
const onFatal = (error) => { throw error; };
const config = checkEnvironment(process.env);
const { createMemoryEventBus } = await load('src/adapters/memory/event-bus.js');
const { systemClock: clock } = await load('src/adapters/crypto/clock.js');
const { collectEvents } = await load('src/app/events/collect-events.js');
const { eventReaders } = await load('src/app/events/readers.js');
const { database, index, vault, ...storage } = await openStorage({ config, log, onFatal });
const readers = eventReaders({ bus: createMemoryEventBus() });
const store = collectEvents(storage.store, { readers, clock, log });
`;

/**
 * Runs a script on the parts of a build while no instance runs; the script finds `load`, `log`, `clock`,
 * `database`, `store` (its transactions collect events as the product's do), `index`, `vault` and `input`.
 * @param where.root the folder whose build it is
 * @param where.env what a program of the product is told to find its data
 * @returns what it printed
 * @throws when the script ends with anything but 0
 */
export async function runOnBuild(
  where: { readonly root: string; readonly env: Readonly<Record<string, string>> },
  script: string,
  input: unknown = null,
): Promise<string> {
  const dist = `${pathToFileURL(path.resolve(where.root, 'dist')).href}/`;
  const source = `${OPEN}${script}\nawait database.close();\nprocess.exit(0);`;
  const program = runProgram(
    ['--input-type=module', '-e', source, dist, JSON.stringify(input)],
    where.env,
  );
  const { code, stdout, stderr } = await program.ended;
  if (code !== 0) throw new Error(`the script ended with ${String(code)}:\n${stdout}\n${stderr}`);
  return stdout;
}
