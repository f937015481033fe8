import { sessionsRevoked } from '../session/sessions-revoked.js';
import { revokePendingSignIns } from './revoke-pending-sign-ins.js';
import type { Tx } from '../ports/tables/store.js';

/**
 * "Sair de todos": every session of the account, and every sign-in that was begun (security case 32). Emits
 * `sessions.ended` unless there was neither.
 * @returns how many sessions
 */
export async function endEverySession(
  scene: { readonly tx: Tx; readonly now: Date },
  accountId: string,
): Promise<number> {
  const { tx, now } = scene;
  const ended = await tx.sessions.revokeAll(accountId, 'signed_out', now);
  sessionsRevoked(tx, accountId, ended);
  const revoked = await revokePendingSignIns(scene, accountId);
  if (ended.length + revoked > 0) tx.emit({ type: 'sessions.ended', accountId });
  return ended.length;
}
