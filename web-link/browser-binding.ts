import type { Request, Response } from 'express';
import { looksLikeToken } from './client.js';
import type { Cookies } from './cookies.js';

/** From the last challenge or request; both live for minutes. */
const LIFE = { maxAgeS: 3600 };

export type BrowserBinding = ReturnType<typeof createBrowserBinding>;

/** The cookie that ties what a browser asks for to that browser (security cases 5 and 20, RFC 10027). */
export function createBrowserBinding(cookies: Cookies) {
  return {
    /** The browser's token, or null when it never asked for anything. */
    read(req: Request): string | null {
      const token = cookies.read(req, 'zl_browser');
      return token !== null && looksLikeToken(token) ? token : null;
    },
    keep(res: Response, value: string): void {
      cookies.set(res, 'zl_browser', { value, life: LIFE });
    },
  };
}
