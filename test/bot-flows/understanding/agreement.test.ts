import { describe, expect, test } from 'vitest';
import { createDialogue } from '#bot-flows/dialogue.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import type { Situation } from '#bot-flows/understanding/situation.js';
import { readType } from './read-type.js';

/** What of them cannot be taken back: nothing that hesitates, asks, limits or speaks of something else agrees to it. */
const QUESTIONS = [
  'consent',
  'deletion',
  'block',
  'endAll',
] as const satisfies readonly Situation[];

describe('a sentence that hesitates, limits or wants something else agrees to nothing', () => {
  const hesitating = [
    ...['sim depende', 'depende', 'sim, dependendo', 'concordo parcialmente', 'aceito em parte'],
    ...['sim recusado', 'sim parcial', 'sim quase', 'sim menos o nome', 'aceito exceto o número'],
    ...[
      'sim provavelmente',
      'sim possivelmente',
      'sim amanhã',
      'sim\nmais tarde',
      'sim, outro dia',
    ],
    ...['yes later', 'yes partly', 'yes unless', 'yes perhaps', 'i agree partially', 'ok later'],
    ...['yes except the name', 'sure, tomorrow', 'sim sob protesto', 'sim obrigatoriamente'],
    ...['quero minha conta', 'quero a minha conta', 'quero meu acesso', 'eu quero meus dados'],
    ...['quero minha conta\npor favor', 'quero o meu cadastro', 'manda meus dados', 'quero conta'],
    ...['i want my account', 'i want my data', 'da pra fazer', 'tenho que fazer', 'tem que ser'],
    ...['só se for de graça', 'vou pensar', 'se puder sim', 'acho que não', 'claro que não'],
    ...[
      'pode fazer o que',
      'sim quer dizer não',
      'apertei errado',
      'era brincadeira',
      'me arrependi',
      'nunca pedi isso',
      'nem a pau',
    ],
  ];
  test.each(QUESTIONS.flatMap((situation) => hesitating.map((text) => [text, situation] as const)))(
    '%j at %s',
    (text, situation) => {
      expect(readType(text, situation)).not.toBe('yes');
    },
  );

  test.each([
    ...[
      'isso apaga meus dados',
      'isso apaga tudo',
      'vai apagar meus dados',
      'você apaga meus dados',
    ],
    ...[
      'vocês apagam',
      'minha conta apaga',
      'meus dados exclui',
      'tenho que apagar',
      'da pra apagar',
    ],
    ...['essa exclusão', 'a exclusão', 'o cancelamento', 'e o apagamento', 'sobre a exclusão'],
    ...['ela apaga minha conta', 'this delete my data', 'it will delete my account'],
    ...['continuar com minha conta', 'continua com meu cadastro', 'certo, minha conta'],
  ])('%j, where it may be deleted', (text) => {
    expect(['yes', 'deletionScheduled']).not.toContain(readType(text, 'deletion'));
  });

  test.each([
    ...['isso bloqueia minha conta', 'vai bloquear meu acesso', 'você bloqueia tudo', 'o bloqueio'],
    ...[
      'e o bloqueio',
      'esse bloqueio',
      'minha conta trava',
      'tenho que bloquear',
      'da pra bloquear',
    ],
    ...['isso tranca o acesso', 'it block my account', 'quero acesso', 'ok obrigado', 'ok, valeu'],
  ])('%j, where it may be locked', (text) => {
    expect(['yes', 'block']).not.toContain(readType(text, 'block'));
  });

  test.each([
    'isso encerra tudo',
    'vai sair de todos',
    'isso desconecta meus acessos',
    'da pra sair',
  ])('%j, where every access may be ended', (text) => {
    expect(['yes']).not.toContain(readType(text, 'endAll'));
  });

  const ofAnotherNumber = [
    ...['isso, é meu número', 'sim é meu número', 'isso é meu', 'é meu sim', 'sim, sou eu'],
    ...['isso mesmo, meu número novo', 'sim, esse número é meu'],
  ];
  test.each(
    (['deletion', 'block', 'endAll'] as const).flatMap((situation) =>
      ofAnotherNumber.map((text) => [text, situation] as const),
    ),
  )('%j, which answers the question of another number, at %s', (text, situation) => {
    expect(readType(text, situation)).not.toBe('yes');
  });

  test.each(['apaga a da minha filha', 'pode apagar a do João', 'apaga o cadastro dela'])(
    '%j, which is about somebody else, at the question whether to delete',
    (text) => {
      expect(readType(text, 'deletion')).not.toBe('yes');
    },
  );
});

test.each<[string, Situation]>([
  ...(['sim', 'quero', 'quero sim', 'sim, quero apagar', 'pode apagar minha conta'] as const).map(
    (text): [string, Situation] => [text, 'deletion'],
  ),
  ['quero apagar minha conta', 'deletion'],
  ['sim, podem apagar tudo', 'deletion'],
  ['confirmo a exclusão', 'deletion'],
  ['tudo certo, concordo com tudo', 'consent'],
  ['yes, delete it', 'deletion'],
  ['delete my account', 'deletion'],
  ['eu quero bloquear', 'block'],
  ['isso, bloqueia por favor', 'block'],
  ['isso bloqueia logo', 'block'],
  ['bloqueia minha conta', 'block'],
  ['yes block it', 'block'],
  ['pode encerrar tudo', 'endAll'],
  ['aceito sim minha flor', 'consent'],
  ['sim dona Carla', 'consent'],
  ['aceito, manda o link', 'consent'],
])('%j at %s agrees', (text, situation) => {
  expect(readType(text, situation)).toBe('yes');
});

describe('"Só para ter certeza: você quer bloquear …?"', () => {
  const dialogue = createDialogue({
    copy: COPY['pt-BR'],
    privacyUrl: 'https://entrar.exemplo.com.br/privacidade',
    timeZone: 'America/Sao_Paulo',
  });

  function effectsAfter(...texts: readonly string[]): readonly string[] {
    let snapshot: ReturnType<typeof dialogue.step>['snapshot'] | null = null;
    let effects: readonly string[] = [];
    for (const text of texts) {
      const said = { type: 'message', text, forwarded: false, silenceMs: 1, late: false } as const;
      const step = dialogue.step(snapshot, said);
      snapshot = step.snapshot;
      effects = step.effects.map(({ type }) => type);
    }
    return effects;
  }

  test.each([
    'ok obrigado',
    'beleza, valeu',
    'ok',
    'quero minha conta',
    'sim depende',
    'isso bloqueia tudo',
  ])('is a grave question: %j after it', (text) => {
    const isAgreed = effectsAfter('fui hackeado', text).includes('identify');
    expect(isAgreed).toBe(text === 'ok');
  });

  test.each(['sim', 'bloqueia', 'pode bloquear', '1'])('is agreed to by %j', (text) => {
    expect(effectsAfter('fui hackeado', text)).toEqual(['identify']);
  });
});
