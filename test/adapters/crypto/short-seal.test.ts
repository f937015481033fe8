import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { createShortSeal } from '#src/adapters/crypto/short-seal.js';

const key = randomBytes(32);
let now = Date.parse('2026-11-23T12:00:00Z');
const clock = { now: () => new Date(now) };
const sealer = createShortSeal(createKeyRing([key]), clock);
const at = { place: '/login', lifeS: 120 };

describe('the short seal', () => {
  it('reads back any text at the place it was made for, and nowhere else', () => {
    const anyText = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(anyText, (text) => {
        const sealed = sealer.seal(text, at);
        expect(sealed).toMatch(/^[\w-]+$/);
        expect(sealer.open(sealed, '/login')).toBe(text);
        expect(sealer.open(sealed, '/login/code')).toBeNull();
      }),
    );
  });

  it('opens nothing once its life is over', () => {
    const sealed = sealer.seal('x', at);
    now += 119_999;
    expect(sealer.open(sealed, '/login')).toBe('x');
    now += 1;
    expect(sealer.open(sealed, '/login')).toBeNull();
  });

  it('opens nothing with any single bit changed, or cut at any length', () => {
    const sealed = sealer.seal('529.982.247-25', at);
    const box = Buffer.from(sealed, 'base64url');
    for (let bit = 0; bit < box.length * 8; bit += 1) {
      const changed = Buffer.from(box);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(sealer.open(changed.toString('base64url'), '/login')).toBeNull();
    }
    for (let length = 0; length < box.length; length += 1)
      expect(sealer.open(box.subarray(0, length).toString('base64url'), '/login')).toBeNull();
  });

  it('opens nothing under another master key, not even under an older one of the ring', () => {
    const sealed = sealer.seal('x', at);
    const rotated = createShortSeal(createKeyRing([randomBytes(32), key]), clock);
    expect(rotated.open(sealed, '/login')).toBeNull();
  });
});
