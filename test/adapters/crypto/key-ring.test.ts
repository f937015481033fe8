import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findByKeyCheckValue, keyCheckValue } from '#src/adapters/crypto/key-check.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';

const fixed = (first: number) => Uint8Array.from({ length: 32 }, (_, at) => (first + at * 7) % 256);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('the key ring', () => {
  it('derives the keys that existing data was written under', () => {
    const ring = createKeyRing([fixed(1)]);
    expect(hex(ring.current.id)).toMatchInlineSnapshot(`"bc6bd53b"`);
    expect(ring.current.subKey('field-cipher').export().toString('hex')).toMatchInlineSnapshot(
      `"05ff9a43a72655838a34a2d1e4144b528f6ddf56b65c368f243700e5c122421d"`,
    );
  });

  it('derives unrelated keys for different labels and for different master keys', () => {
    const ring = createKeyRing([fixed(1), fixed(2)]);
    const keys = ring.all.flatMap((key) => ['a', 'b'].map((label) => key.subKey(label).export()));
    expect(new Set(keys.map(hex)).size).toBe(4);
    expect(keys.every((key) => key.length === 32)).toBe(true);
  });

  it('finds a key by its id and no other', () => {
    const ring = createKeyRing([fixed(1), fixed(2)]);
    expect(ring.all.map((key) => ring.find(key.id))).toEqual(ring.all);
    expect(ring.find(new Uint8Array(4))).toBeUndefined();
  });

  it.each([
    ['no key', []],
    ['a short key', [randomBytes(31)]],
    ['the same key twice', [fixed(1), fixed(1)]],
  ])('refuses %s', (_, keys) => {
    expect(() => createKeyRing(keys)).toThrow();
  });

  it('recognises the fingerprint of any of its keys and refuses that of another', () => {
    const stored = keyCheckValue(createKeyRing([fixed(1)]));
    const ring = createKeyRing([fixed(2), fixed(1)]);
    expect(findByKeyCheckValue(ring, stored)).toBe(ring.all[1]);
    expect(findByKeyCheckValue(createKeyRing([fixed(2)]), stored)).toBeNull();
  });
});
