import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { CookieName, Cookies } from '../http/browser/cookies.js';

/** One cookie for each of the two redirects before the third; each ends by itself. */
const SEEN = ['zl_sent_on_1', 'zl_sent_on_2'] as const satisfies readonly CookieName[];
const WINDOW_S = 20;

/**
 * Tells a loop between the login page and an application that does not recognise who is signed in: the third redirect
 * to the same place within 20 seconds, in one browser. The browser counts, by cookies that live so long and hold a
 * digest of the destination, so neither database nor clock is asked and no path is stored.
 */
export function createLoginLoop(cookies: Cookies) {
  return {
    /** Counts this redirect. @returns whether it would be the third; then counting begins anew */
    closes(req: Request, res: Response, destination: string): boolean {
      const place = createHash('sha256').update(destination).digest('base64url').slice(0, 22);
      const free = SEEN.find((name) => cookies.read(req, name) !== place);
      if (free !== undefined) {
        cookies.set(res, free, { value: place, life: { maxAgeS: WINDOW_S } });
        return false;
      }
      for (const name of SEEN) cookies.clear(res, name);
      return true;
    },
  };
}
