import { patiently, say, sayFault } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';
import { required } from '../reading/required.js';

/** "Este CPF é meu": recorded for the admin, and the answer says nothing about whether it is known. */
export const claim = chat.createStateConfig({
  initial: 'asking',
  states: {
    asking: {
      id: 'askingClaimedTaxId',
      tags: 'midway',
      on: {
        askedAgain: { actions: say('askTaxIdAgain') },
        taxId: { target: 'recording', actions: ['goOn', 'keepTaxId'] },
        faultyTaxId: patiently({ actions: ['stumble', sayFault] }),
      },
    },
    recording: {
      id: 'recordingClaim',
      tags: ['asking', 'holdsTaxId'],
      entry: {
        type: 'claimTaxId',
        params: ({ context }) => ({ taxId: required(context.taxId, 'the tax id claimed') }),
      },
      on: { claimRecorded: { target: '#idle', actions: ['startOver', say('claimRecorded')] } },
    },
  },
});
