import { isValidCnpj } from '@brazilian-utils/brazilian-utils/is-valid-cnpj';
import { isValidCpf } from '@brazilian-utils/brazilian-utils/is-valid-cpf';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { maskOwnTaxId, maskTaxId, parseTaxId, taxIdKind } from '#src/domain/tax-id.js';
import { anyCnpj, anyCpf, checkDigits } from './tax-id-samples.js';

const accepted: [desc: string, input: string, taxId: string][] = [
  ['a CPF in digits', '52998224725', '52998224725'],
  ['a CPF with its punctuation', '529.982.247-25', '52998224725'],
  ['a CPF with spaces around and between', ' 529 982 247 25 ', '52998224725'],
  ['a CPF in full-width digits', '５２９．９８２．２４７－２５', '52998224725'],
  [
    'a CPF with zero-width and bidi characters',
    '\u200b529\u200d982\u2066247\ufeff25\u2069',
    '52998224725',
  ],
  ['a CPF in keycap emoji', '5️⃣2️⃣9️⃣98224725', '52998224725'],
  ['a CPF with an en dash', '529.982.247–25', '52998224725'],
  ['a CPF with a no-break space', '529.982.247\u00a025', '52998224725'],
  ['the CPF of a textbook', '123.456.789-09', '12345678909'],
  ['a CPF that starts with zeros', '000.000.001-91', '00000000191'],
  ['a CNPJ in digits', '11222333000181', '11222333000181'],
  ['a CNPJ with its punctuation', '11.222.333/0001-81', '11222333000181'],
  ['a CNPJ with letters', '12.ABC.345/01DE-35', '12ABC34501DE35'],
  ['a CNPJ with small letters', '12abc34501de35', '12ABC34501DE35'],
  ['a CNPJ in full-width letters', '１２ＡＢＣ34501DE35', '12ABC34501DE35'],
];

const refused: [desc: string, input: string, code: string][] = [
  ['nothing', '', 'tax_id_missing'],
  ['only spaces', ' \t\n', 'tax_id_missing'],
  ['only punctuation', '...-/', 'tax_id_missing'],
  ['a word', 'joana', 'tax_id_missing'],
  ['ten digits', '5299822472', 'tax_id_wrong_length'],
  ['twelve digits', '529982247251', 'tax_id_wrong_length'],
  ['thirteen characters', '12ABC34501DE3', 'tax_id_wrong_length'],
  ['a letter in a CPF', '5299822472A', 'tax_id_wrong_length'],
  ['words around a CPF', 'meu cpf é 52998224725', 'tax_id_wrong_length'],
  ['a label before a CPF', 'CPF: 52998224725', 'tax_id_wrong_length'],
  ['markup around a CPF', '<b>52998224725</b>', 'tax_id_wrong_length'],
  ['a NUL byte', '52998224725\0', 'tax_id_wrong_length'],
  ['digits of another script', '٥٢٩٩٨٢٢٤٧٢٥', 'tax_id_missing'],
  ['a letter that grows with its capital', '12ßC34501DE35', 'tax_id_wrong_length'],
  ['a letter whose capital is ASCII', '12ıBC34501DE35', 'tax_id_wrong_length'],
  ['a letter of another alphabet', '12АBC34501DE35', 'tax_id_wrong_length'],
  ['far too much', '52998224725'.padEnd(10_000), 'tax_id_wrong_length'],
  ['a CPF with a wrong second digit', '52998224726', 'tax_id_wrong_digit'],
  ['a CPF with a wrong first digit', '52998224735', 'tax_id_wrong_digit'],
  ['the wrong CPF of a textbook', '123.456.789-00', 'tax_id_wrong_digit'],
  ['a CNPJ with a wrong digit', '12.ABC.345/01DE-36', 'tax_id_wrong_digit'],
  ['a CNPJ with a letter for a check digit', '12.ABC.345/01DE-3O', 'tax_id_wrong_digit'],
];

describe('parseTaxId', () => {
  test.each(accepted)('takes %s', (_, input, taxId) => {
    expect(parseTaxId(input)).toEqual({ ok: true, value: taxId });
  });

  test.each(refused)('refuses %s', (_, input, code) => {
    expect(parseTaxId(input)).toEqual({ ok: false, error: { code } });
  });

  test.each(Array.from('0123456789'))('refuses a CPF and a CNPJ of nothing but %s', (digit) => {
    const error = { code: 'tax_id_wrong_digit' };
    expect(parseTaxId(digit.repeat(11))).toEqual({ ok: false, error });
    expect(parseTaxId(digit.repeat(14))).toEqual({ ok: false, error });
  });

  it('agrees with arithmetic written by hand and with another library on every 11 digits', () => {
    const digits = fc.stringMatching(/^\d{11}$/);
    fc.assert(
      fc.property(fc.oneof(digits, anyCpf), (input) => {
        expect(parseTaxId(input).ok).toBe(isValidCpf(input));
        const byHand = checkDigits(input.slice(0, 9)) === input.slice(9) && !/^(.)\1+$/.test(input);
        expect(parseTaxId(input).ok).toBe(byHand);
      }),
    );
  });

  it('agrees with arithmetic written by hand and with another library on every 14 characters', () => {
    const characters = fc.stringMatching(/^[\dA-Z]{12}\d{2}$/);
    fc.assert(
      fc.property(fc.oneof(characters, anyCnpj), (input) => {
        expect(parseTaxId(input).ok).toBe(isValidCnpj(input, { version: 2 }));
        const byHand = checkDigits(input.slice(0, 12)) === input.slice(12);
        expect(parseTaxId(input).ok).toBe(byHand);
      }),
    );
  });

  it('refuses every CPF with one digit changed', () => {
    const change = fc.record({ at: fc.nat(10), by: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(anyCpf, change, (cpf, { at, by }) => {
        const digit = (Number(cpf[at]) + by) % 10;
        const changed = cpf.slice(0, at) + digit.toString() + cpf.slice(at + 1);
        // A check value of 10 is written 0, so a change of the ninth digit can stay unseen.
        fc.pre(checkDigits(changed.slice(0, 9)) !== changed.slice(9));
        expect(parseTaxId(changed).ok).toBe(false);
      }),
    );
  });

  it('never throws and gives back only normalized ids, which it takes again as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (input) => {
        const parsed = parseTaxId(input);
        if (!parsed.ok) return;
        expect(parsed.value).toMatch(/^(?:\d{11}|[\dA-Z]{12}\d{2})$/);
        expect(parseTaxId(parsed.value)).toEqual(parsed);
      }),
    );
  });
});

describe('taxIdKind and maskTaxId', () => {
  it('tells a CPF and shows only its middle', () => {
    const parsed = parseTaxId('123.456.789-09');
    if (!parsed.ok) throw new Error('sample refused');
    expect(taxIdKind(parsed.value)).toBe('cpf');
    expect(maskTaxId(parsed.value)).toBe('***.456.789-**');
    expect(maskOwnTaxId(parsed.value)).toBe('123.***.***-09');
  });

  it('tells a CNPJ and hides the start of its root, the end of its branch and its check digits', () => {
    const parsed = parseTaxId('12.ABC.345/01DE-35');
    if (!parsed.ok) throw new Error('sample refused');
    expect(taxIdKind(parsed.value)).toBe('cnpj');
    expect(maskTaxId(parsed.value)).toBe('**.ABC.345/01**-**');
    expect(maskOwnTaxId(parsed.value)).toBe('12.A**.***/****-35');
  });

  it('shows six characters of a CPF and eight of a CNPJ, whichever it is', () => {
    fc.assert(
      fc.property(fc.oneof(anyCpf, anyCnpj), (sample) => {
        const parsed = parseTaxId(sample);
        if (!parsed.ok) throw new Error('sample refused');
        const shown = maskTaxId(parsed.value).replace(/[^\dA-Z]/g, '');
        expect(shown).toHaveLength(sample.length === 11 ? 6 : 8);
        expect(sample).toContain(shown);
      }),
    );
  });
});
