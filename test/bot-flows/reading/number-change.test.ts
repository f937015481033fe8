import { describe, expect, test } from 'vitest';

import { read, SITUATIONS } from './read.js';

/** Moves the account: the old number confirms with TROCAR, "sim" or "fui eu". */
const MOVES: readonly string[] = ['confirmNumberChange', 'yes', 'wasMe'];

const WHERE_IT_MOVES = ['rest', 'afterAccess', 'menu', 'leaving'] as const;

describe('the account moves to another number', () => {
  test.each([
    ['é meu número novo sim', 'yes'],
    ['sim, é meu número novo', 'yes'],
    ['claro, esse é meu novo número', 'yes'],
    ['confirmo, é o meu chip novo', 'yes'],
    ['sim ⏎ é meu número novo', 'yes'],
    ['fui eu', 'wasMe'],
    ['como assim não foi você? fui eu sim', 'wasMe'],
    ['TROCAR', 'confirmNumberChange'],
    ['quero trocar', 'confirmNumberChange'],
    ['pode trocar', 'confirmNumberChange'],
    ['trocar por favor', 'confirmNumberChange'],
    ['oi ⏎ trocar', 'confirmNumberChange'],
    ['trocar ⏎ por favor', 'confirmNumberChange'],
    ['switch', 'confirmNumberChange'],
    ['I want to switch please', 'confirmNumberChange'],
  ])('by %s: %s', (text, type) => {
    expect(read(text).type).toBe(type);
  });

  test.each([
    ...[['isso é meu número novo?'], ['esse é meu número antigo, é isso?'], ['é meu número velho']],
    ...[['sim é meu número antigo'], ['sim, esse é meu número anterior'], ['é isso meu numero']],
    ...[['pode ser que é meu número novo'], ['nunca confirmo que é meu número novo']],
    ...[['jamais, claro que é meu número'], ['claro que nem é meu número novo']],
    ...[['sim é meu número novo?'], ['quem disse sim que é meu número novo']],
    ...[['sim, mas é meu número novo'], ['pode explicar se é meu número novo']],
    ...[
      ['claro ⏎ é meu número novo ⏎ ?'],
      ['isso, é meu número'],
      ['confirmo depois, é meu número novo'],
    ],
    ...[['yes is it my new number?']],
  ])('by no sentence that asks, refuses, hesitates or means the old one: %s', (text) => {
    for (const situation of WHERE_IT_MOVES) expect(MOVES).not.toContain(read(text, situation).type);
  });

  test.each([
    ...[['sim é meu número novo'], ['é meu número novo, claro'], ['confirmo, é meu número novo']],
  ])('and nowhere else: %s agrees to no other question', (text) => {
    for (const situation of SITUATIONS) {
      if (WHERE_IT_MOVES.some((place) => place === situation)) continue;
      expect([situation, read(text, situation).type]).not.toEqual([situation, 'yes']);
    }
  });

  test.each([
    ...[['trocar?'], ['trocar o que?'], ['trocar o que'], ['pra que trocar'], ['trocar pra que']],
    ...[['que trocar'], ['como trocar'], ['posso trocar'], ['dá pra trocar'], ['por que trocar']],
    ...[['trocar ⏎ ?'], ['trocar ⏎ o que'], ['vou trocar'], ['no trocar'], ['pode trocar?']],
    ...[['switch?'], ['no switch'], ['pra trocar como'], ['para de trocar']],
    ...[['trocar ⏎ que'], ['o que ⏎ trocar']],
  ])('by no TROCAR that asks: %s puts the question again', (text) => {
    expect(read(text).type).toBe('doubtsNumberChange');
  });

  test.each([
    ...[
      ['trocar ⏎ como assim'],
      ['trocar ⏎ errei'],
      ['trocar ⏎ meu cartão'],
      ['trocar ⏎ não entendi'],
    ],
    ...[['trocar ⏎ não'], ['não ⏎ trocar'], ['trocar ⏎ quem é'], ['switch ⏎ what']],
    ...[
      ['how to switch'],
      ['pq trocar'],
      ['não trocar'],
      ['trocar não'],
      ['nunca trocar'],
      ['trocar jamais'],
    ],
  ])('by no TROCAR with another message beside it: %s', (text) => {
    for (const situation of SITUATIONS) expect(MOVES).not.toContain(read(text, situation).type);
  });

  test.each([
    ...[
      ['fui eu?'],
      ['fui eu mesmo?'],
      ['fui eu sim ⏎ ?'],
      ['foi eu ⏎ ?'],
      ['sou eu?'],
      ['quem disse que fui eu'],
      ['e se fui eu?'],
    ],
    ...[['por que fui eu'], ['fui eu ou não'], ['acho que fui eu?'], ['não sei se fui eu']],
  ])('by no "fui eu" that asks: %s', (text) => {
    for (const situation of WHERE_IT_MOVES) expect(MOVES).not.toContain(read(text, situation).type);
  });
});
