import { describe, expect, test } from 'vitest';

import { isAlarm } from '#bot-flows/reading/is-alarm.js';
import type { Situation } from '#bot-flows/understanding/situation.js';
import { inLines, read } from './read.js';

const AT_REST = ['rest', 'afterAccess', 'menu'] as const;

/** What locks the account, at once or after an alert. */
function locks(text: string, situation: Situation = 'rest'): boolean {
  return ['block', 'notMe'].includes(read(text, situation).type);
}

describe('an account is locked', () => {
  test.each([
    ...[['bloquear'], ['BLOQUEAR!'], ['block'], ['lock my account'], ['block my account please']],
    ...[['bloqueia minha conta'], ['quero bloquear minha conta'], ['bloquear ⏎ por favor']],
    ...[['quero que bloqueie minha conta'], ['pode bloquear'], ['bloquear ⏎ me ajuda']],
    ...[['bloquear ⏎ bloquear'], ['oi ⏎ bloquear'], ['bloqueia tudo agora'], ['trava minha conta']],
    ...[['bloquear ⏎ 1'], ['block ⏎ yes'], ['bloquear ⏎ sim'], ['1 ⏎ bloquear']],
    ...[['não fui eu ⏎ bloquear'], ['bloqueia isso agora!!!'], ['preciso bloquear urgente']],
    ...[
      ['suspende meu acesso por segurança'],
      ['quero que travem minha conta'],
      ['caí num golpe bloqueia tudo'],
      ['bloqueia, amigo'],
    ],
    ...[['roubaram minha senha trava tudo'], ['fui vítima de golpe, bloqueia minha conta']],
    ...[['bloqueia minha conta, minha filha'], ['bloqueia tudo pelo amor de deus']],
  ])('by who says so: %s', (text) => {
    for (const situation of AT_REST) expect(read(text, situation).type).toBe('block');
    expect(isAlarm(inLines(text))).toBe(true);
  });

  test.each([
    ...[['bloquear?'], ['block?'], ['lock account?'], ['bloquear o que?'], ['pra que bloquear']],
    ...[
      ['o que acontece se eu ⏎ bloquear ⏎ ?'],
      ['bloquear ⏎ errei'],
      ['bloquear ⏎ ?'],
      ['bloquear ⏎ 2'],
    ],
    ...[['posso bloquear minha conta']],
    ...[
      ['vou bloquear minha conta'],
      ['vou te bloquear'],
      ['minha conta trava'],
      ['a conta bloqueia'],
    ],
    ...[['bloqueia alguem'], ['bloqueia essa pessoa'], ['dá pra bloquear'], ['tem como bloquear']],
    ...[['gostaria de estar bloqueando a minha conta'], ['estou bloqueando minha conta']],
    ...[
      ['se eu bloquear minha conta'],
      ['quando bloquear minha conta'],
      ['antes de bloquear minha conta'],
    ],
    ...[
      ['acho que vou bloquear minha conta'],
      ['devo bloquear minha conta'],
      ['ia bloquear minha conta'],
    ],
    ...[
      ['how to block'],
      ['do i block my account'],
      ['should i block'],
      ['can i block my account'],
      ['i will block you'],
    ],
    ...[['will you lock my account'], ['what if i lock my account'], ['no bloquear']],
    ...[['no block'], ['bloquear ⏎ asdf qwer zxcv'], ['bloqueia depois']],
    ...[
      ['talvez bloquear minha conta'],
      ['bloqueia minha conta amanhã'],
      ['quem bloqueia minha conta'],
    ],
    ...[['block ⏎ what'], ['block ⏎ oops wrong chat'], ['era pra bloquear']],
    // A condition: nothing has happened yet.
    ...[['se não fui eu bloqueia?'], ['bloqueia só se não fui eu'], ['e se não fosse eu?']],
    ...[['se roubaram minha senha trava tudo'], ['caso não seja eu, bloqueia']],
    // Somebody else's account, or what the reader is called.
    ...[['bloquear ⏎ minha filha'], ['bloqueia meu filho']],
    ...[['é seguro bloquear'], ['por segurança vocês bloqueiam a conta?']],
  ])('only after a question where it is asked about, planned or near: %s', (text) => {
    for (const situation of AT_REST) {
      expect(read(text, situation)).toEqual({ type: 'offer', wish: 'block' });
    }
    expect(isAlarm(inLines(text))).toBe(false);
  });

  test.each([
    ...[
      ['bloquear ⏎ meu cartão'],
      ['para de bloquear minha conta'],
      ['não bloquear'],
      ['bloquear não'],
    ],
    ...[['não precisa bloquear'], ['nunca bloqueie minha conta'], ['do not block my account']],
    ...[['bloquear ⏎ não'], ['bloquear ⏎ cancela'], ['bloquear ⏎ deixa pra lá'], ['block ⏎ no']],
    ...[['bloquear ⏎ como assim'], ['bloquear ⏎ o que é isso'], ['why block'], ['block someone']],
    ...[['bloquear ⏎ o zap do fulano'], ['já bloqueei minha conta']],
    ...[['meu cartão bloqueou'], ['o celular está travando']],
  ])('by no other sentence: %s', (text) => {
    for (const situation of AT_REST) expect([text, locks(text, situation)]).toEqual([text, false]);
    expect(isAlarm(inLines(text))).toBe(false);
  });
});

describe('"não fui eu"', () => {
  test.each([
    ...[
      ['não fui eu'],
      ['nao fui eu!'],
      ['n fui eu'],
      ['não fui eu não'],
      ['não era eu'],
      ['fui eu não'],
    ],
    ...[['não fui eu, bloqueia'], ['oi ⏎ não fui eu'], ['não fui eu ⏎ socorro'], ['not me']],
    ...[
      ["it wasn't me"],
      ['wasnt me'],
      ["that wasn't me"],
      ['it was not me'],
      ["I didn't do this"],
    ],
    ...[["I didn't log in"], ['i did not do that'], ["this isn't me"], ["I haven't logged in"]],
    ...[["I didn't request this"], ['não fui eu. socorro'], ['eu não fui']],
  ])('is heard: %s', (text) => {
    expect(locks(text, 'rest')).toBe(true);
    expect(isAlarm(inLines(text))).toBe(true);
  });

  test.each([
    ...[
      ['não, fui eu'],
      ['Não. Fui eu.'],
      ['nao ⏎ fui eu'],
      ['n, fui eu'],
      ['não! fui eu'],
      ['não; fui eu'],
    ],
    ...[
      ['não, era eu'],
      ['não, fui eu que entrei'],
      ['não fui eu?'],
      ['quem disse que não fui eu?'],
    ],
    ...[["wasn't me?"], ['não fui eu ⏎ brincadeira'], ['não fui eu ⏎ mentira'], ['no, it was me']],
  ])('is asked back where it may mean the contrary: %s', (text) => {
    for (const situation of AT_REST) {
      expect(locks(text, situation)).toBe(false);
      expect(['offer', 'sessions', 'wasMe']).toContain(read(text, situation).type);
    }
    expect(isAlarm(inLines(text))).toBe(false);
  });

  test.each([
    ['não, fui eu'],
    ['Não. Fui eu.'],
    ['nao ⏎ fui eu'],
    ['n, fui eu'],
    ['no, it was me'],
  ])('moves no account and denies no page: %s', (text) => {
    expect(['wasMe', 'yes', 'confirmNumberChange']).not.toContain(read(text).type);
    expect(['no', 'notMe']).not.toContain(read(text, 'number').type);
  });

  test.each([
    ['não, fui eu sim', 'wasMe'],
    ['it was me', 'wasMe'],
    ['fui eu', 'wasMe'],
  ])('and its contrary: %s', (text, type) => {
    expect(read(text).type).toBe(type);
  });

  test.each([['não, fui eu'], ['nao ⏎ fui eu'], ['fui eu'], ['it was me'], ['no, it was me']])(
    'nothing is locked where the question stands: %s',
    (text) => {
      expect(['no', 'wasMe']).toContain(read(text, 'block').type);
    },
  );

  test.each([
    ...[
      ['não fui eu, clonaram meu cpf e usaram'],
      ['não fui eu, entraram com meu cpf, usaram ele'],
    ],
  ])('whatever agrees beside the alarm: %s', (text) => {
    for (const situation of AT_REST) expect(locks(text, situation)).toBe(true);
    expect(isAlarm(text)).toBe(true);
  });

  test.each([
    ...[['fui mesmo assaltado, bloqueia minha conta'], ['fui sim roubada, bloqueia tudo']],
    ...[['foi meu marido, eu sei, bloqueia tudo'], ['foi meu irmão, pode deixar, bloqueia']],
    ...[['foi meu filho, eu sei, ele clonou tudo'], ['foi meu filho, eu sei, sem autorização']],
    ...[['fui mesmo roubado'], ['era mesmo um golpe'], ['eu que entrei nada, bloqueia']],
  ])('and nothing is taken as fine: %s', (text) => {
    expect(read(text, 'afterAccess').type).not.toBe('wasMe');
  });
});
