import type { Request, Response } from 'express';
import type { AdminPresence } from '#src/app/admin/sessions.js';
import { createCookies } from '../http/cookies.js';
import type { WebDeps } from '../deps.js';

/** From the last sign-in; after a longer absence the limits count the browser as an unknown one once. */
const DEVICE_LIFE = { maxAgeS: 180 * 24 * 60 * 60 };

export type AdminSessionCookie = ReturnType<typeof createAdminSessionCookie>;

/** The admin's session cookie: reads, sets and clears it. */
export function createAdminSessionCookie(deps: Pick<WebDeps, 'adminSessions' | 'settings'>) {
  const { adminSessions, settings } = deps;
  const cookies = createCookies(settings);

  function renew(res: Response, token: string): void {
    cookies.set(res, 'zl_admin', { value: token, life: 'session' });
  }

  async function end(req: Request): Promise<void> {
    const token = cookies.read(req, 'zl_admin');
    if (token !== null) await adminSessions.signOut(token);
  }

  return {
    /** The admin who makes this request, or null; counts as activity. */
    async presence(req: Request): Promise<AdminPresence | null> {
      const token = cookies.read(req, 'zl_admin');
      return token === null ? null : adminSessions.present(token);
    },
    /** The same, when a page looks by itself: that is no activity. */
    async look(req: Request): Promise<AdminPresence | null> {
      const token = cookies.read(req, 'zl_admin');
      return token === null ? null : adminSessions.look(token);
    },
    /** Hands out the token of a new session; the one this browser had before ends. */
    async signIn(
      req: Request,
      res: Response,
      { token, device }: { readonly token: string; readonly device: string },
    ): Promise<void> {
      await end(req);
      renew(res, token);
      cookies.set(res, 'zl_admin_device', { value: device, life: DEVICE_LIFE });
    },
    /** What an earlier sign-in left in this browser; it says nothing about who is there. */
    device: (req: Request): string | null => cookies.read(req, 'zl_admin_device'),
    /** Hands out the new token of a session that goes on (security case 43). */
    renew,
    async signOut(req: Request, res: Response): Promise<void> {
      await end(req);
      cookies.clear(res, 'zl_admin');
    },
  };
}
