import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { findTaxId } from '#src/domain/find-tax-id.js';
import { digitCandidates, letteredCnpjCandidates } from '#src/domain/tax-id-candidates.js';
import { anyCnpj, anyCpf, anyLetteredCnpj, punctuated } from './tax-id-samples.js';

const CPF = '52998224725';
const CNPJ = '12ABC34501DE35';

const alone: [desc: string, text: string, taxId: string][] = [
  ['digits', '52998224725', CPF],
  ['the usual punctuation and a full stop', '529.982.247-25.', CPF],
  ['groups with spaces', '529 982 247 25', CPF],
  ['odd groups', '52 99 82 24 72 5', CPF],
  ['digits one by one', '5 2 9 9 8 2 2 4 7 2 5', CPF],
  ['commas, as dictation writes them', '529, 982, 247, 25', CPF],
  ['spaces around the dash', '529.982.247 - 25', CPF],
  ['the check digits on a line of their own', '529982247\n25', CPF],
  ['bold', '*529.982.247-25*', CPF],
  ['full-width digits', '５２９９８２２４７２５', CPF],
  ['zero-width characters inside', '529\u200b982\u200c247\u200d25', CPF],
  ['an emoji behind it', '52998224725 👍', CPF],
  ['the same number twice', '52998224725\n529.982.247-25', CPF],
  ['a CNPJ', '11.222.333/0001-81', '11222333000181'],
  ['a CNPJ with letters', '12.ABC.345/01DE-35', CNPJ],
  ['a CNPJ with letters whose digits are a CPF', 'AHC52998224725', 'AHC52998224725'],
  ['a CNPJ with letters and spaces', '12 abc 345 01de 35', CNPJ],
  ['a mobile number that is a CPF as well', '11987654374', '11987654374'],
];

const amongWords: [desc: string, text: string, taxId: string][] = [
  ['a sentence', 'meu cpf é 529 982 247 25', CPF],
  ['a sentence that goes on', 'oi, o meu é 529.982.247-25, tá bom?', CPF],
  ['a label', 'CPF: 529.982.247-25', CPF],
  ['a glued label', 'cpf52998224725', CPF],
  ['a glued label and punctuation', 'CPF529.982.247-25', CPF],
  ['a glued word behind it', '52998224725obrigado', CPF],
  ['a CNPJ in a sentence', 'o cnpj da firma é 12ABC34501DE35 ok', CNPJ],
  ['a glued label before a CNPJ', 'cnpj12abc34501de35', CNPJ],
  ['a glued label before a CNPJ with dots', 'CNPJ12.ABC.345/01DE-35', CNPJ],
  ['a menu choice before it', '1) 52998224725', CPF],
  ['a choice on the line before it', '1\n529.982.247-25', CPF],
  ['a house number after it', '52998224725 123', CPF],
  ['a telephone number beside it', '529.982.247-25 11 98765-4321', CPF],
  ['a wrong number before it', 'era 52998224726, digo, 52998224725', CPF],
  ['letters of other alphabets around it', 'мой 52998224725 номер', CPF],
];

const refused: [desc: string, text: string, code: string][] = [
  ['nothing', '', 'tax_id_missing'],
  ['a greeting', 'oi, bom dia', 'tax_id_missing'],
  ['a menu choice', '1', 'tax_id_missing'],
  ['a count in a sentence', 'tenho 2 contas e 3 filhos', 'tax_id_missing'],
  ['a year in a sentence', 'perdi meu telefone em 2019', 'tax_id_missing'],
  ['an emoji', '👍', 'tax_id_missing'],
  ['a word as long as a CNPJ', 'extraordinario', 'tax_id_missing'],
  ['ten digits', '5299822472', 'tax_id_wrong_length'],
  [
    'ten digits in a long sentence',
    'o numero do meu documento e 5299822472',
    'tax_id_wrong_length',
  ],
  ['twelve digits with punctuation', '529.982.247-251', 'tax_id_wrong_length'],
  ['a number in international form', '+55 11 98765-4321', 'tax_id_wrong_length'],
  ['digits that stand far apart', '529982247          25', 'tax_id_wrong_length'],
  ['a code', '123456', 'tax_id_wrong_length'],
  ['a short number with a short word', 'cpf 5299', 'tax_id_wrong_length'],
  ['thirteen characters of a CNPJ', '12.ABC.345/01DE-3', 'tax_id_wrong_length'],
  ['a long row of digits', '5'.repeat(44), 'tax_id_wrong_length'],
  ['a wrong check digit', '529.982.247-26', 'tax_id_wrong_digit'],
  ['a wrong check digit in a sentence', 'meu cpf é 529 982 247 26', 'tax_id_wrong_digit'],
  ['a repeated digit', '111.111.111-11', 'tax_id_wrong_digit'],
  ['a wrong check digit of a CNPJ', '12.ABC.345/01DE-36', 'tax_id_wrong_digit'],
  ['a mobile number', 'me liga (11) 98765-4321 ou 11 98765-4321', 'tax_id_wrong_digit'],
  ['two CPFs', '52998224725 e 11144477735', 'tax_id_several'],
  ['two CPFs on two lines', '529.982.247-25\n111.444.777-35', 'tax_id_several'],
  ['two CPFs with nothing but a space', '52998224725 11144477735', 'tax_id_several'],
  ['a CPF and a CNPJ', '52998224725 12.ABC.345/01DE-35', 'tax_id_several'],
];

describe('findTaxId', () => {
  test.each(alone)('takes a number sent alone: %s', (_, text, taxId) => {
    expect(findTaxId(text)).toEqual({ ok: true, value: { taxId, alone: true } });
  });

  test.each(amongWords)('takes the one number among other things: %s', (_, text, taxId) => {
    expect(findTaxId(text)).toEqual({ ok: true, value: { taxId, alone: false } });
  });

  test.each(refused)('says why there is none: %s', (_, text, code) => {
    expect(findTaxId(text)).toEqual({ ok: false, error: { code } });
  });

  it('finds every CPF and CNPJ, with and without punctuation, alone and in a sentence', () => {
    fc.assert(
      fc.property(fc.oneof(anyCpf, anyCnpj), fc.boolean(), (taxId, withPunctuation) => {
        const written = withPunctuation ? punctuated(taxId) : taxId;
        expect(findTaxId(written)).toEqual({ ok: true, value: { taxId, alone: true } });
        expect(findTaxId(`Olá! É o ${written}.`)).toEqual({
          ok: true,
          value: { taxId, alone: false },
        });
      }),
    );
  });

  it('finds a CPF however its digits are grouped', () => {
    const gaps = fc.array(fc.constantFrom('', ' ', '.', '-', ' - '), {
      minLength: 11,
      maxLength: 11,
    });
    fc.assert(
      fc.property(anyCpf, gaps, (taxId, between) => {
        const written = Array.from(taxId, (digit, index) => digit + (between[index] ?? '')).join(
          '',
        );
        expect(findTaxId(written)).toEqual({ ok: true, value: { taxId, alone: true } });
      }),
    );
  });

  it('reads a CPF behind a glued label as a CPF, even when label and digits make a CNPJ', () => {
    fc.assert(
      fc.property(anyCpf, (taxId) => {
        expect(findTaxId(`cpf${taxId}`)).toEqual({ ok: true, value: { taxId, alone: false } });
      }),
      { numRuns: 1000 },
    );
  });

  it('does not find a second number inside a CNPJ with letters', () => {
    fc.assert(
      fc.property(anyLetteredCnpj, (taxId) => {
        expect(findTaxId(`é ${taxId}`)).toEqual({ ok: true, value: { taxId, alone: false } });
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws', () => {
    const alphabet = fc.constantFrom(...Array.from('0159aZéß .-/,\n\u200b\u0301５👍'));
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: alphabet, maxLength: 60 }),
    );
    fc.assert(fc.property(texts, (text) => typeof findTaxId(text).ok === 'boolean'));
  });
});

describe('findTaxId on hostile input', () => {
  const LENGTH = 10_000;
  const fill = (part: string): string =>
    part.repeat(Math.ceil(LENGTH / part.length)).slice(0, LENGTH);
  const hostile: [desc: string, text: string][] = [
    ['single digits', fill('1 ')],
    ['one endless number', fill('1')],
    ['groups of a CPF', fill('529 982 247 26 ')],
    ['groups of a CNPJ', fill('12.ABC.345/01DE-36 ')],
    ['separators', fill(' .-/')],
    ['letters and digits in turn', fill('a1')],
    ['labels', fill('cpf')],
    ['CPFs in a row', fill('52998224726 ')],
  ];

  test.each(hostile)('weighs at most two candidates for each group: %s', (_, text) => {
    const groups = text.match(/[\dA-Z]+/gi)?.length ?? 0;
    const weighed = digitCandidates(text).length + letteredCnpjCandidates(text).length;
    expect(weighed).toBeLessThanOrEqual(2 * groups);
    expect(findTaxId(text).ok).toBe(false);
  });

  it('reads no further than the first ten thousand characters', () => {
    expect(findTaxId(`${fill('a ')}${CPF}`)).toEqual({
      ok: false,
      error: { code: 'tax_id_missing' },
    });
  });

  it('drops combining marks before normalizing, which would sort them in quadratic time', () => {
    expect(findTaxId(`5${fill('\u0300\u0316').slice(100)}2998224725`)).toEqual({
      ok: true,
      value: { taxId: CPF, alone: true },
    });
  });
});
