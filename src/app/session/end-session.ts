import type { AccessClaims } from '../ports/crypto/access-tokens.js';
import type { Clock } from '../ports/clock.js';
import type { Digests } from '../ports/crypto/digests.js';
import type { Store } from '../ports/tables/store.js';
import { sessionsRevoked } from './sessions-revoked.js';

export type EndSession = ReturnType<typeof createEndSession>;

/** Signs a browser out: by its session when the access token still tells, else by its refresh token. */
export function createEndSession(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly digests: Digests;
}) {
  const { store, clock, digests } = deps;
  return async function endSession(input: {
    readonly session: AccessClaims | null;
    readonly refreshToken: string | null;
  }): Promise<void> {
    const { session, refreshToken } = input;
    const digest = refreshToken === null ? null : digests.token('refresh', refreshToken);
    await store.transaction(async (tx) => {
      const byToken = digest === null ? null : await tx.sessions.findRefreshToken(digest);
      const owners = new Map<string, string>();
      for (const found of [session, byToken]) {
        if (found !== null) owners.set(found.sessionId, found.accountId);
      }
      for (const [id, accountId] of owners) {
        await tx.sessions.revoke(id, 'signed_out', clock.now());
        sessionsRevoked(tx, accountId, [id]);
      }
    });
  };
}
