import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseMasterKeys } from '#src/adapters/crypto/master-key.js';

const bytes = (at: (index: number) => number): Buffer =>
  Buffer.from(Array.from({ length: 32 }, (_, index) => at(index) & 0xff));
const half = randomBytes(16);
const piece = randomBytes(11);
const noise = randomBytes(32);

const MADE_UP: readonly (readonly [string, Buffer])[] = [
  ['16 bytes twice', Buffer.concat([half, half])],
  ['11 bytes again and again', bytes((at) => piece[at % 11] ?? 0)],
  ['16 bytes, then the same changed by one', bytes((at) => (half[at % 16] ?? 0) + (at >> 4))],
  ['a ramp', bytes((at) => at + 7)],
  ['a ramp of 17 that wraps', bytes((at) => 200 + 17 * at)],
  ['a ramp down', bytes((at) => 255 - 3 * at)],
  ['two ramps in turn', bytes((at) => (at % 2 === 0 ? 3 * at : 255 - 5 * at))],
  ['squares', bytes((at) => at * at)],
  ['a ramp with a few bytes changed', bytes((at) => (at % 5 === 0 ? (noise[at] ?? 0) : 9 * at))],
  ['text', Buffer.from('minha chave secreta de produção 1')],
  ['text with line ends', Buffer.from('uma linha\r\noutra linha\r\nmais uma!')],
  ['text in Latin-1', Buffer.from('a senha é a mesma de sempre, não', 'latin1')],
  ['small numbers', bytes((at) => (noise[at] ?? 0) & 0x0f)],
  ['digits with noise in front', Buffer.concat([noise.subarray(0, 4), Buffer.alloc(28, '739')])],
  ['noise and zeros', Buffer.concat([noise.subarray(0, 14), Buffer.alloc(18)])],
  ['little-endian counters', bytes((at) => (at % 4 === 0 ? at >> 2 : 0))],
];

describe('case A16: master keys that were not made by chance', () => {
  it.each(MADE_UP)('case A16: refuses %s', (_what, key) => {
    const padded = Buffer.concat([key, Buffer.alloc(32)]).subarray(0, 32);
    const parsed = parseMasterKeys(padded.toString('base64'));
    expect(parsed.ok || parsed.error.code).toBe('weak');
  });

  it.each([
    'ChangemeChangemeChangemeChangemeChangemeCha=',
    'thisismyverysecretmasterkeyforproductionuse=',
    'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ=',
    'ABABABABABABABABABABABABABABABABABABABABABA=',
    '1234567890123456789012345678901234567890123=',
  ])('case A16: refuses words typed as if they were base64: %s', (typed) => {
    const parsed = parseMasterKeys(typed);
    expect(parsed.ok ? 'taken' : parsed.error.told.en).toMatch(/made by chance|not base64/);
  });

  it('takes thousands of keys of openssl rand -base64 32', () => {
    for (let made = 0; made < 3000; made += 1) {
      const key = randomBytes(32).toString(made % 2 === 0 ? 'base64' : 'base64url');
      expect([key, parseMasterKeys(key).ok]).toEqual([key, true]);
    }
  });
});
