import type { proto } from '@whiskeysockets/baileys';
import fc from 'fast-check';
import { SENTENCES } from './said.js';

/** Who is in it: two with accounts, a stranger, and one whose number WhatsApp hides. */
export const PEOPLE = 4;

export type Step = { readonly who: number } & (
  | {
      readonly kind: 'messages';
      /** As WhatsApp delivers them; `{cpf:1}` and the like stand for what the run has (stage.ts). */
      readonly messages: readonly proto.IMessage[];
      /** Minutes they were under way. */
      readonly late: number;
    }
  | { readonly kind: 'page' }
  | { readonly kind: 'link' }
  | { readonly kind: 'wait'; readonly minutes: number }
);

const WORDS = [
  ...['oi', 'menu', 'entrar', 'ajuda', 'cancelar', 'sim', 'não', '1', '2', '3', '4', 'obrigado'],
  ...['acessos', 'encerrar 1', 'sair de tudo', 'bloquear', 'desbloquear', 'não fui eu', 'trocar'],
  ...['meus dados', 'apagar', 'cancelar exclusão', 'atendente', 'mudei de número', 'fdp'],
  ...[
    'este cpf é meu',
    'google',
    'desvincular google',
    'senha',
    'MENU!!',
    'ENTRAAR',
    'blok',
    'Joana Prado',
  ],
];
/** What belongs to somebody, or nobody: everybody may try it. */
const PLACEHOLDERS = [
  ...['{cpf:0}', '{cpf:1}', '{cpf:2}', 'meu cpf é {cpf:1}', '{phone:0}', '{phone:1}', '{code:0}'],
  ...['{code:1}', '{link:0}', '{link:1}', '{request}', '{number}', '47', '123456', '11144477736'],
  ...['Entrar no site: ABCD-2345', '12.345.678/0001-95', '{cpf:0} {cpf:1}'],
];

const text = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...SENTENCES) },
  { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 4, arbitrary: fc.constantFrom(...PLACEHOLDERS) },
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.string({ minLength: 1, maxLength: 10 }).map((word) => word.repeat(900)),
);
const message: fc.Arbitrary<proto.IMessage> = fc.oneof(
  { weight: 12, arbitrary: text.map((conversation) => ({ conversation })) },
  text.map((words) => ({
    extendedTextMessage: { text: words, contextInfo: { isForwarded: true } },
  })),
  fc.constantFrom<proto.IMessage>(
    ...[{ imageMessage: { caption: 'entrar' } }, { audioMessage: {} }, { stickerMessage: {} }],
    ...[{ documentMessage: {} }, { locationMessage: {} }, { contactMessage: {} }],
    ...[{ viewOnceMessageV2: { message: { imageMessage: {} } } }, { eventMessage: {} }, {}],
    ...[{ protocolMessage: { type: 0 } }, { reactionMessage: { text: '👍' } }],
  ),
  text.map((conversation) => ({ protocolMessage: { type: 14, editedMessage: { conversation } } })),
);
const who = fc.nat(PEOPLE - 1);

export const anySteps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 16,
      arbitrary: fc.record({
        who,
        kind: fc.constant('messages' as const),
        messages: fc.array(message, { minLength: 1, maxLength: 4 }),
        late: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.constantFrom(6, 600)),
      }),
    },
    fc.record({ who, kind: fc.constant('page' as const) }),
    fc.record({ who, kind: fc.constant('link' as const) }),
    fc.record({ who, kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 6, 11, 70) }),
  ),
  { minLength: 1, maxLength: 25 },
);
