import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createAccessCopy } from '#bot-flows/copy/access-copy.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import { createDialogue } from '#bot-flows/dialogue.js';
import type { DialogueEvent, DialogueSnapshot } from '#src/app/ports/dialogue.js';
import type { PersonName } from '#src/domain/person-name.js';
import { takeTurn } from './scripted-app.js';
import { newWorld, type World } from './scripted-world.js';
import { SAO_PAULO } from '../support/time-zone.js';

const privacyUrl = `https://${'a'.repeat(85)}.com/p`;
const talks = [COPY['pt-BR'], COPY.en].map((copy) => ({
  dialogue: createDialogue({ copy, timeZone: SAO_PAULO, privacyUrl }),
  copy: createAccessCopy({ copy, timeZone: SAO_PAULO }),
}));

const anyText = fc.oneof(
  fc.constantFrom('oi', 'menu', 'entrar', 'ajuda', 'cancelar', 'sim', 'não', '1', '2', 'Joana'),
  fc.constantFrom('529.982.247-25', 'cpf 529.982.247-25 ok', '529.982.247-24', '123456', '3'),
  fc.constantFrom('Entrar no site: K7QM-2XWD', '47', '12', 'bloquear', 'desbloquear', 'trocar'),
  fc.constantFrom('acessos', 'encerrar 1', 'sair de tudo', 'meus dados', 'apagar', 'atendente'),
  fc.constantFrom('google', 'desvincular google', 'senha', 'esqueci a senha', 'horário'),
  fc.constantFrom('mudei de número', 'este cpf é meu', 'cancelar exclusão', 'não fui eu', 'fdp'),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom('e', 'n', 't', 'r', 'a', 'm', 'u', ' ', '1', 'é', '👍') }),
  fc.string({ minLength: 1, maxLength: 10 }).map((word) => word.repeat(1_024)),
);
const anyEvent: fc.Arbitrary<DialogueEvent> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record<DialogueEvent & { type: 'message' }>({
      type: fc.constant('message'),
      text: anyText,
      forwarded: fc.nat(5).map((chance) => chance === 0),
      silenceMs: fc.option(fc.nat(1_200_000)),
      late: fc.nat(9).map((chance) => chance === 0),
    }),
  },
  fc.record<DialogueEvent & { type: 'media' }>({
    type: fc.constant('media'),
    media: fc.constantFrom(
      ...(['audio', 'image', 'video', 'sticker', 'document'] as const),
      ...(['location', 'contact', 'view_once', 'unsupported'] as const),
    ),
  }),
);
const anyWorld: fc.Arbitrary<World> = fc
  .record({
    person: fc.option(fc.constant('Joana Silva' as PersonName)),
    noPhone: fc.constantFrom(null, 'landline', 'abroad', 'hidden', 'unreadable'),
    google: fc.record({ offered: fc.boolean(), linked: fc.boolean() }),
    contested: fc.boolean(),
    passwordReset: fc.record({
      outcome: fc.constantFrom('sent', 'too_soon', 'too_many'),
      retryAfterS: fc.nat(100_000),
    }),
    stepUp: fc.constantFrom(null, 'dormant', 'identity_changed', 'new_account'),
    waits: fc.boolean(),
    nameDue: fc.boolean(),
    alerted: fc.boolean(),
    blocked: fc.constantFrom(null, 'owner', 'team'),
    deletionDueAt: fc.constantFrom(null, new Date('2026-11-30T17:32:00Z')),
    request: fc.option(
      fc.constant({ code: 'K7QM2XWD', onScreen: 47, browser: 'Chrome', system: null }),
    ),
    numberChangeAsked: fc.boolean(),
    registration: fc.constantFrom('open', 'closed'),
    tooManyTaxIds: fc.boolean(),
    refuses: fc.boolean(),
    access: fc.record({
      outcome: fc.constantFrom('sent', 'too_soon', 'too_many', 'blocked'),
      retryAfterS: fc.nat(100_000),
    }),
  })
  .map((world) => ({ ...newWorld(), ...world }));

describe('whatever people send', () => {
  test('the dialogue comes to rest, keeps its texts short and its snapshot small', () => {
    fc.assert(
      fc.property(anyWorld, fc.array(anyEvent, { maxLength: 12 }), (world, events) => {
        for (const talk of talks) {
          let snapshot: DialogueSnapshot | null = null;
          const around = {
            ...talk,
            world: {
              ...world,
              taxIds: new Set(world.taxIds),
              sessions: [{ browser: null, system: 'iOS' }],
            },
          };
          for (const event of events) {
            const turn = takeTurn(around, { snapshot, event });
            for (const { text } of turn.happened) expect(text.length).toBeLessThanOrEqual(300);
            const stored = JSON.stringify(turn.snapshot);
            expect(stored.length).toBeLessThanOrEqual(4_096);
            snapshot = JSON.parse(stored) as DialogueSnapshot;
            expect(snapshot).toEqual(turn.snapshot);
          }
          const menu = { type: 'message', text: 'menu', forwarded: false } as const;
          const out = takeTurn(around, {
            snapshot,
            event: { ...menu, silenceMs: 1_000, late: false },
          });
          expect(out.happened.map(({ kind }) => kind)).toContain('said');
        }
      }),
      { numRuns: 150 },
    );
  });

  test('nothing a person types reads as a CPF in what the bot says', () => {
    fc.assert(
      fc.property(anyWorld, fc.array(anyEvent, { maxLength: 8 }), (world, events) => {
        let snapshot: DialogueSnapshot | null = null;
        for (const event of events) {
          const [talk] = talks;
          if (!talk) throw new Error('no language');
          const turn = takeTurn({ ...talk, world: { ...world } }, { snapshot, event });
          for (const { text } of turn.happened) expect(text).not.toMatch(/982.?247.?25/);
          snapshot = turn.snapshot;
        }
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['a known number', { person: 'Joana Silva' as PersonName }],
    ['an unknown number', { registration: 'open' as const }],
    ['a hidden number', { noPhone: 'hidden' as const }],
    ['a landline', { noPhone: 'landline' as const }],
    [
      'a blocked account',
      { person: 'Joana' as PersonName, access: { outcome: 'blocked', retryAfterS: 0 } as const },
    ],
  ])('an echo of what the bot says comes to an end for %s', (_, world) => {
    for (const talk of talks) {
      for (const first of ['Olá!', 'entrar', 'Olá, posso ajudar?', 'menu', 'ajuda']) {
        let snapshot: DialogueSnapshot | null = null;
        let queue = [first];
        const around = { ...talk, world: { ...newWorld(), ...world } };
        for (let turns = 0; queue.length > 0; turns += 1) {
          expect(turns).toBeLessThan(15);
          const [text = '', ...rest] = queue;
          const event = {
            type: 'message',
            text,
            forwarded: false,
            silenceMs: 1,
            late: false,
          } as const;
          const turn = takeTurn(around, { snapshot, event });
          snapshot = turn.snapshot;
          const said = turn.happened.filter(({ kind }) => kind === 'said');
          queue = [...rest, ...said.map((saying) => saying.text)];
        }
      }
    }
  });
});
