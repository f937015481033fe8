import type { Tx } from '../ports/tables/store.js';

/** Emits `session.revoked` for each of these sessions of one account. Why they end: `RevocationReason` (ports/tables). */
export function sessionsRevoked(tx: Tx, accountId: string, sessionIds: readonly string[]): void {
  for (const sessionId of sessionIds) tx.emit({ type: 'session.revoked', accountId, sessionId });
}
