import { runOnBuild } from './run-build.js';

/**
 * The product's own sweep, once: a running product sweeps every five minutes. Notices that were held back and are due go
 * into the outbox first, as they would at the next start.
 */
const SCRIPT = `
const { systemRandom: random } = await load('src/adapters/crypto/random.js');
const { createEraseAccounts } = await load('src/app/account/erase-accounts.js');
const { createSweep } = await load('src/app/upkeep/sweep.js');
const { createJoinedNotices } = await load('src/app/delivery/joined-notices.js');
const copy = { deleted: () => 'Apagamos tudo.', joined: () => 'Avisos' };
const eraseAccounts = createEraseAccounts({ store, clock, random, copy });
await createJoinedNotices({ store, clock, random, log, copy })();
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
