import { describe, expect, test } from 'vitest';
import { readType } from './read-type.js';

/* At "Sua conta está marcada para ser apagada. Quer cancelar a exclusão e ficar com ela?" */

describe('an account that is marked for deletion', () => {
  test.each([
    ...[
      'sim',
      '👍',
      'pode cancelar',
      'sim, cancela',
      'sim cancela',
      'cancela',
      'CANCELAR',
      'cancele',
    ],
    ...['pode cancelar sim', 'quero cancelar a exclusão', 'cancela a exclusão por favor'],
    ...[
      'não apague minha conta',
      'nao apaga',
      'não apagar',
      'não quero apagar',
      'não quero mais apagar',
    ],
    ...['desisto de apagar', 'desisti da exclusão', 'não exclui nada', 'não é pra apagar'],
    ...['quero ficar', 'sim, quero ficar', 'quero manter minha conta', 'vou ficar com ela', 'fico'],
    ...['quero minha conta', 'quero minha conta de volta', 'cancelar exclusão', 'manter conta'],
    ...[
      'não apaga\npor favor',
      'cancela\na exclusão',
      'sim\ncancela',
      'apaga não',
      'sim, não apaga',
    ],
    ...[
      'yes',
      'cancel it',
      'yes, cancel it',
      "don't delete my account",
      'do not delete it',
      'keep it',
    ],
    ...['keep my account', 'i want to keep it', 'cancel the deletion', "please don't delete"],
  ])('is kept by %j', (text) => {
    expect(readType(text, 'keep')).toBe('yes');
  });

  test.each([
    ...[
      'não',
      '👎',
      'não cancela',
      'não cancele',
      'nao quero cancelar',
      'cancela não',
      'pode apagar',
    ],
    ...[
      'apaga',
      'apagar',
      'quero apagar',
      'quero apagar mesmo',
      'não quero ficar',
      'não, pode apagar',
    ],
    ...['não, quero apagar mesmo', 'pode excluir sim', 'não quero manter', 'não\npode apagar'],
    ...['não cancela a exclusão', 'desisto de cancelar', 'no', "don't cancel", 'do not cancel it'],
    ...['delete it', 'no, delete it', "i don't want to keep it", 'não quero minha conta'],
  ])('goes as it was asked after %j', (text) => {
    expect(readType(text, 'keep')).toBe('no');
  });

  test.each([
    ...[
      'esquece',
      'desisto',
      'pare',
      'parar',
      'sair',
      'voltar',
      'deixa',
      'deixa pra lá',
      'não quero mais',
    ],
    ...['forget it', 'never mind', 'stop', 'esquece\ndesisto', 'mudei de ideia'],
    ...[
      'não, cancela',
      'não\ncancela',
      'sim, apaga',
      'sim\napaga',
      'yes, delete it',
      'não, pode cancelar',
    ],
    ...[
      'cancela?',
      'pode cancelar?',
      'cancelar o que',
      'se eu cancelar',
      'o que acontece se cancelar',
    ],
    ...[
      'pode apagar?',
      'será que cancelo',
      'talvez cancelar',
      'sim, mas depois',
      'não sei se cancelo',
    ],
    ...[
      'cancela minha conta',
      'pode cancelar meu cadastro',
      'cancela o cartão',
      'cancela meu pedido',
    ],
    ...[
      'não apague meu cartão',
      'ok obrigado, vou pensar',
      '1 não',
      '2 cancela',
      'cancela e apaga tudo',
      'não pode apagar',
      'não pode cancelar',
    ],
  ])('is asked about again after %j', (text) => {
    expect(['yes', 'no', 'cancel', 'keepAccount']).not.toContain(readType(text, 'keep'));
  });
});
