import { cnpj } from 'cpf-cnpj-validator';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readMessage } from '#bot-flows/reading/read-message.js';

function read(text: string, freeText = false) {
  const message = { type: 'message', forwarded: false, silenceMs: 1, late: false } as const;
  const situation = freeText ? 'name' : 'rest';
  return readMessage({ ...message, text }, { situation, isRegistering: freeText });
}

describe('the code of a page in what people send', () => {
  test.each([
    ['Entrar no site: K7QM-2XWD', 'K7QM2XWD'],
    ['entrar no site: k7qm 2xwd', 'K7QM2XWD'],
    ['Log in on the site: ABCD-EFGH', 'ABCDEFGH'],
    ['Entrar no site:\n*2345-6789*', '23456789'],
    ['oi\nEntrar no site: K7QM-2XWD\nobrigado', 'K7QM2XWD'],
    ['K7QM-2XWD', 'K7QM2XWD'],
    ['k7qm2xwd', 'K7QM2XWD'],
    ['ABCD-EFGH', 'ABCDEFGH'],
    ['Ｋ７ＱＭ–２ＸＷＤ', 'K7QM2XWD'],
  ])('%j holds %s', (text, code) => {
    expect(read(text)).toEqual({ type: 'requestCode', code });
  });

  test.each([
    ...[['essa casa'], ['pega essa fera ABCD'], ['9876-5432'], ['K7QM-2XW'], ['K7QM-2XWD9']],
    ...[['K7QM-2XW0'], ['bem-vejo'], ['quer dar esse ABCD-EFGH']],
  ])('%j holds none', (text) => {
    expect(read(text).type).not.toBe('requestCode');
  });

  test('a name with a dash is a name where one was asked for', () => {
    expect(read('Anne-Beth', true)).toEqual({ type: 'text', text: 'Anne-Beth' });
  });
});

describe('a CNPJ with letters, whose root looks like the code of a page', () => {
  test.each([
    ['A87HBZHB/0001-61', 'A87HBZHB000161', true],
    ['A87HBZHB 0001 61', 'A87HBZHB000161', true],
    ['a87hbzhb/0001-61', 'A87HBZHB000161', true],
    ['meu cnpj é A87HBZHB/0001-61', 'A87HBZHB000161', false],
    ['quero entrar no site: A87HBZHB/0001-61', 'A87HBZHB000161', false],
    ['9RKZTV42/0001-70', '9RKZTV42000170', true],
    ['Ａ８７ＨＢＺＨＢ／０００１－６１', 'A87HBZHB000161', true],
    ['A87H\u200bBZHB/00\u200b01-61', 'A87HBZHB000161', true],
  ])('case E3: %j is the CNPJ', (text, taxId, alone) => {
    expect(read(text)).toEqual({ type: 'taxId', taxId, alone, name: null });
  });

  test('case E3: a CNPJ of digits right after "site:" is the CNPJ', () => {
    expect(read('meu cnpj no site: 45997418/0001-53')).toMatchObject({ taxId: '45997418000153' });
  });

  test.each([['A87HBZHB/0001-62'], ['A87HBZHB 0001 62'], ['A87HBZHB/0001'], ['A87HBZHB/0001-6']])(
    'case E3: %j is a CNPJ gone wrong',
    (text) => {
      expect(read(text).type).toBe('faultyTaxId');
    },
  );

  test('case E3: a code beside a CNPJ is still the code', () => {
    expect(read('Entrar no site: K7QM-2XWD\nA87HBZHB/0001-61')).toEqual({
      type: 'requestCode',
      code: 'K7QM2XWD',
    });
  });

  test('case E3: any CNPJ is read as itself, whatever its letters and separators', () => {
    const symbol = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split(''));
    const root = fc.string({ unit: symbol, minLength: 8, maxLength: 8 });
    const branch = fc.string({ unit: symbol, minLength: 4, maxLength: 4 });
    const separators = fc.constantFrom(['', ''], ['/', '-'], [' ', ' '], ['-', '-'], [' / ', '-']);
    const around = fc.constantFrom(['', ''], ['meu cnpj é ', ''], ['entrar no site: ', ' ok']);
    fc.assert(
      fc.property(root, branch, separators, around, (head, unit, [one, two], [before, after]) => {
        const first = cnpj.verifierDigit(head + unit);
        const second = cnpj.verifierDigit(`${head}${unit}${first}`);
        const whole = `${head}${unit}${first}${second}`;
        fc.pre(!/^(\d)\1+$/.test(whole));
        const text = `${before}${head}${one}${unit}${two}${first}${second}${after}`;
        expect(read(text)).toMatchObject({ type: 'taxId', taxId: whole });
      }),
    );
  });
});

describe('numbers', () => {
  test.each([
    ['47', 47],
    ['é o 47', 47],
    ['O número que aparece na tela é 47.', 47],
    ['47\n47', 47],
    ['07', 7],
  ])('%j is %i', (text, number) => {
    expect(read(text)).toEqual({ type: 'number', number });
  });

  test.each([['47 anos'], ['12/10'], ['47\n83'], ['não é 47'], ['147'], ['47\nou 83']])(
    '%j is no answer',
    (text) => {
      expect(read(text).type).not.toBe('number');
    },
  );

  test.each([
    ['encerrar 2', 2],
    ['Sair do 3', 3],
    ['quero encerrar o acesso 12', 12],
  ])('%j ends a session', (text, number) => {
    expect(read(text)).toEqual({ type: 'endSession', number });
  });
});

describe('several messages of one burst', () => {
  test.each([
    ['oi\nquero entrar', 'enter'],
    ['oi\nbom dia\ntudo bem?\nquero entrar\nobrigado', 'enter'],
    ['entrar\nentrar', 'enter'],
    ['entrar\nnão consigo', 'enter'],
    ['bloquear\nme ajuda', 'block'],
    ['meu cpf\n529.982.247-25', 'taxId'],
    ['sim\nsim', 'yes'],
    ['sim\nquer dizer', 'text'],
    ['sim\nnão', 'text'],
    ['1\n2', 'text'],
    ['1\n1', 'choice'],
    ['não quero\nentrar', 'notWanted'],
  ])('%j mean %s', (text, type) => {
    expect(read(text).type).toBe(type);
  });
});

test.each([
  ['seu idiota', 'insult'],
  ['VAI SE FODER!!!', 'insult'],
  ['que merda', 'text'],
  ['porra quero entrar', 'enter'],
  ['a bostaniana', 'text'],
])('%j is %s', (text, type) => {
  expect(read(text).type).toBe(type);
});

test('any text is read without an error, and quickly', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (text, freeText) => {
      expect(typeof read(text, freeText).type).toBe('string');
    }),
  );
});
