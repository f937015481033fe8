import { patiently, say, sayFault, wants } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';
import { required } from '../reading/required.js';

/**
 * Step-up: the number alone opens nothing (security cases 21 and 48), or only the owner unblocks. A person who
 * knows the account's CPF goes on to what was wanted.
 */
export const proof = chat.createStateConfig({
  initial: 'asking',
  states: {
    asking: {
      id: 'askingProof',
      tags: 'midway',
      on: {
        askedAgain: { actions: say('askTaxIdAgain') },
        taxId: { target: 'proving', actions: ['goOn', 'keepTaxId'] },
        faultyTaxId: patiently({ actions: ['countMisread', sayFault] }),
      },
    },
    proving: {
      id: 'provingTaxId',
      tags: ['asking', 'holdsTaxId'],
      entry: {
        type: 'proveTaxId',
        params: ({ context }) => ({ taxId: required(context.taxId, 'the tax id to prove') }),
      },
      on: {
        'taxIdProven.right': [
          { guard: wants('unblock'), target: '#unblocking', actions: 'dropTaxId' },
          // What was wanted is decided anew: the reason for the proof is gone now.
          { target: '#identifying', actions: 'dropTaxId' },
        ],
        // What is missing is said once it is known how the wait stands.
        'taxIdProven.not_enough': { target: '#identifying', actions: 'dropTaxId' },
        'taxIdProven.wrong': [
          { guard: 'lastWrongProof', target: '#idle', actions: ['startOver', say('proofPaused')] },
          { target: 'asking', actions: ['dropTaxId', 'countWrongTaxId', say('proofWrong')] },
        ],
        'taxIdProven.too_many_tries': {
          target: '#idle',
          actions: ['startOver', say('tooManyTaxIds')],
        },
      },
    },
  },
});
