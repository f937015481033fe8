import type { CookieOptions, Request, Response } from 'express';
import type { WebSettings } from '../../settings.js';

/** Every cookie of the product. Lax, so that a link opened from WhatsApp finds its session. */
const SAME_SITE = {
  zl_access: 'lax',
  zl_refresh: 'lax',
  /** Binds a challenge to the browser that asked for it (security case 5). */
  zl_browser: 'lax',
  /** Sign-ins of this browser, the newest first: tells its user from strangers who guess; gives no access. */
  zl_known: 'lax',
  /** The challenge whose code the login page waits for: it stays out of the URL. */
  zl_challenge: 'lax',
  /** The same for the page that asks for another proof. */
  zl_confirm: 'lax',
  /** What the page of a login request shows, so that reloading it shows the same. */
  zl_request: 'lax',
  /**
   * The pending Google link of this browser, which waits for a CPF and its proof; lax, since it is set on the way back.
   */
  zl_google: 'lax',
  /** The challenge whose code links it. */
  zl_google_code: 'lax',
  /** Why a form was refused, for the page that says it once; sealed (docs/decisions/0016). */
  zl_fault: 'lax',
  /** Redirects of a signed-in person, to detect a loop (20 seconds; a digest of the destination). */
  zl_sent_on_1: 'lax',
  zl_sent_on_2: 'lax',
  zl_admin: 'strict',
  /** Tells a browser of the admin from strangers who guess; gives no access. */
  zl_admin_device: 'strict',
} as const;

/** One Google sign-in of this browser, named by the beginning of its state. */
export type JourneyCookie = `zl_to_google_${string}`;
export type CookieName = keyof typeof SAME_SITE | JourneyCookie;

/** Lax, since Google leads the browser back from its own site. */
function isJourney(name: CookieName): name is JourneyCookie {
  return name.startsWith('zl_to_google_');
}

/** How long the browser keeps it: seconds from now, until an instant, or until it is closed. */
export type CookieLife = { readonly maxAgeS: number } | { readonly expires: Date } | 'session';

const JOURNEY = /^zl_to_google_[\w-]{16}$/;

/** Tokens, ids and JWTs: base64url and dots. Whatever else a client sends is no cookie of ours. */
const OUR_VALUE = /^[\w.~-]{1,4096}$/;

function lifetime(life: CookieLife): Pick<CookieOptions, 'expires' | 'maxAge'> {
  if (life === 'session') return {};
  return 'expires' in life ? { expires: life.expires } : { maxAge: life.maxAgeS * 1000 };
}

export type Cookies = ReturnType<typeof createCookies>;

/**
 * Reads and writes cookies that scripts cannot read. Under https they are `Secure` and carry the
 * `__Host-` prefix, so that no sibling domain can plant one (RFC 6265bis §4.1.3.2).
 */
export function createCookies({ publicUrl }: Pick<WebSettings, 'publicUrl'>) {
  const secure = publicUrl.startsWith('https:');

  const fullName = (name: CookieName): string => (secure ? `__Host-${name}` : name);
  const attributes = (name: CookieName): CookieOptions => ({
    httpOnly: true,
    secure,
    path: '/',
    sameSite: isJourney(name) ? 'lax' : SAME_SITE[name],
  });

  return {
    /** As the browser and other programs know it. */
    fullName,
    /** The value, or null when it is absent or not one that we would have written. */
    read(req: Request, name: CookieName): string | null {
      const prefix = `${fullName(name)}=`;
      const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim());
      const value = pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length);
      return value !== undefined && OUR_VALUE.test(value) ? value : null;
    },
    /** The open Google sign-ins of this browser, by the names of their cookies. */
    journeys: (req: Request): readonly JourneyCookie[] =>
      (req.headers.cookie ?? '')
        .split(';')
        .map((pair) => pair.slice(0, pair.indexOf('=')).trim().replace('__Host-', ''))
        .filter((name): name is JourneyCookie => JOURNEY.test(name)),
    set(res: Response, name: CookieName, cookie: { value: string; life: CookieLife }): void {
      const { value, life } = cookie;
      res.cookie(fullName(name), value, { ...attributes(name), ...lifetime(life) });
    },
    clear(res: Response, name: CookieName): void {
      res.clearCookie(fullName(name), attributes(name));
    },
  };
}
