import { patiently, say, sayFault } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';
import type { CommandFlow } from '../chart/command.js';
import { required } from '../reading/required.js';

/** "Este CPF é meu": recorded for the admin, and the answer says nothing about whether it is known. */
export const claim: CommandFlow<'claim'> = {
  said: [
    { guard: 'claimsTaxId', target: '#recordingClaim', actions: ['startOver', 'keepTaxId'] },
    { guard: 'claimsGivenTaxId', target: '#recordingClaim', actions: 'startOverAboutTaxId' },
    { target: '#askingClaimedTaxId', actions: ['startOver', say('askClaimedTaxId')] },
  ],
  states: chat.createStateConfig({
    initial: 'asking',
    states: {
      asking: {
        id: 'askingClaimedTaxId',
        tags: 'midway',
        on: {
          askedAgain: { actions: say('askTaxIdAgain') },
          taxId: { target: 'recording', actions: ['goOn', 'keepTaxId'] },
          faultyTaxId: patiently({ actions: ['countMisread', sayFault] }),
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
  }),
};
