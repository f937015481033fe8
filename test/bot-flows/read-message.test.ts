import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readMessage } from '#bot-flows/read-message.js';

function read(text: string, freeText = false) {
  const message = { type: 'message', forwarded: false, silenceMs: 1, late: false } as const;
  return readMessage({ ...message, text }, { freeText });
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
    ['não quero\nentrar', 'text'],
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
