import { runOnBuild } from './run-build.js';

/** The product's own sweep, once: a running product sweeps every five minutes. */
const SCRIPT = `
const { systemRandom: random } = await load('src/adapters/crypto/random.js');
const { createEraseAccounts } = await load('src/app/account/erase-accounts.js');
const { createSweep } = await load('src/app/upkeep/sweep.js');
const copy = { deleted: () => 'Apagamos tudo.' };
const eraseAccounts = createEraseAccounts({ store, clock, random, copy });
// As the running product does every quarter of a minute: what has expired can be swept.
await store.outbox.expire(clock.now());
await createSweep({ store, clock, log, eraseAccounts })();
const faults = await store.sweepFaults.list();
if (faults.length > 0) throw new Error(JSON.stringify(faults));
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
  await runOnBuild({ root, env }, SCRIPT);
}
