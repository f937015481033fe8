import type { Request, RequestHandler, Response } from 'express';
import type { AdminPresence } from '#src/app/admin/sessions.js';
import type { AdminSessionCookie } from './session-cookie.js';

type AdminWork = (presence: AdminPresence, req: Request, res: Response) => Promise<void> | void;

/** Runs work for a signed-in admin; every other request goes to the sign-in page. */
export function asAdmin(sessionCookie: AdminSessionCookie, work: AdminWork): RequestHandler {
  return async (req, res) => {
    const presence = await sessionCookie.presence(req);
    if (presence === null) {
      res.redirect(303, '/admin/login');
      return;
    }
    await work(presence, req, res);
  };
}
