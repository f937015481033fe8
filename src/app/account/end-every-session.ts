import { sessionsRevoked } from '../session/sessions-revoked.js';
import { revokePendingSignIns } from './revoke-pending-sign-ins.js';
import type { Tx } from '../ports/tables/store.js';

/** "Sair de todos": every session of the account, and whatever else is on its way in (security case 32). @returns how many */
export async function endEverySession(
  scene: { readonly tx: Tx; readonly now: Date },
  accountId: string,
): Promise<number> {
  const { tx, now } = scene;
  const ended = await tx.sessions.revokeAll(accountId, 'signed_out', now);
  sessionsRevoked(tx, ended);
  await revokePendingSignIns(scene, accountId);
  tx.emit({ type: 'sessions.ended', accountId });
  return ended.length;
}
