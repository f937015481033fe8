import type { Request, Response } from 'express';
import type { AccessClaims } from '#src/app/ports/crypto/access-tokens.js';
import type { SignedIn } from '#src/app/session/start-session.js';
import { ACCESS_TOKEN_LIFETIME_S } from '#src/domain/session.js';
import type { Cookies } from './cookies.js';
import type { HttpDeps } from '../deps.js';
import { keepKnown } from './known-browser.js';

export type BrowserSessions = ReturnType<typeof createBrowserSessions>;

/** The session of the browser at hand: two cookies and what the use cases say of them. */
export function createBrowserSessions(
  deps: Pick<HttpDeps, 'sessionGuard' | 'refreshSession' | 'endSession'> & {
    readonly cookies: Cookies;
  },
) {
  const { sessionGuard, refreshSession, endSession, cookies } = deps;

  function write(res: Response, signedIn: SignedIn): void {
    const { accessToken, refreshToken, refreshExpiresAt, knownToken } = signedIn;
    const life = { maxAgeS: ACCESS_TOKEN_LIFETIME_S };
    cookies.set(res, 'zl_access', { value: accessToken, life });
    cookies.set(res, 'zl_refresh', { value: refreshToken, life: { expires: refreshExpiresAt } });
    if (knownToken !== null) keepKnown(cookies, res, knownToken);
  }

  function forget(res: Response): void {
    cookies.clear(res, 'zl_access');
    cookies.clear(res, 'zl_refresh');
  }

  /** By the access token alone. */
  async function check(req: Request) {
    const token = cookies.read(req, 'zl_access');
    if (token === null) return { ok: false, error: { code: 'not_authenticated' } } as const;
    return sessionGuard.check(token);
  }

  /** Rotates the refresh token. The cookies are cleared when it is refused, so that it is not tried again. */
  async function refresh(req: Request, res: Response) {
    const token = cookies.read(req, 'zl_refresh');
    if (token === null) return { ok: false, error: { code: 'not_authenticated' } } as const;
    const refreshed = await refreshSession(token);
    if (refreshed.ok) write(res, refreshed.value);
    else if (refreshed.error.code === 'session_expired') forget(res);
    return refreshed;
  }

  async function endPresent(req: Request): Promise<void> {
    const checked = await check(req);
    const session = checked.ok ? checked.value : null;
    const refreshToken = cookies.read(req, 'zl_refresh');
    if (session !== null || refreshToken !== null) await endSession({ session, refreshToken });
  }

  return {
    check,
    refresh,
    /**
     * Who looks at a page. An access token that has run out is renewed, but only for a GET: a
     * previewer's HEAD must change nothing.
     */
    async viewer(req: Request, res: Response): Promise<AccessClaims | null> {
      const checked = await check(req);
      if (checked.ok) return checked.value;
      if (req.method !== 'GET') return null;
      const refreshed = await refresh(req, res);
      if (!refreshed.ok) return null;
      const { accountId, sessionId } = refreshed.value;
      return { accountId, sessionId };
    },
    /** After a proof: the browser's earlier session ends, whichever account it belongs to (security case 43). */
    async open(req: Request, res: Response, signedIn: SignedIn): Promise<void> {
      await endPresent(req);
      cookies.clear(res, 'zl_challenge');
      write(res, signedIn);
    },
    /** After a step-up: the same person goes on, the use case has ended the session before (security case 43). */
    renew: write,
    async close(req: Request, res: Response): Promise<void> {
      await endPresent(req);
      forget(res);
    },
  };
}
