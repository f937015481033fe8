import { describe, expect, test } from 'vitest';

import type { Situation } from '#bot-flows/understanding/situation.js';
import { read } from './read.js';

/** Where a number does what cannot be undone, or ends a session. */
const GRAVE = ['list', 'consent', 'deletion', 'block', 'endAll', 'confirm'] as const;

describe('the number of a line', () => {
  test.each<[string, Situation, number]>([
    ['2', 'list', 2],
    ['o 2', 'list', 2],
    ['quero a opção 2 por favor', 'list', 2],
    ['a segunda', 'list', 2],
    ['vou no 2', 'list', 2],
    ['option 2', 'list', 2],
    ['1', 'consent', 1],
    ['o meu é o 1', 'choosing', 1],
    ['1 é meu', 'choosing', 1],
    ['minha é a segunda', 'choosing', 2],
    ['o primeiro', 'choosing', 1],
    ['1?', 'menu', 1],
  ])('%s at %s is %i', (text, situation, number) => {
    expect(read(text, situation)).toEqual({ type: 'choice', number });
  });

  test('ends a session', () => {
    expect(read('encerrar 2', 'list')).toEqual({ type: 'endSession', number: 2 });
  });

  test.each([
    ...[['o meu é o 1'], ['1 é meu'], ['1 é minha'], ['meu 1'], ['minha é a primeira'], ['2?']],
    ...[
      ['a segunda?'],
      ['quero a 2?'],
      ['opção 2?'],
      ['encerrar 2?'],
      ['1 ⏎ ?'],
      ['no 1'],
      ['no, 1'],
    ],
    ...[['sair do 2?'], ['1 sou eu'], ['1 não'], ['1 ⏎ o que é isso'], ['encerrar 2 ⏎ ?']],
    ...[['encerrar 2 ⏎ não'], ['o 2 é o quê'], ['1 or 2'], ['que 1'], ['mine is 1']],
  ])('chooses nothing where it is asked about, or tells whose it is: %s', (text) => {
    for (const situation of GRAVE) {
      const { type } = read(text, situation);
      expect([text, situation, type]).not.toEqual([text, situation, 'choice']);
      expect([text, situation, type]).not.toEqual([text, situation, 'endSession']);
    }
  });
});

describe('which of several numbers', () => {
  test.each([
    ...[['não'], ['nenhum'], ['nenhum deles'], ['nenhum desses'], ['nem um nem outro'], ['none']],
    ...[['nenhuma das duas'], ['não é nenhum'], ['no, neither']],
  ])('none: %s', (text) => {
    expect(read(text, 'choosing', { isRegistering: true }).type).toBe('no');
  });

  test.each([['nenhum?'], ['não entendi'], ['não sei'], ['quem é você'], ['não recebi o código']])(
    'something else: %s',
    (text) => {
      expect(read(text, 'choosing', { isRegistering: true }).type).not.toBe('no');
    },
  );
});
