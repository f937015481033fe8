import { as, leadingTo, patiently, say, sayFault, sayWith, wants } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';
import type { CommandFlow } from '../chart/command.js';
import { required } from '../reading/required.js';

/** What waits for TROCAR or NÃO, in words that say what asked for it. */
const sayStillAsked = sayWith(({ event }) => ({
  key: 'numberStillAsks',
  with: { by: as('numberChangeRecalled.asked', event).by },
}));

/** A new number for an account: never by CPF alone, the old number says yes (security case 47). */
export const numberChange: CommandFlow<'numberChange'> = {
  said: {
    target: '#identifying',
    actions: ['startOverAboutTaxId', { type: 'want', params: { intent: 'numberChange' } }],
    reenter: true,
  },
  known: [
    {
      guard: wants('numberChange'),
      target: '#idle',
      actions: ['startOver', say('numberHasAccount')],
    },
  ],
  states: chat.createStateConfig({
    initial: 'asking',
    states: {
      asking: {
        id: 'askingMovedTaxId',
        tags: 'midway',
        on: {
          askedAgain: { actions: say('askTaxIdAgain') },
          taxId: { target: 'askingOldNumber', actions: ['goOn', 'keepTaxId'] },
          faultyTaxId: patiently({ actions: ['countMisread', sayFault] }),
        },
      },
      askingOldNumber: {
        id: 'askingOldNumber',
        tags: ['asking', 'holdsTaxId'],
        entry: {
          type: 'askNumberChange',
          params: ({ context }) => ({ taxId: required(context.taxId, 'the tax id that moves') }),
        },
        on: {
          // The same whether the CPF exists or not (security cases 12 and 13).
          'numberChangeAsked.asked': {
            target: '#notFound',
            actions: ['startOverAboutTaxId', say('numberChangeAsked')],
          },
          'numberChangeAsked.too_many_tries': {
            target: '#idle',
            actions: ['startOver', say('tooManyTaxIds')],
          },
        },
      },
      /** NÃO where nothing was asked in this chat: another WhatsApp may have asked for the account. */
      refusing: {
        id: 'refusingNumberChange',
        tags: 'asking',
        entry: 'refuseNumberChange',
        on: {
          'numberChangeRefused.refused': {
            target: '#idle',
            actions: ['startOver', say('numberChangeRefused')],
          },
          'numberChangeRefused.nothing_asked': [
            // "Não, espera" right after a deletion was asked for.
            { guard: wants('cancel'), target: '#identifying' },
            { target: '#idle', actions: ['startOverCounting', 'misread'] },
          ],
        },
      },
      /** The menu was said: it does not hide that another number waits for an answer. */
      recalling: {
        id: 'recallingNumberChange',
        tags: 'asking',
        entry: 'recallNumberChange',
        on: {
          'numberChangeRecalled.asked': { target: '#menu', actions: sayStillAsked },
          'numberChangeRecalled.nothing_asked': { target: '#menu' },
        },
      },
      /** "Trocar o quê?" is told once more what waits for an answer. */
      repeating: {
        id: 'repeatingNumberChange',
        tags: 'asking',
        entry: 'recallNumberChange',
        on: {
          'numberChangeRecalled.asked': {
            target: '#idle',
            actions: ['startOver', sayStillAsked],
          },
          'numberChangeRecalled.nothing_asked': {
            target: '#idle',
            actions: ['startOver', say('numberChangeNotAsked')],
          },
        },
      },
      /** On the old number. The app tells both numbers what changed. */
      confirming: {
        id: 'confirmingNumberChange',
        tags: 'asking',
        entry: 'confirmNumberChange',
        on: {
          'numberChanged.changed': { target: '#idle', actions: 'startOver' },
          'numberChanged.nothing_asked': {
            target: '#idle',
            actions: ['startOver', say('numberChangeNotAsked')],
          },
        },
      },
    },
  }),
};

export const confirmNumberChange: CommandFlow<'confirmNumberChange'> = {
  said: leadingTo('confirmNumberChange'),
  known: [{ guard: wants('confirmNumberChange'), target: '#confirmingNumberChange' }],
};
