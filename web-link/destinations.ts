import type { Request } from 'express';
import { safeNextPath } from '#src/domain/next-path.js';
import type { WebSettings } from './deps.js';

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
