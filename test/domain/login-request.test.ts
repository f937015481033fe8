import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  loginRequestState,
  makeRequestCode,
  parseRequestCode,
  REQUEST_CODE_ALPHABET,
  showRequestCode,
  threeChoices,
} from '#src/domain/login-request.js';

const NOON = new Date('2026-11-23T12:00:00.000Z');

describe('a request code', () => {
  it('is read back from how it is shown, in any case', () => {
    let last = 0;
    const code = makeRequestCode((limit) => (last += 7) % limit);
    expect(showRequestCode(code)).toMatch(/^[A-Z\d]{4}-[A-Z\d]{4}$/);
    expect(parseRequestCode(` ${showRequestCode(code).toLowerCase()} `)).toBe(code);
  });

  it('has letters and digits: one of letters or digits alone is drawn again', () => {
    const drawn = ['ZZZZZZZZ', '22222222', 'ABCDEFG2', 'AB2D3FGH'].join('');
    let at = 0;
    const code = makeRequestCode(() => REQUEST_CODE_ALPHABET.indexOf(drawn.charAt(at++)));
    expect(code).toBe('AB2D3FGH');
  });

  it.each(['', 'ABCD-234', 'ABCD-23456', 'ABCD-234O', 'ABCD_2345', 'A'.repeat(65)])(
    'is not "%s"',
    (text) => expect(parseRequestCode(text)).toBeNull(),
  );

  it('reading never throws and gives only characters of the alphabet', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const code = parseRequestCode(text);
        return code === null || Array.from(code).every((c) => REQUEST_CODE_ALPHABET.includes(c));
      }),
    );
  });
});

describe('the choices', () => {
  it('are three different two-digit numbers with the right one among them, at any place', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 99 }),
        fc.infiniteStream(fc.nat()),
        (number, chance) => {
          const choices = threeChoices(number, (limit) => (chance.next().value ?? 0) % limit);
          expect(new Set(choices).size).toBe(3);
          expect(choices).toContain(number);
          for (const choice of choices) expect(choice).toBeGreaterThanOrEqual(10);
          for (const choice of choices) expect(choice).toBeLessThanOrEqual(99);
        },
      ),
    );
    const places = [0, 1, 2].map((at) => threeChoices(42, (n) => (n === 3 ? at : 0)).indexOf(42));
    expect(places).toEqual([0, 1, 2]);
  });
});

describe('a request', () => {
  it.each([
    ['pending', false, -1, 'pending'],
    ['pending', false, 0, 'expired'],
    ['pending', true, -1, 'asked'],
    ['pending', true, 0, 'expired'],
    ['approved', true, -1, 'approved'],
    ['approved', true, 0, 'expired'],
    ['denied', true, 0, 'denied'],
  ] as const)('that is %s (asked in a chat: %s), %i ms after its end, is %s', (...given) => {
    const [status, isAsked, ms, state] = given;
    const now = new Date(NOON.getTime() + ms);
    expect(loginRequestState({ status, isAsked, expiresAt: NOON }, now)).toBe(state);
  });
});
