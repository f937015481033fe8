/** Seconds, as a JWT counts. */
export const ACCESS_TOKEN_LIFETIME_S = 900;
export const REFRESH_TOKEN_LIFETIME_MS = 7 * 24 * 60 * 60_000;
/** However often it is refreshed, a session ends this long after the sign-in (NIST SP 800-63B-4 §2.1.3, AAL1). */
export const SESSION_LIFETIME_MS = 30 * 24 * 60 * 60_000;
/** How long a browser is known after the sign-in. */
export const KNOWN_BROWSER_LIFETIME_MS = 180 * 24 * 60 * 60_000;
/** Two tabs may come with the same refresh token, or one with an older one, this long after a successor was made. */
export const REFRESH_GRACE_MS = 10_000;

export type RefreshJudgement = 'rotate' | 'grace' | 'reuse' | 'expired' | 'revoked';

/** What is known of a refresh token that is shown. */
export interface ShownRefreshToken {
  /** When a successor was last made for it. */
  readonly usedAt: Date | null;
  /** When one of its successors came into use. */
  readonly spentAt: Date | null;
  /** The same of the token whose place it took: that was another successor, if this one was never used. */
  readonly parentSpentAt: Date | null;
  readonly expiresAt: Date;
  readonly sessionCreatedAt: Date;
  readonly sessionRevokedAt: Date | null;
}

/**
 * What to do with a refresh token shown at `now`:
 * - `rotate`: make a successor. Also for a token that has one which was never used: its answer was lost on the way.
 * - `grace`: another tab was a moment ahead; answer with the session's newest token.
 * - `reuse`: a successor of it, or another token that took the same place, is in use: two parties hold copies. Revoke
 *   the family and tell the owner, even after the token has expired.
 * - `expired`, `revoked`: refuse. No session outlives its thirty days.
 *
 * Source: RFC 9700 §4.14.2.
 */
export function judgeRefresh(token: ShownRefreshToken, now: Date): RefreshJudgement {
  if (token.sessionRevokedAt) return 'revoked';
  const overtakenAt = token.usedAt ? token.spentAt : token.parentSpentAt;
  const isRecent = isWithinGrace(token.usedAt ?? overtakenAt, now);
  if (overtakenAt && !isRecent) return 'reuse';
  if (!(now < sessionEnd(token.sessionCreatedAt))) return 'expired';
  if (isRecent) return 'grace';
  return now < token.expiresAt ? 'rotate' : 'expired';
}

/** Absolute, because the clocks of two instances differ a little. */
function isWithinGrace(at: Date | null, now: Date): boolean {
  return at !== null && Math.abs(now.getTime() - at.getTime()) <= REFRESH_GRACE_MS;
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
