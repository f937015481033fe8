import type { Clock } from '../ports/clock.js';
import type { Digests } from '../ports/crypto/digests.js';
import type { EventBus } from '../ports/event-bus.js';
import type { Store } from '../ports/tables/store.js';

export type EndSession = ReturnType<typeof createEndSession>;

/** Signs a browser out: by its session when the access token still tells, else by its refresh token. */
export function createEndSession(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly digests: Digests;
  readonly bus: EventBus;
}) {
  const { store, clock, digests, bus } = deps;
  return async function endSession(input: {
    readonly sessionId: string | null;
    readonly refreshToken: string | null;
  }): Promise<void> {
    const { sessionId, refreshToken } = input;
    const byToken =
      refreshToken === null
        ? null
        : await store.sessions.findRefreshToken(digests.token('refresh', refreshToken));
    for (const id of new Set([sessionId, byToken?.sessionId ?? null])) {
      if (id === null) continue;
      await store.sessions.revoke(id, 'signed_out', clock.now());
      await bus.publish('session.revoked', { sessionId: id });
    }
  };
}
