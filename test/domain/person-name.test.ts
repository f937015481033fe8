import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { maskPersonName, parsePersonName } from '#src/domain/person-name.js';

const accepted: [desc: string, input: string, name: string][] = [
  ['a name', 'Joana Silva', 'Joana Silva'],
  ['spaces, tabs and line breaks', '  Joana \t\n Silva ', 'Joana Silva'],
  ['accents in two code points', 'Joa\u0303o', 'João'],
  ['an apostrophe', "Luísa D'Ávila", "Luísa D'Ávila"],
  ['other signs for an apostrophe', 'Luísa D´Ávila D’Ávila', "Luísa D'Ávila D'Ávila"],
  ['a hyphen', 'Ana-Maria Braga', 'Ana-Maria Braga'],
  ['initials', 'J. R. Silva', 'J. R. Silva'],
  ['joined initials', 'J.R. Silva', 'J.R. Silva'],
  ['a suffix', 'Davi Silva Jr.', 'Davi Silva Jr.'],
  ['another script', '김 민준', '김 민준'],
  ['marks that do not compose', 'ยุพิน', 'ยุพิน'],
  ['two letters', 'Bo', 'Bo'],
  ['eighty characters', 'a'.repeat(80), 'a'.repeat(80)],
  ['a bidi override', 'Joana\u202e Silva', 'Joana Silva'],
  ['zero-width characters', 'Jo\u200bana\ufeff', 'Joana'],
  ['blank letters', 'Joana\u3164 Silva', 'Joana Silva'],
  ['control characters', 'Joana\u0000\u0007 Silva', 'Joana Silva'],
];

const refused: [desc: string, input: string, code: string][] = [
  ['nothing', '', 'name_missing'],
  ['spaces', ' \n ', 'name_missing'],
  ['invisible characters', '\u200b\u202e\u3164', 'name_missing'],
  ['eighty-one characters', 'a'.repeat(81), 'name_too_long'],
  ['far too much', 'a'.repeat(100_000), 'name_too_long'],
  ['a hundred thousand marks', `a${'\u0300\u0316'.repeat(50_000)}`, 'name_too_long'],
  ['a name behind hundreds of spaces', 'Joana'.padStart(500), 'name_too_long'],
  ['one letter', 'J', 'name_not_a_name'],
  ['one letter with a dot', 'J.', 'name_not_a_name'],
  ['dashes', '--', 'name_not_a_name'],
  ['emoji', '😀😀', 'name_not_a_name'],
  ['emoji behind a name', 'Joana 😀', 'name_not_a_name'],
  ['digits', 'Joana 2', 'name_not_a_name'],
  ['a CPF', '529.982.247-25', 'name_not_a_name'],
  ['digits of another script', 'Joana ٥', 'name_not_a_name'],
  ['an address', 'www.evil.com', 'name_not_a_name'],
  ['a short address', 't.me', 'name_not_a_name'],
  ['an address behind a name', 'Joana evil.com', 'name_not_a_name'],
  ['an address with a scheme', 'https://evil', 'name_not_a_name'],
  ['an e-mail address', 'joana@evil', 'name_not_a_name'],
  ['markup', '<b>Joana</b>', 'name_not_a_name'],
  ['chat formatting', '*Joana*', 'name_not_a_name'],
  ['a tower of marks', 'Jo\u0316\u0317\u0318\u0319ana', 'name_not_a_name'],
  ['a mark without letter', '\u0301 Joana', 'name_not_a_name'],
];

function nameOf(input: string): Parameters<typeof maskPersonName>[0] {
  const parsed = parsePersonName(input);
  if (!parsed.ok) throw new Error('sample refused');
  return parsed.value;
}

describe('parsePersonName', () => {
  test.each(accepted)('takes %s', (_, input, name) => {
    expect(parsePersonName(input)).toEqual({ ok: true, value: name });
  });

  test.each(refused)('refuses %s', (_, input, code) => {
    expect(parsePersonName(input)).toEqual({ ok: false, error: { code } });
  });

  it('never throws, lets nothing but letters, marks, spaces and four signs through, and takes them again', () => {
    const likely = fc.string({ unit: fc.constantFrom(...Array.from("aÉz '.-\u0301\u200b5")) });
    fc.assert(
      fc.property(fc.oneof(likely, fc.string({ unit: 'binary' })), (input) => {
        const parsed = parsePersonName(input);
        if (!parsed.ok) return;
        expect(parsed.value).toMatch(/^[\p{L}\p{M}'.-]+(?: [\p{L}\p{M}'.-]+)*$/u);
        expect(parsed.value).not.toMatch(/\.\p{L}{2}/u);
        expect(parsePersonName(parsed.value)).toEqual(parsed);
      }),
    );
  });
});

describe('masks', () => {
  test.each([
    ['Joana Silva', 'J••• S•••'],
    ['Joana Maria da Silva', 'J••• S•••'],
    ['Joana', 'J•••'],
    ["d'Ávila Érica", 'd••• É•••'],
    ["'Joana -", 'J•••'],
  ])('shows two initials of %s at most', (input, mask) => {
    expect(maskPersonName(nameOf(input))).toBe(mask);
  });

  it('hides how long a name is', () => {
    expect(maskPersonName(nameOf('Li Bo'))).toHaveLength(
      maskPersonName(nameOf('Lisandra Bonifácio')).length,
    );
  });
});
