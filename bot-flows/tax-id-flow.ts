import { maskTaxId, taxIdKind } from '#src/domain/tax-id.js';
import { say, sayFault, sayWith, stumbling, waitingWith } from './answers.js';
import { chat } from './chart-setup.js';
import { required } from './required.js';

const askConfirmation = sayWith(({ context }) => {
  const taxId = required(context.taxId, 'the tax id to confirm');
  // WhatsApp reads asterisks as bold and would swallow some of the mask.
  return {
    key: 'confirmTaxId',
    with: { kind: taxIdKind(taxId), masked: maskTaxId(taxId).replaceAll('*', '•') },
  };
});

const wrong = stumbling(
  {
    guard: 'lastWrongTaxId',
    target: '#pausedTaxId',
    actions: ['stumble', 'dropTaxId', say('taxIdPaused')],
  },
  { target: '#askingTaxId', actions: ['stumble', 'dropTaxId', 'countWrongTaxId', sayFault] },
);

const confirm = { target: '#checkingTaxId', actions: 'goOn' } as const;
const refuse = { target: '#askingTaxId', actions: ['goOn', 'dropTaxId', say('askTaxId')] } as const;
const confirming = waitingWith(askConfirmation);

/** From "which CPF?" to whether it opens anything from this number. */
export const taxId = chat.createStateConfig({
  initial: 'asking',
  states: {
    asking: {
      id: 'askingTaxId',
      on: { ...waitingWith(say('askTaxIdAgain')), text: wrong, faultyTaxId: wrong },
    },
    confirming: {
      id: 'confirmingTaxId',
      tags: ['midway', 'holdsTaxId'],
      entry: askConfirmation,
      on: {
        ...confirming,
        yes: confirm,
        no: refuse,
        choice: [
          { guard: { type: 'chose', params: { number: 1 } }, ...confirm },
          { guard: { type: 'chose', params: { number: 2 } }, ...refuse },
          ...confirming.choice,
        ],
        faultyTaxId: wrong,
      },
    },
    checking: {
      id: 'checkingTaxId',
      tags: ['asking', 'holdsTaxId'],
      entry: {
        type: 'checkTaxId',
        params: ({ context }) => ({ taxId: required(context.taxId, 'the tax id to check') }),
      },
      on: {
        taxIdYours: { target: '#sendingAccess' },
        taxIdNotYours: [
          // Unknown and belonging elsewhere look the same from here on (security case 12).
          { guard: 'mayRegister', target: '#askingName', actions: say('askName') },
          { target: '#idle', actions: ['startOverStumbling', say('notFoundHere')] },
        ],
        taxIdTooManyTries: {
          target: '#idle',
          actions: ['startOverStumbling', say('tooManyTaxIds')],
        },
      },
    },
    /** Three wrong numbers: no more asking until the person comes back to it. */
    paused: {
      id: 'pausedTaxId',
      on: waitingWith(say('howToStart')),
    },
  },
});
