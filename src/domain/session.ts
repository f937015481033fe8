/** Seconds, as a JWT counts. */
export const ACCESS_TOKEN_LIFETIME_S = 900;
export const REFRESH_TOKEN_LIFETIME_MS = 7 * 24 * 60 * 60_000;
/** However often it is refreshed, a session ends this long after the sign-in (NIST SP 800-63B-4 §2.1.3, AAL1). */
export const SESSION_LIFETIME_MS = 30 * 24 * 60 * 60_000;
/** Two tabs, or a retry after a lost answer, may show the same refresh token this long after its first use. */
export const REFRESH_GRACE_MS = 10_000;

export type RefreshJudgement = 'rotate' | 'grace' | 'reuse' | 'expired' | 'revoked';

/**
 * What to do with a refresh token shown at `now`: `rotate` it, answer with the same successor again (`grace`), revoke
 * the whole family and tell the owner (`reuse`), or refuse; no session outlives its thirty days. Reuse is reuse even after the token has expired: its
 * successors may be alive in other hands. Source: RFC 9700 §4.14.2.
 */
export function judgeRefresh(
  token: {
    usedAt: Date | null;
    expiresAt: Date;
    sessionCreatedAt: Date;
    sessionRevokedAt: Date | null;
  },
  now: Date,
): RefreshJudgement {
  if (token.sessionRevokedAt) return 'revoked';
  if (token.usedAt) {
    // Absolute, because the clocks of two instances differ a little.
    const apart = Math.abs(now.getTime() - token.usedAt.getTime());
    return apart <= REFRESH_GRACE_MS ? 'grace' : 'reuse';
  }
  const isAlive = now < token.expiresAt && now < sessionEnd(token.sessionCreatedAt);
  return isAlive ? 'rotate' : 'expired';
}

/** When a refresh token made at `now` expires: never after its session. */
export function refreshExpiry(sessionCreatedAt: Date, now: Date): Date {
  const end = sessionEnd(sessionCreatedAt).getTime();
  return new Date(Math.min(now.getTime() + REFRESH_TOKEN_LIFETIME_MS, end));
}

function sessionEnd(createdAt: Date): Date {
  return new Date(createdAt.getTime() + SESSION_LIFETIME_MS);
}

/** UTF-16 units that are read: the header is the client's to choose. */
const LONGEST_USER_AGENT = 512;

/** In this order: nearly every browser also claims to be the ones below it. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:Edg|EdgA|EdgiOS)\//, 'Edge'],
  [/\b(?:OPR|OPT|OPX)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*Safari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** Names from closed lists, the same in every language; `null` when nothing in the list fits. */
export interface Device {
  readonly browser: string | null;
  readonly system: string | null;
}

/**
 * What the owner of an account is told about a device, from its `User-Agent`. The header proves nothing; no part of it
 * is ever repeated.
 */
export function describeDevice(userAgent: string): Device {
  const start = userAgent.slice(0, LONGEST_USER_AGENT);
  return { browser: firstMatch(BROWSERS, start), system: firstMatch(SYSTEMS, start) };
}

function firstMatch(list: typeof BROWSERS, text: string): string | null {
  return list.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
