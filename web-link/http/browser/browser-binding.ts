import type { Request, Response } from 'express';
import type { Origin } from '#src/app/proof/proof.js';
import { clientAddress, looksLikeToken } from '../client.js';
import type { Cookies } from './cookies.js';
import { readKnown } from './known-browser.js';

/** From the last challenge or request; both live for minutes. */
const LIFE = { maxAgeS: 3600 };

export type BrowserBinding = ReturnType<typeof createBrowserBinding>;

/** The cookie that ties what a browser asks for to that browser (security cases 5 and 20, RFC 10027). */
export function createBrowserBinding(cookies: Cookies) {
  function read(req: Request): string | null {
    const token = cookies.read(req, 'zl_browser');
    return token !== null && looksLikeToken(token) ? token : null;
  }

  return {
    /** The browser's token, or null when it never asked for anything. */
    read,
    /** Where a request comes from, as the limits of guesses and messages want to know it. */
    origin: (req: Request): Origin => ({
      browserToken: read(req),
      known: readKnown(cookies, req),
      address: clientAddress(req),
    }),
    keep(res: Response, value: string): void {
      cookies.set(res, 'zl_browser', { value, life: LIFE });
    },
  };
}
