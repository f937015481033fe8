import type { Ownership } from '../ports/tables/ownership.js';
import type { Tx } from '../ports/tables/store.js';
import { SIGN_IN_METHODS } from '../sign-in/methods.js';

/**
 * Gives the account to the holder of the number (security case 38): nothing of what opened it before is left. What was
 * begun and not ended (`revokePendingSignIns`) is revoked beside it. In the caller's transaction.
 * @returns as `Ownership.handOver`
 */
export async function handOverAccount(
  tx: Tx,
  to: Parameters<Ownership['handOver']>[0],
): ReturnType<Ownership['handOver']> {
  const handed = await tx.ownership.handOver(to);
  if (handed === null) return null;
  for (const method of SIGN_IN_METHODS) await method.handOver(tx, to);
  return handed;
}
