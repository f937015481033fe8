import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import {
  describeDevice,
  judgeRefresh,
  REFRESH_GRACE_MS,
  refreshExpiry,
  REFRESH_TOKEN_LIFETIME_MS,
  SESSION_LIFETIME_MS,
} from '#src/domain/session.js';

const NOON = new Date('2026-11-20T12:00:00Z');
const later = (ms: number): Date => new Date(NOON.getTime() + ms);
const fresh = {
  usedAt: null,
  spentAt: null,
  parentSpentAt: null,
  expiresAt: later(REFRESH_TOKEN_LIFETIME_MS),
  sessionCreatedAt: NOON,
  sessionRevokedAt: null,
};

describe('judgeRefresh', () => {
  it('rotates a token on its first use, until the last millisecond of its life', () => {
    expect(judgeRefresh(fresh, NOON)).toBe('rotate');
    expect(judgeRefresh(fresh, later(REFRESH_TOKEN_LIFETIME_MS - 1))).toBe('rotate');
  });

  it('refuses it from then on', () => {
    expect(judgeRefresh(fresh, later(REFRESH_TOKEN_LIFETIME_MS))).toBe('expired');
  });

  it('case A9: answers a second tab within the grace, and makes a new successor for a lost one after it', () => {
    const used = { ...fresh, usedAt: NOON };
    expect(judgeRefresh(used, NOON)).toBe('grace');
    expect(judgeRefresh(used, later(REFRESH_GRACE_MS))).toBe('grace');
    expect(judgeRefresh(used, later(REFRESH_GRACE_MS + 1))).toBe('rotate');
    expect(judgeRefresh(used, later(11 * 3_600_000))).toBe('rotate');
    expect(judgeRefresh(used, later(REFRESH_TOKEN_LIFETIME_MS))).toBe('expired');
  });

  it('case A9: calls it reuse once a successor is in use, but for a tab that was a moment behind', () => {
    const spent = { ...fresh, usedAt: NOON, spentAt: later(1000) };
    expect(judgeRefresh(spent, later(REFRESH_GRACE_MS))).toBe('grace');
    expect(judgeRefresh(spent, later(REFRESH_GRACE_MS + 1))).toBe('reuse');
  });

  it('case A9: calls it reuse when another token that took the same place is in use', () => {
    const beside = { ...fresh, parentSpentAt: NOON };
    expect(judgeRefresh(beside, later(REFRESH_GRACE_MS))).toBe('grace');
    expect(judgeRefresh(beside, later(REFRESH_GRACE_MS + 1))).toBe('reuse');
    const rotated = { ...beside, usedAt: NOON };
    expect(judgeRefresh(rotated, later(REFRESH_GRACE_MS + 1))).toBe('rotate');
  });

  it('bears a clock that is a little behind, not one that is far behind', () => {
    const spent = { ...fresh, usedAt: later(1000), spentAt: later(2000) };
    expect(judgeRefresh(spent, NOON)).toBe('grace');
    const far = { ...spent, usedAt: later(REFRESH_GRACE_MS + 1) };
    expect(judgeRefresh(far, NOON)).toBe('reuse');
  });

  it('still calls the reuse of an expired token reuse', () => {
    const spent = { ...fresh, usedAt: NOON, spentAt: NOON };
    expect(judgeRefresh(spent, later(REFRESH_TOKEN_LIFETIME_MS + 1))).toBe('reuse');
    expect(judgeRefresh(spent, later(SESSION_LIFETIME_MS + 1))).toBe('reuse');
  });

  it('ends a session thirty days after its sign-in, however fresh its token is', () => {
    const kept = { ...fresh, expiresAt: later(2 * SESSION_LIFETIME_MS) };
    expect(judgeRefresh(kept, later(SESSION_LIFETIME_MS - 1))).toBe('rotate');
    expect(judgeRefresh(kept, later(SESSION_LIFETIME_MS))).toBe('expired');
    const tabs = { ...kept, usedAt: later(SESSION_LIFETIME_MS - 1) };
    expect(judgeRefresh(tabs, later(SESSION_LIFETIME_MS))).toBe('expired');
    expect(SESSION_LIFETIME_MS).toBe(30 * 86_400_000);
  });

  it('refuses every token of a revoked session', () => {
    const revoked = { ...fresh, sessionRevokedAt: NOON };
    expect(judgeRefresh(revoked, NOON)).toBe('revoked');
    expect(judgeRefresh({ ...revoked, usedAt: NOON }, later(1))).toBe('revoked');
  });

  it('lets nobody in when a date is broken', () => {
    const never = new Date(Number.NaN);
    expect(judgeRefresh({ ...fresh, expiresAt: never }, NOON)).toBe('expired');
    expect(judgeRefresh({ ...fresh, usedAt: NOON, spentAt: never }, later(20_000))).toBe('reuse');
    expect(judgeRefresh({ ...fresh, usedAt: never, spentAt: NOON }, NOON)).toBe('reuse');
    expect(judgeRefresh({ ...fresh, parentSpentAt: never }, NOON)).toBe('reuse');
    expect(judgeRefresh({ ...fresh, sessionCreatedAt: never }, NOON)).toBe('expired');
  });
});

it('a refresh token lives seven days, and no longer than its session', () => {
  expect(refreshExpiry(NOON, NOON)).toEqual(later(REFRESH_TOKEN_LIFETIME_MS));
  const nearlyOver = later(SESSION_LIFETIME_MS - 1000);
  expect(refreshExpiry(NOON, nearlyOver)).toEqual(later(SESSION_LIFETIME_MS));
});

const KIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const devices: [userAgent: string, browser: string | null, system: string | null][] = [
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${KIT} Chrome/142.0.0.0 Safari/537.36`,
    'Chrome',
    'Windows',
  ],
  [
    `Mozilla/5.0 (Windows NT 10.0) ${KIT} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`,
    'Edge',
    'Windows',
  ],
  [
    `Mozilla/5.0 (Windows NT 10.0) ${KIT} Chrome/142.0.0.0 Safari/537.36 OPR/120.0`,
    'Opera',
    'Windows',
  ],
  [
    `Mozilla/5.0 (Linux; Android 15; K) ${KIT} Chrome/142.0.0.0 Mobile Safari/537.36`,
    'Chrome',
    'Android',
  ],
  [
    `Mozilla/5.0 (Linux; Android 15) ${KIT} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
    'Samsung Internet',
    'Android',
  ],
  ['Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0', 'Firefox', 'Android'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1',
    'Safari',
    'iPhone',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 CriOS/142.0 Mobile/15E148 Safari/604.1',
    'Chrome',
    'iPhone',
  ],
  [
    'Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 FxiOS/145.0 Mobile/15E148 Safari/605.1.15',
    'Firefox',
    'iPad',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15',
    'Safari',
    'macOS',
  ],
  [
    `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${KIT} Chrome/142.0.0.0 Safari/537.36`,
    'Chrome',
    'ChromeOS',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox', 'Linux'],
  ['curl/8.5.0', null, null],
  ['WhatsApp/2.23.20.0 A', null, null],
  ['', null, null],
];

describe('describeDevice', () => {
  test.each(devices)('reads %s', (userAgent, browser, system) => {
    expect(describeDevice(userAgent)).toEqual({ browser, system });
  });

  it('reads no further than the length of a real header', () => {
    expect(describeDevice(`${' '.repeat(512)}Chrome/142 Windows`)).toEqual({
      browser: null,
      system: null,
    });
  });

  it('never repeats what the header says', () => {
    const names = devices.flatMap(([, browser, system]) => [browser, system]);
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...devices), (noise, [userAgent]) => {
        const { browser, system } = describeDevice(`${noise} ${userAgent} ${noise}`);
        expect(names).toContain(browser);
        expect(names).toContain(system);
      }),
    );
  });
});
