import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import {
  challengeState,
  CODE_DIGITS,
  CODE_LIFETIME_MS,
  looksLikeCode,
  MAX_WRONG_CODES,
  parseCode,
} from '#src/domain/challenge.js';

const NOON = new Date('2026-11-20T12:00:00Z');
const later = (ms: number): Date => new Date(NOON.getTime() + ms);

describe('parseCode', () => {
  test.each([
    ['six digits', '012345'],
    ['a space in the middle', '012 345'],
    ['a dash in the middle', '012-345'],
    ['a dash of another kind', '012–345'],
    ['spaces around', ' 012345\n'],
    ['full-width digits', '０１２３４５'],
    ['zero-width characters', '012\u200b345\ufeff'],
  ])('takes %s and keeps the leading zero', (_, input) => {
    expect(parseCode(input)).toEqual({ ok: true, value: '012345' });
  });

  test.each([
    ['nothing', ''],
    ['five digits', '12345'],
    ['seven digits', '1234567'],
    ['a letter', '12345a'],
    ['a sign', '+123456'],
    ['a number with exponent', '1e5000'],
    ['digits of another script', '١٢٣٤٥٦'],
    ['a word before it', 'código 123456'],
    ['far too much', '123456'.padEnd(100_000)],
  ])('refuses %s', (_, input) => {
    expect(parseCode(input)).toEqual({ ok: false, error: { code: 'code_malformed' } });
  });

  it('never throws and gives back nothing but digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (input) => {
        const parsed = parseCode(input);
        if (parsed.ok) expect(parsed.value).toMatch(new RegExp(`^[0-9]{${CODE_DIGITS}}$`));
      }),
    );
  });
});

describe('looksLikeCode', () => {
  test.each(['123456', ' 123456 ', '123 456', '123-456', '*123456*', '123456.', '１２３４５６'])(
    'knows a pasted code: %s',
    (text) => {
      expect(looksLikeCode(text)).toBe(true);
    },
  );

  test.each([
    '',
    '1',
    '12345',
    '1234567',
    '12-10-26',
    '1 2 3 4 5 6',
    'código 123456',
    '52998224725',
  ])('leaves other messages alone: %s', (text) => {
    expect(looksLikeCode(text)).toBe(false);
  });

  it('does not read a long message', () => {
    expect(looksLikeCode(`123456${' '.repeat(10_000)}`)).toBe(false);
  });
});

describe('challengeState', () => {
  const fresh = { expiresAt: later(CODE_LIFETIME_MS), consumedAt: null, wrongCodes: 0 };

  it('is open until the last millisecond of its life', () => {
    expect(challengeState(fresh, NOON)).toBe('open');
    expect(challengeState(fresh, later(CODE_LIFETIME_MS - 1))).toBe('open');
  });

  it('has expired at that instant and after it', () => {
    expect(challengeState(fresh, later(CODE_LIFETIME_MS))).toBe('expired');
    expect(challengeState(fresh, later(CODE_LIFETIME_MS + 1))).toBe('expired');
  });

  it('is exhausted by the last wrong code, and not before', () => {
    expect(challengeState({ ...fresh, wrongCodes: MAX_WRONG_CODES - 1 }, NOON)).toBe('open');
    expect(challengeState({ ...fresh, wrongCodes: MAX_WRONG_CODES }, NOON)).toBe('exhausted');
    expect(challengeState({ ...fresh, wrongCodes: MAX_WRONG_CODES + 1 }, NOON)).toBe('exhausted');
  });

  it('is expired and not exhausted once its time is over', () => {
    const spent = { ...fresh, wrongCodes: MAX_WRONG_CODES };
    expect(challengeState(spent, later(CODE_LIFETIME_MS - 1))).toBe('exhausted');
    expect(challengeState(spent, later(CODE_LIFETIME_MS))).toBe('expired');
  });

  it('stays consumed, whatever else is true of it', () => {
    const used = { ...fresh, consumedAt: NOON, wrongCodes: MAX_WRONG_CODES };
    expect(challengeState(used, NOON)).toBe('consumed');
    expect(challengeState(used, later(CODE_LIFETIME_MS))).toBe('consumed');
  });

  it('is not open when a date is broken', () => {
    expect(challengeState({ ...fresh, expiresAt: new Date(Number.NaN) }, NOON)).toBe('expired');
    expect(challengeState(fresh, new Date(Number.NaN))).toBe('expired');
  });
});
