import type { Request, RequestHandler, Response } from 'express';
import type { AccessClaims } from '#src/app/ports/crypto/access-tokens.js';
import type { BrowserSessions } from '../browser-sessions.js';
import { loginFor } from '../destinations.js';

/** For pages: a person who is not signed in goes to the login page and comes back after it. */
export function createRequireSession(sessions: BrowserSessions): RequestHandler {
  return async (req, res, next) => {
    const claims = await sessions.viewer(req, res);
    if (claims === null) {
      res.redirect(303, loginFor(req));
      return;
    }
    res.locals['claims'] = claims;
    next();
  };
}

/** For pages whose session is over, or whose account was blocked or deleted since: signs out and asks to sign in. */
export async function askToSignIn(
  req: Request,
  res: Response,
  sessions: BrowserSessions,
): Promise<void> {
  await sessions.close(req, res);
  res.redirect(303, loginFor(req));
}

/** Present behind `createRequireSession`. */
export function sessionClaims(res: Response): AccessClaims {
  return res.locals['claims'] as AccessClaims;
}
