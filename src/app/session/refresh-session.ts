import { judgeRefresh, refreshExpiry } from '#src/domain/session.js';
import { THROTTLES } from '#src/domain/throttle.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import type { AccessTokens } from '../ports/crypto/access-tokens.js';
import { tellOwner } from '../delivery/notify-owner.js';
import type { Clock } from '../ports/clock.js';
import type { AccessCopy } from '../ports/access-copy.js';
import type { Digests } from '../ports/crypto/digests.js';
import type { EventLog } from '../ports/event-log.js';
import type { Random } from '../ports/random.js';
import type { RateLimiter } from '../ports/rate-limiter.js';
import type { RefreshToken } from '../ports/tables/sessions.js';
import type { Store, Tables, Tx } from '../ports/tables/store.js';
import { sessionsRevoked } from './sessions-revoked.js';
import type { SignedIn } from './start-session.js';

export type RefreshRefusal =
  | { readonly code: 'session_expired' }
  | { readonly code: 'too_many_requests'; readonly retryAfterS: number };

export type RefreshSession = ReturnType<typeof createRefreshSession>;

/**
 * Rotates a refresh token (RFC 9700 §4.14). A tab that comes with it a moment later gets the same successor; one that
 * comes any time later, because the answer was lost, gets a new one as long as no successor is in use. A token that was
 * overtaken by one in use was copied: its whole family is revoked and the owner told. A first use is one guarded
 * statement; everything else happens with the session's row locked.
 */
export function createRefreshSession(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly digests: Digests;
  readonly accessTokens: AccessTokens;
  readonly log: EventLog;
  readonly copy: AccessCopy;
  readonly limiter: RateLimiter;
}) {
  const { store, clock, random, digests, accessTokens, log, copy, limiter } = deps;

  type Outcome = Result<SignedIn, RefreshRefusal>;
  const EXPIRED = fail({ code: 'session_expired' } as const);

  async function signedIn(
    tables: Tables,
    input: { token: RefreshToken; refreshToken: string; refreshExpiresAt: Date; now: Date },
  ): Promise<Outcome> {
    const { accountId, sessionId } = input.token;
    const account = await tables.accounts.findById(accountId);
    if (account?.status !== 'active') return EXPIRED;
    const accessToken = await accessTokens.issue({ accountId, sessionId }, input.now);
    const { refreshToken, refreshExpiresAt } = input;
    const tokens = { accessToken, refreshToken, refreshExpiresAt, knownToken: null };
    return ok({ accountId, sessionId, ...tokens });
  }

  /** @returns null when it was rotated, overtaken or revoked since it was read */
  async function rotate(tables: Tables, token: RefreshToken, now: Date): Promise<Outcome | null> {
    const refreshToken = random.token();
    const refreshExpiresAt = refreshExpiry(token.sessionCreatedAt, now);
    const digest = digests.token('refresh', refreshToken);
    const next = { id: random.id(), digest, expiresAt: refreshExpiresAt };
    const rotated = await tables.sessions.rotate({ token, successor: refreshToken, next, now });
    return rotated ? signedIn(tables, { token, refreshToken, refreshExpiresAt, now }) : null;
  }

  async function replaySuccessor(tx: Tx, token: RefreshToken, now: Date): Promise<Outcome> {
    const newest = await tx.sessions.newestRefreshToken(token.sessionId);
    if (newest === null) return EXPIRED;
    const refreshExpiresAt = refreshExpiry(token.sessionCreatedAt, newest.madeAt);
    return signedIn(tx, { token, refreshToken: newest.plainText, refreshExpiresAt, now });
  }

  async function revokeFamily(tx: Tx, token: RefreshToken, now: Date): Promise<boolean> {
    const { sessionId, accountId } = token;
    if (!(await tx.sessions.revoke(sessionId, 'token_reuse', now))) return false;
    const text = copy.sessionCopied({ at: now });
    await tellOwner(deps, tx, { accountId, topic: 'copied_session', text, now });
    sessionsRevoked(tx, accountId, [sessionId]);
    return true;
  }

  /** With the session locked, so that what is handed out is not used by another request before it is stored. */
  async function settle(
    tx: Tx,
    { digest, sessionId, now }: { digest: Uint8Array; sessionId: string; now: Date },
  ): Promise<{ readonly outcome: Outcome; readonly revoked: boolean }> {
    await tx.sessions.lock(sessionId);
    const token = await tx.sessions.findRefreshToken(digest);
    const kept = (outcome: Outcome | null) => ({ outcome: outcome ?? EXPIRED, revoked: false });
    if (token === null) return kept(null);
    switch (judgeRefresh(token, now)) {
      case 'rotate':
        return kept(await rotate(tx, token, now));
      case 'grace':
        return kept(await replaySuccessor(tx, token, now));
      case 'reuse':
        return { outcome: EXPIRED, revoked: await revokeFamily(tx, token, now) };
      case 'expired':
      case 'revoked':
        return kept(null);
    }
  }

  return async function refreshSession(refreshToken: string): Promise<Outcome> {
    const now = clock.now();
    const digest = digests.token('refresh', refreshToken);
    const token = await store.sessions.findRefreshToken(digest);
    if (token === null) return EXPIRED;
    const judgement = judgeRefresh(token, now);
    if (judgement === 'expired' || judgement === 'revoked') return EXPIRED;
    const { allowed, retryAfterS } = await limiter.hitAll([
      { throttle: THROTTLES.refreshPerSession, key: token.sessionId },
      { throttle: THROTTLES.refreshPerSessionDaily, key: token.sessionId },
    ]);
    if (!allowed) return fail({ code: 'too_many_requests', retryAfterS });
    const rotated = judgement === 'rotate' ? await rotate(store, token, now) : null;
    if (rotated !== null) return rotated;
    const { sessionId } = token;
    const { outcome, revoked } = await store.transaction((tx) =>
      settle(tx, { digest, sessionId, now }),
    );
    if (revoked) log.warn('session.refresh_token_reused', { sessionId });
    return outcome;
  };
}
