import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readMessage } from '#bot-flows/reading/read-message.js';
import { PHRASES } from '#bot-flows/reading/commands/command-words.js';
import { readAgreement } from '#bot-flows/understanding/answers/agreement.js';
import { languageOf } from '#bot-flows/understanding/language.js';
import { normalise } from '#bot-flows/understanding/normalise.js';
import { withDigits } from '#bot-flows/understanding/number-words.js';
import type { Situation } from '#bot-flows/understanding/situation.js';
import { understand } from '#bot-flows/understanding/understand.js';
import { readSentences } from '../app/sentences/sentence.js';

const SITUATIONS: readonly Situation[] = [
  ...(['rest', 'afterAccess', 'menu', 'taxId', 'name', 'consent'] as const),
  ...(['deletion', 'block', 'endAll', 'keep', 'confirm', 'number', 'list', 'choosing'] as const),
];

function read(text: string, situation: Situation = 'rest') {
  const message = { type: 'message', text, forwarded: false, silenceMs: 1, late: false } as const;
  return readMessage(message, { situation, isRegistering: false }).type;
}

/** Words of the tables and others, put together anyhow, with letters lost and swapped. */
const anySaid = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PHRASES.map(({ phrase }) => phrase)),
      fc.constantFrom(...readSentences('own.tsv').flatMap(({ text }) => text.split(' '))),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((words) => words.join(' '));

describe('what cannot be undone', () => {
  test('never comes from a likeness', () => {
    fc.assert(
      fc.property(anySaid, fc.constantFrom(...SITUATIONS), (text, situation) => {
        const understood = understand(normalise(text), situation);
        if (understood?.layer !== 'score' || understood.intent !== 'block') return;
        // A command word for word is another layer.
        if (PHRASES.some(({ command, phrase }) => command === 'block' && text.includes(phrase)))
          return;
        expect(read(text, situation)).not.toBe('block');
      }),
      { numRuns: 3_000 },
    );
  });

  const NEGATIONS = [
    'não',
    'nao',
    'nunca',
    'n',
    'jamais',
    'no',
    "don't",
    'do not',
    'never',
    'nope',
    'not',
    'nah',
  ];
  /** In one line, and in messages of a burst. */
  const APART = [' ', ', ', '\n', '. '];

  test('is no name of the reader: "confirmo, este cpf é meu never" agrees to nothing', () => {
    for (const no of NEGATIONS) {
      const said = normalise(`confirmo este cpf é meu ${no}`);
      expect([no, readAgreement(said, 'consent')]).not.toEqual([no, 'yes']);
      expect([no, readAgreement(said, 'confirm')]).not.toEqual([no, 'yes']);
    }
  });

  test('is agreed to by no sentence with a negation in it', () => {
    fc.assert(
      fc.property(
        ...([anySaid, fc.constantFrom(...NEGATIONS), fc.constantFrom(...APART)] as const),
        (text, no, apart) => {
          for (const situation of ['consent', 'deletion', 'block', 'endAll', 'confirm'] as const) {
            expect(readAgreement(normalise(`${text}${apart}${no}`), situation)).not.toBe('yes');
            expect(readAgreement(normalise(`${no}${apart}${text}`), situation)).not.toBe('yes');
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  const moving = PHRASES.filter(({ command }) =>
    ['block', 'confirmNumberChange', 'yes'].includes(command),
  );
  test.each(moving)('is not done by $phrase with a negation beside it', ({ phrase }) => {
    for (const situation of ['rest', 'afterAccess', 'menu'] as const) {
      for (const no of NEGATIONS) {
        for (const apart of APART) {
          for (const text of [`${phrase}${apart}${no}`, `${no}${apart}${phrase}`]) {
            expect([text, read(text, situation)]).not.toEqual([text, 'block']);
            expect([text, read(text, situation)]).not.toEqual([text, 'confirmNumberChange']);
            expect([text, read(text, situation)]).not.toEqual([text, 'yes']);
          }
        }
      }
    }
  });

  test.each<[string, Situation, string]>([
    ['pode bloquear não', 'block', 'no'],
    ['pode bloquear', 'block', 'yes'],
    ['não quero apagar', 'deletion', 'no'],
    ['apagar não', 'deletion', 'no'],
    ['quero apagar', 'deletion', 'yes'],
    ['2 aceito', 'consent', 'text'],
    ['o que é isso', 'consent', 'whoAreYou'],
    ['aceito, mas antes quero saber quem são vocês', 'consent', 'whoAreYou'],
    ['não precisa bloquear não fui eu que entrei msm, era eu', 'rest', 'wasMe'],
    ['não fui eu', 'rest', 'notMe'],
    ['não, fui eu sim', 'rest', 'wasMe'],
    ['bloqueia meu cartão', 'rest', 'business'],
    ['como bloqueio minha conta?', 'rest', 'offer'],
    ['não quero entrar', 'rest', 'notWanted'],
    ['ok, obrigado', 'deletion', 'thanks'],
    ['sim, obrigado', 'deletion', 'yes'],
    ['beleza valeu', 'block', 'text'],
    ['quero cancelar minha conta', 'rest', 'deletion'],
    ['quero cancelar meu pedido', 'rest', 'business'],
    ['cancela', 'rest', 'cancel'],
    ['excluir o google do meu login', 'rest', 'unlinkGoogle'],
    ['quero entrar na conta da minha mãe', 'rest', 'otherPerson'],
    ['não quero\nbloquear', 'block', 'no'],
    ['não quero\nbloquear', 'rest', 'notWanted'],
    ['bloquear\nnão', 'rest', 'offer'],
    ['não fui eu\nbloquear', 'rest', 'block'],
    ['fui hackeado', 'rest', 'offer'],
    ['meu celular trava muito', 'rest', 'offer'],
    ['quero bloquear um contato', 'rest', 'offer'],
    ['bloqueia esse número', 'rest', 'offer'],
    ['trava minha conta do banco', 'rest', 'offer'],
    ['bloqueia minha conta por favor', 'rest', 'block'],
    ['bloqueia a conta do fulano', 'rest', 'otherPerson'],
    ['apaga a conta do meu ex', 'rest', 'otherPerson'],
    ['não quero bloquear nada só quero entrar', 'rest', 'enter'],
    ['não quero bloquear nem entrar', 'rest', 'notWanted'],
    ['dont lock my account', 'rest', 'notWanted'],
    ['sim, mas não agora', 'deletion', 'no'],
    ['pode me explicar', 'consent', 'text'],
    ['isso é obrigatório', 'consent', 'text'],
    ['manda o link', 'consent', 'enter'],
    ['aceito, manda o link', 'consent', 'yes'],
    ['pode ser que sim', 'block', 'text'],
    ['aceito sim minha flor', 'consent', 'yes'],
    ['vai tomar no cu', 'rest', 'insult'],
    ['cancelar', 'confirm', 'cancel'],
    ['nenhuma', 'menu', 'cancel'],
    ['banana', 'rest', 'text'],
    // Somebody else lost it, or only said something.
    ['minha tia perdeu a senha', 'rest', 'otherPerson'],
    ['meu neto disse que é pra entrar', 'rest', 'enter'],
    ['sai de todos os aparelhos da minha irmã', 'rest', 'otherPerson'],
    // A call is no link in Brazil, and "no cpf" no English.
    ['recebi ligação pedindo meu cpf, são vocês?', 'rest', 'scam'],
    ['é o mesmo que tá no cpf', 'name', 'text'],
    ['usei o link e já foi usado', 'afterAccess', 'linkProblem'],
    ['ladrão levou meu celular', 'rest', 'lostPhone'],
    ['apertei errado', 'deletion', 'no'],
    ['se eu não usar acontece algo?', 'afterAccess', 'help'],
    ['valeu mesmo', 'afterAccess', 'thanks'],
    ['boa noite, tudo certo?', 'rest', 'greet'],
    ['foi minha esposa, tá tudo certo', 'block', 'no'],
    ['é atendimento automático isso?', 'rest', 'whoAreYou'],
    ['aceito né fazer o que', 'consent', 'yes'],
    ['desbloquear não, entrar', 'rest', 'enter'],
    // Asked, and not said.
    ['não fui eu né?', 'afterAccess', 'offer'],
    ['não fui eu que perguntei', 'afterAccess', 'offer'],
    ['não fui eu que pedi pra bloquear', 'afterAccess', 'offer'],
    ['não fui eu que pedi esse código', 'afterAccess', 'notMe'],
    ['não lembro o número agora', 'taxId', 'noTaxId'],
    ['não precisa disso', 'name', 'text'],
    ['meu chefe mandou bloquear minha conta, pode isso?', 'rest', 'offer'],
    ['não se preocupe era eu', 'afterAccess', 'wasMe'],
    ['sim pode deixar guardado', 'consent', 'yes'],
    // What went wrong with link and code gets advice, and new ones with it.
    ['onde eu jogo esse código', 'afterAccess', 'codeQuestion'],
    ['o link me joga pra outra página', 'afterAccess', 'linkProblem'],
    ['o código venceu de novo', 'afterAccess', 'codeProblem'],
    ['cadê o código', 'afterAccess', 'enter'],
    ['o céu é azul', 'rest', 'text'],
    ['meu número vai ser outro', 'rest', 'numberChange'],
    // Made small, and a neighbour of the first key.
    ['deu certinho', 'afterAccess', 'thanks'],
    ['cade o vodigo', 'afterAccess', 'enter'],
  ])('%s, where the bot waits for %s, is %s', (text, situation, type) => {
    expect(read(text, situation)).toBe(type);
  });
});

test.each([
  ['blokeia minha conta', 'block'],
  ['intrar na minha conta', 'enter'],
  ['esqsueci a senha', 'password'],
  ['apagr minha conta', 'deletion'],
  ['desbloquia pra mim', 'unblock'],
])('%s is read as it was meant: %s', (text, type) => {
  expect(read(text)).toBe(type);
});

test.each([
  ['meu nome é Paulo Rocha e meu cpf é 529.982.247-25', 'Paulo Rocha'],
  ['529.982.247-25, nome: Ana Paula de Souza', 'Ana Paula de Souza'],
  ['529.982.247-25 quero entrar', null],
  ['cpf do meu pai 529.982.247-25', null],
  ['meu nome não interessa 529.982.247-25', null],
  ['me chamo quero entrar 529.982.247-25', null],
])('the name beside the number in %s is %s', (text, name) => {
  const message = { type: 'message', text, forwarded: false, silenceMs: 1, late: false } as const;
  const said = readMessage(message, { situation: 'taxId', isRegistering: true });
  expect(said).toMatchObject({ type: 'taxId', name });
});

test.each([
  ['cinco dois nove nove oito dois dois quatro sete dois cinco', '52998224725'],
  [
    'quinhentos e vinte e nove, novecentos e oitenta e dois, duzentos e quarenta e sete, vinte e cinco',
    '52998224725',
  ],
  [
    'meu cpf é cinco dois nove ponto nove oito dois ponto dois quatro sete traço dois cinco',
    'meu cpf é 52998224725',
  ],
  ['tenho dois filhos', 'tenho dois filhos'],
])('%s is %s', (text, digits) => {
  expect(withDigits(text)).toBe(digits);
});

test.each([
  ["I don't speak portuguese", 'en'],
  ['send me the link please', 'en'],
  ['necesito ayuda para iniciar sesión', 'es'],
  ['me puede mandar el código', 'es'],
  ['quero entrar na minha conta', 'pt'],
  ['login', null],
  ['ok', null],
])('%s is in %s', (text, language) => {
  expect(languageOf(normalise(text))).toBe(language);
});

test('a sentence is read in well below a millisecond, and a word without end does not take long', () => {
  const texts = readSentences('open.tsv').map(({ text }) => text);
  for (const text of texts) read(text);
  const from = performance.now();
  for (const text of texts) read(text);
  // A twentieth of that on a computer that has nothing else to do.
  expect((performance.now() - from) / texts.length).toBeLessThan(2);
  const long = performance.now();
  read('a'.repeat(60_000));
  expect(performance.now() - long).toBeLessThan(500);
});
