import { randomUUID } from 'node:crypto';
import type { AccessClaims } from '#src/app/ports/crypto/access-tokens.js';
import type { SignedIn } from '#src/app/session/start-session.js';
import { fail, ok } from '#src/domain/result.js';
import type { WebDeps } from '#web-link/deps.js';
import { knownTokenOf } from './login-requests.js';

const refreshExpiresAt = new Date('2030-01-01T00:00:00Z');

/** Sessions as the HTTP edge sees them: they end, and a refresh token is good for one rotation. */
export function createFakeSessions() {
  /** Session id → account id. */
  const sessions = new Map<string, string>();
  const accessTokens = new Map<string, AccessClaims>();
  const refreshTokens = new Map<string, AccessClaims>();

  function tokensFor(claims: AccessClaims): SignedIn {
    const accessToken = `access.${randomUUID()}`;
    const refreshToken = randomUUID();
    accessTokens.set(accessToken, claims);
    refreshTokens.set(refreshToken, claims);
    const knownToken = knownTokenOf(claims.accountId);
    return { ...claims, accessToken, refreshToken, refreshExpiresAt, knownToken };
  }

  function signIn(accountId: string): SignedIn {
    const sessionId = randomUUID();
    sessions.set(sessionId, accountId);
    return tokensFor({ accountId, sessionId });
  }

  const useCases = {
    refreshSession: (token) => {
      const claims = refreshTokens.get(token);
      refreshTokens.delete(token);
      if (claims === undefined || !sessions.has(claims.sessionId)) {
        return Promise.resolve(fail({ code: 'session_expired' as const }));
      }
      // Nobody proved anything: the browser is known as it was.
      return Promise.resolve(ok({ ...tokensFor(claims), knownToken: null }));
    },
    sessionGuard: {
      check: (token) => {
        const claims = accessTokens.get(token);
        if (claims === undefined) {
          return Promise.resolve(fail({ code: 'not_authenticated' as const }));
        }
        return Promise.resolve(
          sessions.has(claims.sessionId) ? ok(claims) : fail({ code: 'session_expired' as const }),
        );
      },
    },
    endSession: ({ session, refreshToken }) => {
      const byToken = refreshToken === null ? undefined : refreshTokens.get(refreshToken);
      for (const ended of [session, byToken]) if (ended) sessions.delete(ended.sessionId);
      return Promise.resolve();
    },
  } satisfies Partial<WebDeps>;

  return {
    useCases,
    sessions,
    signIn,
    /** The access token runs out; the session lives on. */
    expireAccess: (token: string) => accessTokens.delete(token),
  };
}
