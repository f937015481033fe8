import type { Tx } from '../ports/tables/store.js';

/** Says of each of these sessions that it has ended. */
export function sessionsRevoked(tx: Tx, sessionIds: readonly string[]): void {
  for (const sessionId of sessionIds) tx.emit({ type: 'session.revoked', sessionId });
}
