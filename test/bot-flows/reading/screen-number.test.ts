import { describe, expect, test } from 'vitest';

import { read } from './read.js';

/** What another message of the request's question does with the number 47 in it. */
function approves(text: string): boolean {
  return read(text, 'number').type === 'number';
}

describe('the number of a page', () => {
  test.each([
    ...[
      ['47'],
      ['47!'],
      ['é o 47'],
      ['eh 47'],
      ['é 47 moça'],
      ['acho que é 47'],
      ['acho q é o 47 viu'],
    ],
    ...[['o número que aparece na tela é o 47'], ['aparece 47 aqui'], ['deu 47 aqui no pc']],
    ...[
      ['tá mostrando 47 na tela do pc'],
      ['47 meu filho'],
      ['o da tela é 47'],
      ['apareceu 47 grande'],
    ],
    ...[
      ['o número é o 47, obrigada'],
      ['sim, 47'],
      ['oi, é o 47'],
      ['tá escrito 47'],
      ['vejo o 47'],
    ],
    ...[['aqui tá 47'], ['no computador aparece o 47'], ['47 é o número'], ['o que aparece é 47']],
    ...[
      ['quarenta e sete'],
      ['é o quarenta e sete'],
      ['número quarenta e sete'],
      ['47 ⏎ obrigado'],
    ],
    ...[['the number is 47'], ["it's 47"], ['it says 47'], ['I see 47'], ['my screen shows 47']],
    ...[
      ['yes, 47'],
      ['47 please'],
      ['oi ⏎ 47'],
      ['escolho o 47'],
      ['o número da tela é o 47 por favor'],
    ],
  ])('is read in: %s', (text) => {
    expect(read(text, 'number')).toEqual({ type: 'number', number: 47 });
  });

  test.each([
    ...[
      ['n é o 47'],
      ['naum é 47'],
      ['nn 47'],
      ['não é o 47'],
      ['ñ é 47'],
      ['nem 47'],
      ['nunca vi 47'],
    ],
    ...[['o 47 tá errado'], ['47 é golpe'], ['quem colocou 47'], ['menos o 47'], ['47 errado']],
    ...[["I don't see 47"], ['nope 47'], ['not 47'], ["it isn't 47"], ['no, 47'], ['never 47']],
    ...[['47?'], ['é o 47?'], ['será que é 47'], ['que 47'], ['o que é 47'], ['que número é 47']],
    ...[['tenho 47 anos'], ['47 anos'], ['moro no 47'], ['paguei 47 reais'], ['é 47 ou 12']],
    ...[['tanto faz 47'], ['qualquer um, 47'], ['chuto 47'], ['recuso o 47'], ['negativo 47']],
    ...[['cancela o 47'], ['não ⏎ 47'], ['47 ⏎ não'], ['47 ⏎ ?'], ['47 ⏎ o que é isso']],
    ...[
      ['não é quarenta e sete'],
      ['quarenta e sete?'],
      ['quarenta e sete anos'],
      ['nem quarenta e sete'],
    ],
    ...[
      ['menos o quarenta e sete'],
      ['which 47'],
      ['what is 47'],
      ['why 47'],
      ['wrong 47'],
      ['47 scam'],
    ],
    ...[['desconheço esse 47'], ['quem mandou o 47'], ['se for 47'], ['talvez 47'], ['por que 47']],
    ...[['deveria ser 47'], ['47 ⏎ 83'], ['147'], ['eu vi 47 coisas']],
  ])('is not approved by: %s', (text) => {
    expect(approves(text)).toBe(false);
  });
});
