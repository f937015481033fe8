import fc from 'fast-check';
import { describe, expect, it, test, vi } from 'vitest';

import { COMMON_PASSWORDS } from '#src/domain/common-passwords.js';
import { judgePassword } from '#src/domain/password.js';

const contextWords = ['zap-login', 'Admin', 'Joana Conceição', '529.982.247-25', 'Bia'];
const judge = (password: string): ReturnType<typeof judgePassword> =>
  judgePassword(password, { contextWords });

const accepted: [desc: string, password: string][] = [
  ['four words', 'correct horse battery staple'],
  ['a common word among others', 'flamengo perdeu de novo ontem'],
  ['ten random characters', 'tq7Vz!m2Xk'],
  ['ten random digits', '8374619203'],
  ['only spaces and letters', 'um dia de chuva fina'],
  ['the name of the service in a long sentence', 'zap-login abre a porta azul'],
  ['a short name by chance', 'rabiscos tortos'],
  ['another script', 'пароль из леса'],
  ['emoji', '🐙🌵🚲🍍🛶🦜🎈🧲🪁🥁'],
  ['256 characters', fill(256)],
  ['256 characters beyond the first plane', '🐙🌵🚲🍍🛶🦜🎈🧲'.repeat(32).replace(/🐙$/u, '🥁')],
];

/** Text that neither repeats nor counts. */
function fill(length: number): string {
  return Array.from({ length }, (_, at) =>
    String.fromCharCode(97 + ((at * at * 7 + at * 3) % 25)),
  ).join('');
}

const refused: [desc: string, password: string, code: string][] = [
  ['nothing', '', 'password_too_short'],
  ['nine characters', 'tq7Vz!m2X', 'password_too_short'],
  ['nine emoji, which are eighteen units', '🐙🌵🚲🍍🛶🦜🎈🧲🪁', 'password_too_short'],
  ['nine letters written as eighteen', 'e\u0301'.repeat(9), 'password_too_short'],
  ['257 characters', fill(257), 'password_too_long'],
  ['far too much', 'a\u0300\u0316'.repeat(100_000), 'password_too_long'],
  ['one character', 'aaaaaaaaaaaa', 'password_common'],
  ['one character and another', 'aaaaaaaaaab', 'password_common'],
  ['a short block', 'abcabcabcabc', 'password_common'],
  ['a short odd block', 'x9k!x9k!x9k!', 'password_common'],
  ['digits upwards', '1234567890', 'password_common'],
  ['digits downwards', '9876543210', 'password_common'],
  ['letters upwards', 'abcdefghijkl', 'password_common'],
  ['a row of keys', 'qwertyuiop', 'password_common'],
  ['rows of keys', 'asdfghjkl123', 'password_common'],
  ['columns of keys', '1qaz2wsx3edc', 'password_common'],
  ['a zigzag of keys', '1q2w3e4r5t6y', 'password_common'],
  ['the keys of the digits with shift', '!@#$%^&*()', 'password_common'],
  ['a word and digits', 'senha12345', 'password_common'],
  ['a word, a year and a sign', 'Brasil2026!', 'password_common'],
  ['digits before and behind', '123flamengo10', 'password_common'],
  ['look-alikes', 'P@ssw0rd2024', 'password_common'],
  ['look-alikes at the ends', '5up3rv1s0r', 'password_common'],
  ['two listed words that are listed', 'jesuscristo', 'password_common'],
  ['spaces between', 'eu amo voce', 'password_common'],
  ['a word twice', 'corinthianscorinthians', 'password_common'],
  ['accents', 'coração123', 'password_common'],
  ['a word with its number twice', 'palmeiras1palmeiras1', 'password_common'],
  ['a date with signs', '25/12/1990', 'password_common'],
  ['two dates', '2512199025122020', 'password_common'],
  ['a date from the year on', '1990-12-25', 'password_common'],
  ['the service and a number', 'zap-login123', 'password_contextual'],
  ['a part of the service', 'Login@2026', 'password_contextual'],
  ['the login name', 'admin12345', 'password_contextual'],
  ['the login name in look-alikes', '4dm1n!!2026', 'password_contextual'],
  ['the name without its accents', 'conceicao1990', 'password_contextual'],
  ['two words of the context', 'joana-conceicao-admin', 'password_contextual'],
  ['the tax id', '529.982.247-25', 'password_contextual'],
];

describe('judgePassword', () => {
  test.each(accepted)('takes %s', (_, password) => {
    expect(judge(password)).toEqual({ ok: true, value: password });
  });

  test.each(refused)('refuses %s', (_, password, code) => {
    expect(judge(password)).toEqual({ ok: false, error: { code } });
  });

  it('gives the same password for the two ways to type an accent', () => {
    const composed = judge('manhã de garoa fria'.normalize('NFC'));
    expect(composed.ok).toBe(true);
    expect(judge('manhã de garoa fria'.normalize('NFD'))).toEqual(composed);
  });

  it('case B8: measures what is too long before it brings it into a normal form', () => {
    const measured = vi.spyOn(String.prototype, 'normalize');
    expect(judge(`a${'\u0301'.repeat(16_000)}`)).toEqual({
      ok: false,
      error: { code: 'password_too_long' },
    });
    const longest = Math.max(0, ...measured.mock.contexts.map((text) => String(text).length));
    measured.mockRestore();
    expect(longest).toBeLessThan(1_100);
  });

  it('needs no context', () => {
    expect(judgePassword('admin-login-joana', { contextWords: [] }).ok).toBe(true);
    expect(judgePassword('tq7Vz!m2Xk', { contextWords: ['', ' ', '--', 'a'] }).ok).toBe(true);
  });

  it('refuses every listed word with digits behind it', () => {
    for (const word of COMMON_PASSWORDS) {
      const password = `${word}2026!`.padEnd(10, '!');
      expect([password, judgePassword(password, { contextWords: [] }).ok]).toEqual([
        password,
        false,
      ]);
    }
  });

  it('lists words in the form they are compared in', () => {
    expect(COMMON_PASSWORDS.size).toBeGreaterThan(300);
    for (const word of COMMON_PASSWORDS) expect(word).toMatch(/^[a-z]+$/);
  });

  it('takes random letters', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{16}$/),
        (password) => judgePassword(password, { contextWords: [] }).ok,
      ),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('never throws and never changes more than the normal form', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.array(fc.string()),
        (password, words) => {
          const judged = judgePassword(password, { contextWords: words });
          if (judged.ok) expect(judged.value).toBe(password.normalize('NFC'));
        },
      ),
    );
  });
});
