import { judgeRefresh, refreshExpiry } from '#src/domain/session.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import type { AccessTokens } from './ports/access-tokens.js';
import { tellOwner } from './owner-chat.js';
import type { Clock } from './ports/clock.js';
import type { AccessCopy } from './ports/dialogue.js';
import type { Digests } from './ports/digests.js';
import type { EventBus } from './ports/event-bus.js';
import type { EventLog } from './ports/event-log.js';
import type { Random } from './ports/random.js';
import type { RefreshToken } from './ports/sessions.js';
import type { Store } from './ports/store.js';
import type { SignedIn } from './start-session.js';

export interface RefreshRefusal {
  readonly code: 'session_expired';
}

export type RefreshSession = ReturnType<typeof createRefreshSession>;

/**
 * Rotates a refresh token (RFC 9700 §4.14). Two tabs that come with the same token within the grace
 * get the same successor; a token used again later means it was copied: its whole family is revoked and the owner told.
 */
export function createRefreshSession(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly digests: Digests;
  readonly accessTokens: AccessTokens;
  readonly bus: EventBus;
  readonly log: EventLog;
  readonly copy: AccessCopy;
}) {
  const { store, clock, random, digests, accessTokens, bus, log, copy } = deps;

  async function signedIn(
    token: RefreshToken,
    input: { refreshToken: string; refreshExpiresAt: Date; now: Date },
  ): Promise<Result<SignedIn, RefreshRefusal>> {
    const { accountId, sessionId } = token;
    const account = await store.accounts.findById(accountId);
    if (account?.status !== 'active') return fail({ code: 'session_expired' });
    const accessToken = await accessTokens.issue({ accountId, sessionId }, input.now);
    const { refreshToken, refreshExpiresAt } = input;
    return ok({ accountId, sessionId, accessToken, refreshToken, refreshExpiresAt });
  }

  async function rotate(
    token: RefreshToken,
    now: Date,
  ): Promise<Result<SignedIn, RefreshRefusal> | null> {
    const successor = random.token();
    const expiresAt = refreshExpiry(token.sessionCreatedAt, now);
    const next = { id: random.id(), digest: digests.token('refresh', successor), expiresAt };
    const { id: tokenId, sessionId } = token;
    const first = await store.sessions.rotate({ tokenId, sessionId, successor, next, now });
    if (!first) return null;
    return signedIn(token, { refreshToken: successor, refreshExpiresAt: expiresAt, now });
  }

  async function again(token: RefreshToken, now: Date): Promise<Result<SignedIn, RefreshRefusal>> {
    if (token.successor === null) return fail({ code: 'session_expired' });
    const refreshExpiresAt = refreshExpiry(token.sessionCreatedAt, now);
    return signedIn(token, { refreshToken: token.successor, refreshExpiresAt, now });
  }

  async function revokeFamily(
    token: RefreshToken,
    now: Date,
  ): Promise<Result<SignedIn, RefreshRefusal>> {
    const { sessionId, accountId } = token;
    const ended = await store.transaction(async (tables) => {
      if (!(await tables.sessions.revoke(sessionId, 'token_reuse', now))) return false;
      await tellOwner(deps, tables, { accountId, text: copy.sessionCopied({ at: now }), now });
      return true;
    });
    if (ended) {
      log.warn('session.refresh_token_reused', { sessionId });
      await bus.publish('session.revoked', { sessionId });
      await bus.publish('outbox.queued', {});
    }
    return fail({ code: 'session_expired' });
  }

  return async function refreshSession(
    refreshToken: string,
  ): Promise<Result<SignedIn, RefreshRefusal>> {
    const now = clock.now();
    const digest = digests.token('refresh', refreshToken);
    const token = await store.sessions.findRefreshToken(digest);
    if (token === null) return fail({ code: 'session_expired' });
    switch (judgeRefresh(token, now)) {
      case 'rotate': {
        const rotated = await rotate(token, now);
        if (rotated !== null) return rotated;
        // Another tab was first: its successor is ours, too.
        const used = await store.sessions.findRefreshToken(digest);
        const isOurs = used !== null && judgeRefresh(used, now) === 'grace';
        return isOurs ? again(used, now) : fail({ code: 'session_expired' });
      }
      case 'grace':
        return again(token, now);
      case 'reuse':
        return revokeFamily(token, now);
      case 'expired':
      case 'revoked':
        return fail({ code: 'session_expired' });
    }
  };
}
