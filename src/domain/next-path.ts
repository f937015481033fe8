/** Only its origin matters; `.invalid` never resolves (RFC 2606). */
const OWN_SITE = 'https://own-site.invalid';
/**
 * UTF-16 units. It is stored with every login request and Google sign-in, which can be started without an account
 * (security case 68).
 */
const LONGEST_PATH = 512;

/** Browsers drop tabs and line breaks and read `\` as `/`: with them `/\evil` and `/<tab>/evil` leave the site. */
const UNSAFE_CHARACTER = /[\p{Cc}\s\\]/u;
/** The same characters encoded, for a proxy or an app behind us that decodes once more than it should. */
const UNSAFE_ENCODED = /%(?:25)*(?:[01][\da-f]|5c|7f)/i;
const ENCODED_SLASH = /%(?:25)*2f/i;

/**
 * The page to go to after a login, when it is a path on this site, else `fallback` (which the caller answers for).
 * Comes back as a browser would resolve it, dot segments removed. Source: security case 30, OWASP ASVS 5.0 on open
 * redirects. Never throws.
 */
export function safeNextPath(input: unknown, fallback: string): string {
  if (typeof input !== 'string' || input.length > LONGEST_PATH) return fallback;
  if (!/^\/(?![/\\])/.test(input)) return fallback;
  if (UNSAFE_CHARACTER.test(input) || UNSAFE_ENCODED.test(input)) return fallback;
  if (!URL.canParse(input, OWN_SITE)) return fallback;
  const url = new URL(input, OWN_SITE);
  if (url.origin !== OWN_SITE || ENCODED_SLASH.test(url.pathname)) return fallback;
  // `/..//evil` becomes `//evil` once its dots are resolved.
  if (url.pathname.startsWith('//')) return fallback;
  return url.pathname + url.search + url.hash;
}
