import { patiently, say, sayFault } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';
import { required } from '../reading/required.js';

/** A new number for an account: never by CPF alone, the old number says yes (security case 47). */
export const numberChange = chat.createStateConfig({
  initial: 'asking',
  states: {
    asking: {
      id: 'askingMovedTaxId',
      tags: 'midway',
      on: {
        askedAgain: { actions: say('askTaxIdAgain') },
        taxId: { target: 'askingOldNumber', actions: ['goOn', 'keepTaxId'] },
        faultyTaxId: patiently({ actions: ['stumble', sayFault] }),
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
        numberChangeAsked: {
          target: '#notFound',
          actions: ['startOverAboutTaxId', say('numberChangeAsked')],
        },
        numberChangeTooManyTries: {
          target: '#idle',
          actions: ['startOver', say('tooManyTaxIds')],
        },
      },
    },
    /** NÃO where nothing was asked here: somebody may have asked for the account elsewhere. */
    refusing: {
      id: 'refusingNumberChange',
      tags: 'asking',
      entry: 'refuseNumberChange',
      on: {
        numberChangeRefused: {
          target: '#idle',
          actions: ['startOver', say('numberChangeRefused')],
        },
        nothingToRefuse: { target: '#idle', actions: ['startOverStumbling', 'misread'] },
      },
    },
    /** On the old number. The app tells both numbers what changed. */
    confirming: {
      id: 'confirmingNumberChange',
      tags: 'asking',
      entry: 'confirmNumberChange',
      on: {
        numberChanged: { target: '#idle', actions: 'startOver' },
        numberChangeNotAsked: {
          target: '#idle',
          actions: ['startOver', say('numberChangeNotAsked')],
        },
      },
    },
  },
});
