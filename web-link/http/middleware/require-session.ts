import type { RequestHandler, Response } from 'express';
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

/** Present behind `createRequireSession`. */
export function sessionClaims(res: Response): AccessClaims {
  return res.locals['claims'] as AccessClaims;
}
