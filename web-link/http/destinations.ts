import type { Request, Response } from 'express';
import { safeNextPath } from '#src/domain/next-path.js';
import type { WebSettings } from '../settings.js';
import { requestContext } from './request-context.js';

/** Where a signed-in person belongs. */
export function homeOf({ dashboardUrl }: Pick<WebSettings, 'dashboardUrl'>): string {
  return dashboardUrl ?? '/dashboard';
}

/** The path on this site that the person wanted, or '' when there is none that is safe (case 30). */
export function wantedPath(next: unknown): string {
  return safeNextPath(next, '');
}

/** `path` with the wanted path carried along. */
export function withNext(path: string, next: string): string {
  return next === '' ? path : `${path}?next=${encodeURIComponent(next)}`;
}

/** The login page that leads back to the page asked for. */
export function loginFor(req: Request): string {
  return withNext('/login', wantedPath(req.originalUrl));
}

const LONGEST_WAIT_S = 86_400;

/** `path` of a page that asks for a code; says when another code may be asked for where none goes out now. */
export function withWait(
  path: string,
  { held, resendIn }: { readonly held: boolean; readonly resendIn: number },
): string {
  return held ? `${path}${path.includes('?') ? '&' : '?'}wait=${resendIn}` : path;
}

/** The seconds that `withWait` wrote, or null. Any other value was not written by us. */
export function waitIn(req: Request): number | null {
  const wait = req.query['wait'];
  if (typeof wait !== 'string' || !/^[1-9]\d{0,4}$/.test(wait)) return null;
  return Number(wait) <= LONGEST_WAIT_S ? Number(wait) : null;
}

/** The same as words above a form. */
export function heldIn(req: Request, res: Response): { readonly fault?: string } {
  const waitS = waitIn(req);
  if (waitS === null) return {};
  const { words } = requestContext(res);
  return { fault: words.code.held(words.wait(waitS)) };
}
