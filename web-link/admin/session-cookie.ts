import type { Request, Response } from 'express';
import type { AdminLoginRefusal, AdminPresence } from '#src/app/admin/sessions.js';
import type { AdminSession } from '#src/app/ports/tables/admins.js';
import { ok, type Result } from '#src/domain/result.js';
import { clientAddress } from '../http/client.js';
import { createCookies } from '../http/browser/cookies.js';
import type { AdminDeps } from './deps.js';

/** From the last sign-in; after a longer absence the limits count the browser as an unknown one once. */
const DEVICE_LIFE = { maxAgeS: 180 * 24 * 60 * 60 };

export type AdminSessionCookie = ReturnType<typeof createAdminSessionCookie>;

/** The admin's session, as far as the API and the pages do the same: the cookies around the use cases. */
export function createAdminSessionCookie(deps: Pick<AdminDeps, 'adminSessions' | 'settings'>) {
  const { adminSessions, settings } = deps;
  const cookies = createCookies(settings);

  function write(res: Response, token: string): void {
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
    /** Opens a session for the right password; the one this browser had before ends. */
    async signIn(
      req: Request,
      res: Response,
      password: string,
    ): Promise<Result<null, AdminLoginRefusal>> {
      const signedIn = await adminSessions.signIn({
        password,
        address: clientAddress(req),
        // An earlier sign-in in this browser; it does not say who uses it now.
        device: cookies.read(req, 'zl_admin_device'),
      });
      if (!signedIn.ok) return signedIn;
      const { token, device } = signedIn.value;
      await end(req);
      write(res, token);
      cookies.set(res, 'zl_admin_device', { value: device, life: DEVICE_LIFE });
      return ok(null);
    },
    /** The password once more before dangerous acts: the session goes on with a new token (security case 43). */
    async stepUp(
      req: Request,
      res: Response,
      { session, password }: { readonly session: AdminSession; readonly password: string },
    ): Promise<Result<null, AdminLoginRefusal>> {
      const proven = await adminSessions.stepUp({ session, password, address: clientAddress(req) });
      if (!proven.ok) return proven;
      write(res, proven.value.token);
      return ok(null);
    },
    async signOut(req: Request, res: Response): Promise<void> {
      await end(req);
      cookies.clear(res, 'zl_admin');
    },
  };
}
