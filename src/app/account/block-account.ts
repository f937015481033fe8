import { sessionsRevoked, type News } from '../shared/after-commit.js';
import { revokePendingSignIns } from './revoke-pending-sign-ins.js';
import type { BlockedBy } from '../ports/tables/accounts.js';
import type { Tables } from '../ports/tables/store.js';
import type { AccountAt } from '../sign-in/method.js';
import { CREDENTIALS } from '../sign-in/methods.js';

/**
 * Sessions, links, codes and whatever else is on its way die, and nothing new begins until it is unblocked. When the
 * owner blocks, password and Google are in doubt and stay closed until they are set anew (security case 57).
 */
export async function blockAccount(
  scene: { readonly tables: Tables; readonly now: Date },
  block: { readonly accountId: string; readonly by: BlockedBy; readonly closesWays: boolean },
): Promise<readonly News[]> {
  const { tables, now } = scene;
  const { accountId, by, closesWays } = block;
  await tables.accounts.block(accountId, by);
  if (closesWays) await closeCredentials(tables, { accountId, now });
  const ended = await tables.sessions.revokeAll(accountId, 'blocked', now);
  await tables.numberChanges.drop(accountId, now);
  await tables.numberWaits.refuse(accountId, now);
  return [...sessionsRevoked(ended), ...(await revokePendingSignIns(scene, accountId))];
}

/** Takes away what is in doubt when the owner blocks: password and Google, and every device is a new one again. */
export async function closeCredentials(tables: Tables, act: AccountAt): Promise<void> {
  await tables.accounts.markWaysClosed(act.accountId, act.now);
  for (const { close } of CREDENTIALS) await close?.(tables, act);
}
