import type { Request, Response } from 'express';
import { GOOGLE_SIGN_IN_LIFETIME_MS } from '#src/domain/google-link.js';
import { looksLikeToken } from '../http/client.js';
import type { Cookies, JourneyCookie } from '../http/browser/cookies.js';

const LIFE = { maxAgeS: GOOGLE_SIGN_IN_LIFETIME_MS / 1000 };
/** Each is about 80 bytes of every request until it is over. */
const MOST_OPEN = 8;
const NAME_LENGTH = 16;

function nameOf(state: string | null): JourneyCookie | null {
  if (state === null || !looksLikeToken(state)) return null;
  return `zl_to_google_${state.slice(0, NAME_LENGTH)}`;
}

/**
 * A cookie for each Google sign-in: two tabs of a new browser start without a cookie at the same moment, each gets a
 * token of its own, and in one shared cookie the second would overwrite the first. The token is what the stored sign-in
 * is bound to (RFC 9700 §4.7); the name only finds it.
 */
export function createGoogleJourneys(cookies: Cookies) {
  return {
    /** Keeps the token of a start for ten minutes. Of more than eight open sign-ins the others are dropped. */
    keep(res: Response, { url, browserToken }: { url: string; browserToken: string }): void {
      const open = cookies.journeys(res.req);
      for (const name of open.slice(0, Math.max(0, open.length - MOST_OPEN + 1))) {
        cookies.clear(res, name);
      }
      const name = nameOf(new URL(url).searchParams.get('state'));
      if (name !== null) cookies.set(res, name, { value: browserToken, life: LIFE });
    },
    /** Takes the token of the sign-in that Google answers, once. @returns null when this browser did not begin it */
    take(req: Request, res: Response, state: string | null): string | null {
      const name = nameOf(state);
      const token = name === null ? null : cookies.read(req, name);
      if (name === null || token === null) return null;
      cookies.clear(res, name);
      return looksLikeToken(token) ? token : null;
    },
  };
}
