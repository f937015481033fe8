import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { PHRASES } from '#bot-flows/reading/commands/command-words.js';
import { readCommand } from '#bot-flows/reading/commands/read-command.js';
import { typingDistance } from '#bot-flows/reading/commands/typing-distance.js';

const read = (text: string) => {
  const { command, choice } = readCommand(text, { forgiving: true });
  return [command, choice];
};

describe('commands in what people write', () => {
  test.each([
    ['menu', 'menu'],
    ['MENU', 'menu'],
    ['Início', 'menu'],
    ['entrar', 'enter'],
    ['Entrar!', 'enter'],
    ['*entrar*', 'enter'],
    ['ｅｎｔｒａｒ', 'enter'],
    ['e\u200Bntrar', 'enter'],
    ['quero entrar', 'enter'],
    ['Oi, quero entrar por favor', 'enter'],
    ['como faço para entrar?', 'enter'],
    ['não recebi o código', 'enter'],
    ['login', 'enter'],
    ['ajuda', 'help'],
    ['preciso de ajuda', 'help'],
    ['não sei', 'help'],
    ['cancelar', 'cancel'],
    ['quero cancelar', 'cancel'],
    ['sair', 'cancel'],
    ['deixa pra lá', 'cancel'],
    ['oi', 'greet'],
    ['Oiiii', 'greet'],
    ['Olá, bom dia!', 'greet'],
    ['boa noite tudo bem?', 'greet'],
    ['obrigada!!', 'thanks'],
    ['sim', 'yes'],
    ['SIIIM', 'yes'],
    ['é', 'yes'],
    ['Eu aceito.', 'yes'],
    ['👍🏿', 'yes'],
    ['ACESSOS', 'sessions'],
    ['sair de tudo', 'endAll'],
    ['BLOQUEAR', 'block'],
    ['bloquear minha conta agora', 'block'],
    ['Não fui eu!', 'notMe'],
    ['desbloquear', 'unblock'],
    ['quero ver meus dados', 'data'],
    ['apagar minha conta', 'deletion'],
    ['cancelar a exclusão', 'keepAccount'],
    ['Mudei de número', 'numberChange'],
    ['TROCAR', 'confirmNumberChange'],
    ['este CPF é meu', 'claim'],
    ['GOOGLE', 'google'],
    ['Quero entrar com Google', 'google'],
    ['vincular minha conta google', 'google'],
    ['desvincular google', 'unlinkGoogle'],
    ['Desvincular o Google da minha conta, por favor', 'unlinkGoogle'],
    ['desvincular gogle', 'unlinkGoogle'],
    ['unlink google', 'unlinkGoogle'],
    ['senha', 'password'],
    ['esqueci a senha', 'password'],
    ['Esqueci minha senha!', 'password'],
    ['não lembro minha senha', 'password'],
    ['falar com uma pessoa', 'human'],
    ['atendimento', 'human'],
    ['HORÁRIO', 'hours'],
    ['horários de atendimento', 'hours'],
    ['Qual é o horário de atendimento, por favor?', 'hours'],
    ['que horas abre?', 'hours'],
    ['a que horas vocês abrem?', 'hours'],
    ['hours', 'hours'],
    ['what are the opening hours?', 'hours'],
    ['não', 'no'],
    ['Não aceito', 'no'],
    ['não quero', 'no'],
    ['não é', 'no'],
    ['👎', 'no'],
  ])('%s is %s', (text, command) => {
    expect(read(text)).toEqual([command, null]);
  });

  test.each([
    ['1', null, 1],
    ['1.', null, 1],
    ['1️⃣', null, 1],
    ['opção 2', null, 2],
    ['1 Entrar', 'enter', 1],
    ['1) entrar', 'enter', 1],
    ['2 - ajuda', 'help', 2],
    ['1 sim', 'yes', 1],
    ['2 não aceito', 'no', 2],
  ])('%s is %s, number %s', (text, command, choice) => {
    expect(read(text)).toEqual([command, choice]);
  });

  test.each([
    ...[['etnrar'], ['entrrar'], ['enrar'], ['intrar'], ['emtarr'], ['acesar'], ['lojin']],
  ])('%s is a slip of the finger for entrar', (text) => {
    expect(read(text)).toEqual(['enter', null]);
  });

  test.each([
    ['mneu', 'menu'],
    ['bloqear', 'block'],
    ['blouquear', 'block'],
    ['desbloqear', 'unblock'],
    ['acssos', 'sessions'],
    ['atendnte', 'human'],
    ['apgar', 'deletion'],
    ['menuu', 'menu'],
    ['ajdua', 'help'],
    ['jauda', 'help'],
    ['cancelsr', 'cancel'],
    ['camcelsr', 'cancel'],
    ['gogle', 'google'],
    ['goolge', 'google'],
    ['desvincualr', 'unlinkGoogle'],
    ['senah', 'password'],
    ['snha', 'password'],
    ['orario', 'hours'],
    ['horaro', 'hours'],
    ['hroario', 'hours'],
    ['horarrio', 'hours'],
  ])('%s is a slip of the finger for %s', (text, command) => {
    expect(read(text)).toEqual([command, null]);
  });

  test.each([
    ...[
      [''],
      ['   '],
      ['???'],
      ['😂'],
      ['meu'],
      ['pagar'],
      ['tocar'],
      ['bloqueado'],
      ['enviar'],
      ['então'],
      ['estar'],
      ['aceitar o quê'],
      ['tenha'],
      ['venha'],
      ['senhor'],
    ],
    ...[
      ['não quero entrar'],
      ['como faço para bloquear?'],
      ['1 real'],
      ['10'],
      ['0'],
      ['quero'],
      ['aseito'],
      ['simples'],
      ['nau'],
    ],
    ...[
      ['quem não entrar perde'],
      ['o menu do restaurante'],
      ['entrar '.repeat(40)],
      ['valueOf'],
      ['constructor'],
      ['__proto__'],
    ],
  ])('%j is no command', (text) => {
    expect(read(text)).toEqual([null, null]);
  });

  test.each([
    ...[['Horácio'], ['Honório'], ['Hilário'], ['honorário'], ['Rosário'], ['otário']],
    ...[['horas'], ['uma hora'], ['agora'], ['mário'], ['horror'], ['havia'], ['house'], ['yours']],
    ...[['horário da consulta'], ['bloquear horário'], ['apagar horário'], ['sim, horário']],
  ])('%s does not ask for the hours', (text) => {
    expect(read(text)[0]).not.toBe('hours');
  });

  test('no phrase means two commands, and none that agrees to something forgives an error', () => {
    const meanings = new Map<string, Set<string>>();
    for (const { phrase, command, forgiven } of PHRASES) {
      const written = phrase.replace(/(\p{L})\1+/gu, '$1');
      meanings.set(written, (meanings.get(written) ?? new Set()).add(command));
      expect(phrase).toMatch(/^[a-z][a-z ]*$/);
      if (forgiven)
        expect([command, phrase]).not.toEqual([expect.stringMatching(/^(yes|no)$/), phrase]);
      if (forgiven) expect(phrase).not.toContain(' ');
    }
    expect([...meanings].filter(([, commands]) => commands.size > 1)).toEqual([]);
  });

  test.each(PHRASES.map(({ phrase, command }) => [phrase, command]))(
    '%s is %s, and nothing that is near to it took its place',
    (phrase, command) => {
      expect(read(phrase)).toEqual([command, null]);
    },
  );

  test('a typing error is not forgiven where any words may be the answer', () => {
    expect(readCommand('Manu', { forgiving: false }).command).toBeNull();
    expect(readCommand('menu', { forgiving: false }).command).toBe('menu');
  });

  test('any text is read without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { choice } = readCommand(text, { forgiving: true });
        expect(choice === null || (choice >= 1 && choice <= 9)).toBe(true);
      }),
    );
  });
});

describe('the distance between two words', () => {
  test.each([
    ['entrar', 'entrar', 0],
    ['', 'abc', 3],
    ['etnrar', 'entrar', 1],
    ['entra', 'entrar', 1],
    ['entrarr', 'entrar', 1],
    ['intrar', 'entrar', 1],
    ['ca', 'abc', 3],
  ])('from %j to %j is %i', (one, other, distance) => {
    expect(typingDistance(one, other)).toBe(distance);
    expect(typingDistance(other, one)).toBe(distance);
  });
});
