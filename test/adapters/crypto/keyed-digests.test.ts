import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createDigests } from '#src/adapters/crypto/digests.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { createKeyedIndex } from '#src/adapters/crypto/keyed-index.js';
import type { Digests } from '#src/app/ports/crypto/digests.js';

const [older, newer] = [randomBytes(32), randomBytes(32)];

describe('the keyed index', () => {
  const index = createKeyedIndex(createKeyRing([older]));

  it('gives a value the same index each time and another kind another index', () => {
    expect(index.index('tax-id', '123')).toEqual(index.index('tax-id', '123'));
    expect(index.index('tax-id', '123')).not.toEqual(index.index('phone', '123'));
    expect(index.index('tax-id', '123')).toHaveLength(32);
  });

  it('still finds what was stored under an older master key', () => {
    const rotated = createKeyedIndex(createKeyRing([newer, older]));
    const [current, previous] = rotated.candidates('phone', '55');
    expect(current).toEqual(rotated.index('phone', '55'));
    expect(previous).toEqual(index.index('phone', '55'));
  });
});

describe('digests', () => {
  const digests = createDigests(createKeyRing([older]));
  type CodeInput = Parameters<Digests['code']>[0];
  const code = (challengeId: string, purpose: string, digits: string, accountId = 'a1') =>
    digests.code({ challengeId, accountId, purpose, code: digits } as CodeInput);

  it('keeps tokens of different kinds apart', () => {
    expect(digests.token('refresh', 't')).not.toEqual(digests.token('login-link', 't'));
  });

  it('binds a code to its challenge, purpose and account', () => {
    const digest = code('c1', 'login', '123456');
    expect(digests.same(digest, code('c1', 'login', '123456'))).toBe(true);
    expect(digests.same(digest, code('c2', 'login', '123456'))).toBe(false);
    expect(digests.same(digest, code('c1', 'reset', '123456'))).toBe(false);
    expect(digests.same(digest, code('c1', 'login', '123457'))).toBe(false);
    expect(digests.same(digest, code('c1', 'login', '123456', 'a2'))).toBe(false);
  });

  it('does not confuse parts that join to the same text', () => {
    expect(code('c1', 'login', '1')).not.toEqual(code('c1l', 'ogin', '1'));
  });

  it('calls digests of different lengths different', () => {
    expect(digests.same(new Uint8Array(32), new Uint8Array(31))).toBe(false);
  });
});
