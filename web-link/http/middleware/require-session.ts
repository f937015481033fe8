import type { Request, RequestHandler, Response } from 'express';
import type { AccessClaims } from '#src/app/ports/crypto/access-tokens.js';
import type { BrowserSessions } from '../browser/browser-sessions.js';
import { loginFor } from '../destinations.js';

function goToLogin(req: Request, res: Response): void {
  res.redirect(303, loginFor(req));
}

/** For pages: a person who is not signed in goes to the login page and comes back after it. */
export function createRequireSession(sessions: BrowserSessions): RequestHandler {
  return async (req, res, next) => {
    const claims = await sessions.viewer(req, res);
    if (claims === null) {
      goToLogin(req, res);
      return;
    }
    res.locals['claims'] = claims;
    next();
  };
}

/** The same where the session has ended since, or the account was blocked or deleted: signs out first. */
export async function askToSignIn(
  req: Request,
  res: Response,
  sessions: BrowserSessions,
): Promise<void> {
  await sessions.close(req, res);
  goToLogin(req, res);
}

/** Present behind `createRequireSession`. */
export function sessionClaims(res: Response): AccessClaims {
  return res.locals['claims'] as AccessClaims;
}
