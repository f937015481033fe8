import type { Reason } from '#src/domain/audit-event.js';
import { sessionsRevoked } from '../session/sessions-revoked.js';
import { revokePendingSignIns } from './revoke-pending-sign-ins.js';
import type { Tx } from '../ports/tables/store.js';
import type { AccountAt } from '../sign-in/method.js';
import { CREDENTIALS } from '../sign-in/methods.js';

/**
 * Sessions, links, codes and whatever else is on its way die, and nothing new begins until it is unblocked. When the
 * owner blocks, password and Google are in doubt and stay closed until they are set anew (security case 57). A block that
 * changes nothing emits no `account.blocked`.
 */
export async function blockAccount(
  scene: { readonly tx: Tx; readonly now: Date },
  block: { readonly accountId: string; readonly closesWays: boolean } & (
    { readonly by: 'owner' } | { readonly by: 'admin'; readonly reason: Reason }
  ),
): Promise<void> {
  const { tx, now } = scene;
  const { accountId, closesWays } = block;
  let changed = await tx.accounts.block(accountId, block.by);
  if (closesWays) changed = (await closeCredentials(tx, { accountId, now })) || changed;
  const ended = await tx.sessions.revokeAll(accountId, 'blocked', now);
  await tx.numberChanges.drop(accountId, now);
  await tx.numberWaits.refuse(accountId, now);
  sessionsRevoked(tx, accountId, ended);
  await revokePendingSignIns(scene, accountId);
  if (!changed) return;
  const who = block.by === 'owner' ? { by: block.by } : { by: block.by, reason: block.reason };
  tx.emit({ type: 'account.blocked', accountId, ...who });
}

/**
 * Takes away what is in doubt when the owner blocks: password and Google, and every device is a new one again.
 * @returns whether there was any password or Google
 */
export async function closeCredentials(tx: Tx, act: AccountAt): Promise<boolean> {
  await tx.accounts.markWaysClosed(act.accountId, act.now);
  let closed = false;
  for (const { close } of CREDENTIALS) closed = (await close?.(tx, act)) === true || closed;
  return closed;
}
