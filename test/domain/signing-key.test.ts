import { describe, expect, it } from 'vitest';
import {
  isDueForRotation,
  isPublished,
  KEY_LEAD_MS,
  KEY_TRAIL_MS,
  KEYS_CACHE_S,
  KEYS_REREAD_MS,
  signingKeyAt,
} from '#src/domain/signing-key.js';
import { ACCESS_TOKEN_LIFETIME_S } from '#src/domain/session.js';

const NOON = new Date('2026-11-23T12:00:00Z');
const DAY_MS = 86_400_000;
const after = (ms: number): Date => new Date(NOON.getTime() + ms);
const key = (kid: string, createdMs: number, retiredMs: number | null = null) => ({
  kid,
  createdAt: after(createdMs),
  retiredAt: retiredMs === null ? null : after(retiredMs),
});

describe('the key that signs', () => {
  it.each([
    { what: 'nothing without keys', keys: [], at: 0, kid: undefined },
    { what: 'the very first at once', keys: [key('first', 0)], at: 0, kid: 'first' },
    {
      what: 'the old one while the new one is only published',
      keys: [key('new', 0), key('old', -DAY_MS, KEY_LEAD_MS)],
      at: KEY_LEAD_MS - 1,
      kid: 'old',
    },
    {
      what: 'the new one from the end of its lead on',
      keys: [key('new', 0), key('old', -DAY_MS, KEY_LEAD_MS)],
      at: KEY_LEAD_MS,
      kid: 'new',
    },
    {
      what: 'the first of two that are both too young',
      keys: [key('second', 1000), key('first', 0, 1000 + KEY_LEAD_MS)],
      at: 2000,
      kid: 'first',
    },
  ])('is $what', ({ keys, at, kid }) => {
    expect(signingKeyAt(keys, after(at))?.kid).toBe(kid);
  });

  it('is known to every cache and every instance before it signs', () => {
    expect(KEY_LEAD_MS).toBeGreaterThan(KEYS_CACHE_S * 1000 + KEYS_REREAD_MS);
  });
});

describe('a retired key', () => {
  it('is served until its last token has expired', () => {
    const retired = key('old', -DAY_MS, 0);
    const lastTokenEnds = ACCESS_TOKEN_LIFETIME_S * 1000;
    expect(isPublished(retired, after(lastTokenEnds))).toBe(true);
    expect(isPublished(retired, after(KEY_TRAIL_MS - 1))).toBe(true);
    expect(isPublished(retired, after(KEY_TRAIL_MS))).toBe(false);
  });
});

it('is due on the day', () => {
  const due = (ms: number) => isDueForRotation(key('k', 0), { now: after(ms), maxAgeDays: 90 });
  expect([due(90 * DAY_MS - 1), due(90 * DAY_MS)]).toEqual([false, true]);
});
