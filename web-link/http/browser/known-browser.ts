import type { Request, Response } from 'express';
import { KNOWN_BROWSER_LIFETIME_MS } from '#src/domain/session.js';
import { looksLikeToken } from '../client.js';
import type { Cookies } from './cookies.js';

const LIFE = { maxAgeS: KNOWN_BROWSER_LIFETIME_MS / 1000 };
/** Sign-ins that a browser remembers: several people may share it. */
const MOST_KEPT = 6;

/** What sign-ins left in this browser: it gives no access, and tells its user from strangers who guess. */
export function readKnown(cookies: Pick<Cookies, 'read'>, req: Request): readonly string[] {
  const tokens = cookies.read(req, 'zl_known')?.split('.') ?? [];
  return tokens.filter(looksLikeToken).slice(0, MOST_KEPT);
}

/** Adds the token of a sign-in; it stays when the session ends. */
export function keepKnown(cookies: Cookies, res: Response, token: string): void {
  const tokens = [token, ...readKnown(cookies, res.req)].slice(0, MOST_KEPT);
  cookies.set(res, 'zl_known', { value: tokens.join('.'), life: LIFE });
}
