import { describe, expect, test } from 'vitest';

import { isAlarm } from '#bot-flows/reading/is-alarm.js';
import { inLines, read } from './read.js';

const CPF = '529.982.247-25';

describe('beside a CPF', () => {
  test.each([
    [`bloqueia minha conta cpf ${CPF}`, 'block'],
    [`bloqueia minha conta, meu cpf é ${CPF}`, 'block'],
    [`${CPF} bloquear`, 'block'],
    [`bloquear ⏎ ${CPF}`, 'block'],
    [`cnpj 45997418/0001-53 bloquear conta`, 'block'],
    [`bloqueia minha conta cpf 52998224725`, 'block'],
    [`block my account, my cpf is ${CPF}`, 'block'],
    [`não fui eu, meu cpf é ${CPF}`, 'notMe'],
    [`não fui eu ⏎ ${CPF}`, 'notMe'],
    [`it wasn't me, cpf ${CPF}`, 'notMe'],
    ['não fui eu, meu cpf é cinco dois nove nove oito dois dois quatro sete dois cinco', 'notMe'],
    [`quero apagar minha conta ${CPF}`, 'deletion'],
    [`apagar conta cpf ${CPF}`, 'deletion'],
    [`excluir meu cadastro, cpf: ${CPF}`, 'deletion'],
    [`delete my account ${CPF}`, 'deletion'],
    [`fui hackeado, cpf ${CPF}`, 'offer'],
    [`posso bloquear minha conta? cpf ${CPF}`, 'offer'],
    [`vou bloquear minha conta ${CPF}`, 'offer'],
  ])('an alarm and a deletion are heard: %s is %s', (text, type) => {
    for (const situation of ['rest', 'afterAccess', 'menu', 'taxId'] as const) {
      expect([situation, read(text, situation).type]).toEqual([situation, type]);
    }
    expect(isAlarm(inLines(text))).toBe(type === 'block' || type === 'notMe');
  });

  test.each([
    ...[[CPF], [`meu cpf é ${CPF}`], [`quero entrar ${CPF}`], [`oi ⏎ meu cpf ⏎ ${CPF}`]],
    ...[[`minha conta está bloqueada ${CPF}`], [`desbloquear ${CPF}`], [`esqueci a senha ${CPF}`]],
    ...[[`não quero apagar minha conta ${CPF}`], [`sim, é ${CPF}`], [`fui eu ${CPF}`]],
    ...[[`não sei se é esse ${CPF}`]],
  ])('everything else is about the number: %s', (text) => {
    expect(read(text, 'taxId').type).toBe('taxId');
  });

  test.each([
    [`bloquear ${CPF}`, 'block'],
    [`apagar ${CPF}`, 'notYet'],
  ])('of somebody who registers: %s is %s', (text, type) => {
    expect(read(text, 'taxId', { isRegistering: true }).type).toBe(type);
  });

  test('a claim stays one', () => {
    expect(read(`este cpf é meu ${CPF}`).type).toBe('claim');
  });
});
