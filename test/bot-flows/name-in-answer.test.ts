import fc from 'fast-check';
import { expect, test } from 'vitest';

import { nameInAnswer } from '#bot-flows/reading/name-in-answer.js';

test.each([
  ['Joana Silva', 'Joana Silva'],
  ['joana da silva e souza', 'Joana da Silva e Souza'],
  ['ângela', 'Ângela'],
  ['McDonald', 'McDonald'],
  ['Me chamo Joana Silva.', 'Joana Silva'],
  ['Oi, meu nome é João!', 'João'],
  ['eu sou a Joana', 'Joana'],
  ['sou Ana', 'Ana'],
  ['pode me chamar de Zé', 'Zé'],
  ['aqui é o Pedro', 'Pedro'],
  ["I'm Joana", 'Joana'],
  ['Joana\nSilva', 'Joana Silva'],
  ['é Cleusa minha filha', 'Cleusa'],
  ['Yasmin c/ Y', 'Yasmin'],
  ['Thayná com th e y', 'Thayná'],
  ['é Rosângela com acento', 'Rosângela'],
  // As near to abuse as a slip, and parts of names that are words.
  ['meu nome: Otávio', 'Otávio'],
  ['Mohamed Ali', 'Mohamed Ali'],
  ['Boa Ventura da Silva', 'Boa Ventura da Silva'],
])('%j gives the name %s', (answer, name) => {
  expect(nameInAnswer(answer)).toBe(name);
});

test.each([
  ...[
    'Codigo Penal',
    'Código Penal',
    'Conta Bancária',
    'Conta Corrente',
    'Site Ruim',
    'Link Quebrado',
  ],
  ...[
    'Acesso Negado',
    'Sistema Lento',
    'Celular Roubado',
    'Bot Chatíssimo',
    'Pix Chave',
    'Cadastro Velho',
  ],
  ...['aguarda', 'Espere', 'bloqueei'],
  ...['None Of Your Business', 'none of your business', 'Not Your Business', 'Nobody Important'],
  ...['Site Da Silva Conta', 'link oliveira'],
])('%j is nobody', (answer) => {
  expect(nameInAnswer(answer)).toBeNull();
});

test.each(['Link Oliveira', 'Maria Conta', 'Zildete Branco', 'Pedro Celular', 'Alvo Dumbledore'])(
  '%j may be somebody',
  (answer) => {
    expect(nameInAnswer(answer)).toBe(answer);
  },
);

test.each([[''], ['123'], ['😀'], ['J'], ['me chamo'], ['www.exemplo.com'], ['a'.repeat(5_000)]])(
  '%j gives no name',
  (answer) => {
    expect(nameInAnswer(answer)).toBeNull();
  },
);

test('a name that was read reads as the same name again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (answer) => {
      const name = nameInAnswer(answer);
      if (name !== null) expect(nameInAnswer(name)).toBe(name);
    }),
  );
});
