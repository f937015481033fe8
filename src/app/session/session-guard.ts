import { fail, ok, type Result } from '#src/domain/result.js';
import type { AccessClaims, AccessTokens } from '../ports/crypto/access-tokens.js';
import type { Clock } from '../ports/clock.js';
import type { EventBus } from '../ports/event-bus.js';
import type { Store } from '../ports/tables/store.js';

/** A revocation is seen by every instance within this time, with or without an event (security case 45). */
const RECHECK_MS = 5_000;
const REMEMBERED_SESSIONS = 50_000;

export type SessionGuard = ReturnType<typeof createSessionGuard>;

/**
 * Checks access tokens: the expiry each time, the signature once for each token until the keys change (verified-tokens.ts),
 * the session itself at most every five seconds; a revocation event of this or another instance ends it at once and for
 * good.
 */
export function createSessionGuard(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly accessTokens: AccessTokens;
  readonly bus: EventBus;
}) {
  const { store, clock, accessTokens, bus } = deps;
  /** Session id → when it was last seen alive (ms since epoch); insertion order is age. */
  const alive = new Map<string, number>();
  /** Sessions that this instance was told are over; an ended session never comes back, whatever a read says of it. */
  const ended = new Set<string>();
  bus.subscribe('session.revoked', ({ sessionId }) => {
    alive.delete(sessionId);
    ended.delete(sessionId);
    ended.add(sessionId);
    const [oldest] = ended;
    if (ended.size > REMEMBERED_SESSIONS && oldest !== undefined) ended.delete(oldest);
  });

  function remember(sessionId: string, at: number): void {
    alive.delete(sessionId);
    alive.set(sessionId, at);
    const oldest = alive.keys().next();
    if (alive.size > REMEMBERED_SESSIONS && oldest.done !== true) alive.delete(oldest.value);
  }

  async function isAlive({ sessionId, accountId }: AccessClaims, at: number): Promise<boolean> {
    const seen = alive.get(sessionId);
    if (seen !== undefined && at - seen < RECHECK_MS) return true;
    const session = await store.sessions.find(sessionId);
    if (session?.accountId !== accountId || session.revokedAt !== null) return false;
    // The read may have begun before the revocation that this instance was told of meanwhile.
    if (ended.has(sessionId)) return false;
    remember(sessionId, at);
    return true;
  }

  return {
    /** Errors: `not_authenticated` (no valid token), `session_expired` (expired or revoked; refresh may help). */
    async check(
      accessToken: string,
    ): Promise<Result<AccessClaims, { readonly code: 'not_authenticated' | 'session_expired' }>> {
      const now = clock.now();
      const verified = await accessTokens.verify(accessToken, now);
      if (!verified.ok) {
        const expired = verified.error.code === 'token_expired';
        return fail({ code: expired ? 'session_expired' : 'not_authenticated' });
      }
      if (!(await isAlive(verified.value, now.getTime()))) return fail({ code: 'session_expired' });
      return ok(verified.value);
    },
  };
}
