import { describe, expect, it } from 'vitest';

import { LOGIN_LINK_LIFETIME_MS, loginLinkState } from '#src/domain/login-link.js';

const NOON = new Date('2026-11-20T12:00:00Z');
const later = (ms: number): Date => new Date(NOON.getTime() + ms);
const fresh = { expiresAt: later(LOGIN_LINK_LIFETIME_MS), consumedAt: null, supersededAt: null };

describe('loginLinkState', () => {
  it('is open until the last millisecond of its life', () => {
    expect(loginLinkState(fresh, NOON)).toBe('open');
    expect(loginLinkState(fresh, later(LOGIN_LINK_LIFETIME_MS - 1))).toBe('open');
  });

  it('has expired at that instant', () => {
    expect(loginLinkState(fresh, later(LOGIN_LINK_LIFETIME_MS))).toBe('expired');
  });

  it('is dead once a newer link stands in for it', () => {
    expect(loginLinkState({ ...fresh, supersededAt: NOON }, NOON)).toBe('superseded');
  });

  it('stays consumed, whatever else is true of it', () => {
    const used = { ...fresh, consumedAt: NOON, supersededAt: NOON };
    expect(loginLinkState(used, later(LOGIN_LINK_LIFETIME_MS))).toBe('consumed');
  });

  it('is not open when a date is broken', () => {
    expect(loginLinkState({ ...fresh, expiresAt: new Date(Number.NaN) }, NOON)).toBe('expired');
  });
});
