import { describe, expect, it } from 'vitest';
import { systemRandom } from '#src/adapters/crypto/random.js';

const many = <T>(make: () => T) => Array.from({ length: 2_000 }, make);

describe('the system random source', () => {
  it('makes codes of six digits, leading zeros included', () => {
    const codes = many(() => systemRandom.code());
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
    expect(codes.some((code) => code.startsWith('0'))).toBe(true);
  });

  it.each([
    ['tokens of 256 bits', () => systemRandom.token(), /^[\w-]{43}$/],
    [
      'UUIDs',
      () => systemRandom.id(),
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    ],
    ['WhatsApp message ids', () => systemRandom.messageId(), /^3EB0[\dA-F]{18}$/],
  ])('makes %s and none twice', (_, make, shape) => {
    const made = many(make);
    expect(made.every((one) => shape.test(one))).toBe(true);
    expect(new Set(made).size).toBe(made.length);
  });
});
