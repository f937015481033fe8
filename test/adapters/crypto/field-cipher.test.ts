import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFieldCipher } from '#src/adapters/crypto/field-cipher.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';

const [older, newer] = [randomBytes(32), randomBytes(32)];
const cipher = createFieldCipher(createKeyRing([older]));

describe('the field cipher', () => {
  it('reads back any text', () => {
    const anyText = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(anyText, anyText, (text, context) => {
        expect(cipher.decryptText(cipher.encrypt(text, context), context)).toBe(text);
      }),
    );
  });

  it('reads back bytes as the text they are', () => {
    expect(cipher.decryptText(cipher.encrypt(Buffer.from('ação'), 'c'), 'c')).toBe('ação');
  });

  it('makes a different box each time', () => {
    expect(cipher.encrypt('same', 'c')).not.toEqual(cipher.encrypt('same', 'c'));
  });

  it('refuses a box with any single bit changed', () => {
    const box = cipher.encrypt('11 digits', 'account.tax_id:1');
    for (let bit = 0; bit < box.length * 8; bit += 1) {
      const changed = Uint8Array.from(box);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => cipher.decryptText(changed, 'account.tax_id:1')).toThrow();
    }
  });

  it('refuses a box cut at any length', () => {
    const box = cipher.encrypt('text', 'c');
    for (let length = 0; length < box.length; length += 1)
      expect(() => cipher.decryptText(box.subarray(0, length), 'c')).toThrow();
  });

  it('refuses a box moved to another row', () => {
    const box = cipher.encrypt('text', 'account.name:1');
    expect(() => cipher.decryptText(box, 'account.name:2')).toThrow();
  });

  it('reads what was written under an older key and writes under the current one', () => {
    const rotated = createFieldCipher(createKeyRing([newer, older]));
    expect(rotated.decryptText(cipher.encrypt('old', 'c'), 'c')).toBe('old');
    const rewritten = rotated.encrypt('new', 'c');
    expect(createFieldCipher(createKeyRing([newer])).decryptText(rewritten, 'c')).toBe('new');
    expect(() => cipher.decryptText(rewritten, 'c')).toThrow('a master key this process lacks');
  });
});
