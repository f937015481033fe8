import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { safeNextPath } from '#src/domain/next-path.js';

const FALLBACK = '/dashboard';
const SITE = 'https://login.example';

const kept: [input: string, path: string][] = [
  ['/', '/'],
  ['/account', '/account'],
  ['/a/b?c=d&e=%2Ff#g', '/a/b?c=d&e=%2Ff#g'],
  ['/a?u=https://other.example//x', '/a?u=https://other.example//x'],
  ['/a/../b', '/b'],
  ['/a/%2e%2e/b', '/b'],
  ['/olá', '/ol%C3%A1'],
  ['/100%25', '/100%25'],
  ['/@evil.example', '/@evil.example'],
];

const refused: [desc: string, input: unknown][] = [
  ['another host', '//evil.example'],
  ['three slashes', '///evil.example'],
  ['a backslash', '/\\evil.example'],
  ['two backslashes', '\\\\evil.example'],
  ['a backslash further on', '/a\\b'],
  ['a script', 'javascript:alert(1)'],
  ['data', 'data:text/html,x'],
  ['a whole address', 'https://evil.example/'],
  ['an address of this site', `${SITE}/a`],
  ['a scheme alone', 'https:/evil.example'],
  ['user information', '//login.example@evil.example'],
  ['a relative path', 'account'],
  ['a dot path', './account'],
  ['a query alone', '?a'],
  ['a line break', '/a\r\nSet-Cookie: x=1'],
  ['an encoded line break', '/a%0d%0aSet-Cookie:%20x=1'],
  ['an encoded line break in the query', '/a?b=%0D%0Ac'],
  ['a line break encoded twice', '/a%250d%250a'],
  ['a tab that browsers drop', '/\t/evil.example'],
  ['a line feed that browsers drop', '/\n/evil.example'],
  ['a leading space', ' //evil.example'],
  ['a space', '/ /evil.example'],
  ['a NUL', '/\0/evil.example'],
  ['a C1 control character', '/\u0085/evil.example'],
  ['an encoded NUL', '/%00/evil.example'],
  ['an encoded delete', '/%7f'],
  ['an encoded backslash', '/%5cevil.example'],
  ['a backslash encoded twice', '/%255Cevil.example'],
  ['an encoded slash', '/%2f/evil.example'],
  ['an encoded slash first', '/%2Fevil.example'],
  ['a slash encoded twice', '/%252fevil.example'],
  ['dots that leave two slashes', '/..//evil.example'],
  ['one dot that leaves two slashes', '/.//evil.example'],
  ['encoded dots that leave two slashes', '/%2e%2e//evil.example'],
  ['a path that ends in two slashes', '/a/..//'],
  ['nothing', ''],
  ['undefined', undefined],
  ['null', null],
  ['a repeated parameter', ['/a', '//evil.example']],
  ['an object', { toString: () => '/a' }],
  ['a number', 1],
  ['far too much', `/${'a'.repeat(512)}`],
];

describe('safeNextPath', () => {
  test.each(kept)('keeps %s', (input, path) => {
    expect(safeNextPath(input, FALLBACK)).toBe(path);
  });

  test.each(refused)('falls back for %s', (_, input) => {
    expect(safeNextPath(input, FALLBACK)).toBe(FALLBACK);
  });

  it('always stays on the site, also when a browser, a proxy or an app reads it in a laxer way', () => {
    const parts = [
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '%2f',
      '%5c',
      '%25',
      '%0a',
      '\t',
      '\n',
      '@',
      ':',
      '?',
      '#',
    ];
    const words = [
      'evil.example',
      'https:',
      'javascript:',
      'a',
      'é',
      ' ',
      '\u200b',
      '／',
      '%',
      '%2',
      ';',
    ];
    const pieces = fc.array(fc.constantFrom(...parts, ...words), { maxLength: 12 });
    const inputs = fc.oneof(
      pieces.map((list) => list.join('')),
      pieces.map((list) => `/${list.join('')}`),
      fc.string({ unit: 'binary' }),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
    );
    fc.assert(
      fc.property(inputs, (input) => {
        const path = safeNextPath(input, FALLBACK);
        expect(path).toMatch(/^\/(?!\/)[!-~]*$/);
        expect(new URL(path, SITE).origin).toBe(SITE);
        expect(new URL(path.replaceAll('\\', '/'), SITE).origin).toBe(SITE);
        const [beforeQuery = ''] = path.split(/[?#]/);
        const decoded = safelyDecoded(safelyDecoded(beforeQuery));
        expect(new URL(decoded, SITE).origin).toBe(SITE);
        expect(safeNextPath(path, FALLBACK)).toBe(path);
      }),
      { numRuns: 2000 },
    );
  });
});

function safelyDecoded(text: string): string {
  return text.replace(/%[\da-f]{2}/gi, (byte) =>
    String.fromCharCode(Number.parseInt(byte.slice(1), 16)),
  );
}
