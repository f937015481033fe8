import { maskOwnTaxId, taxIdKind } from '#src/domain/tax-id.js';
import { chose, patiently, say, sayFault, sayWith } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';
import { required } from '../reading/required.js';

const askConfirmation = sayWith(({ context }) => {
  const taxId = required(context.taxId, 'the tax id to confirm');
  return { key: 'confirmTaxId', with: { kind: taxIdKind(taxId), masked: maskOwnTaxId(taxId) } };
});

const askWhich = sayWith(({ context }) => ({
  key: 'whichTaxId',
  with: { several: context.several.map(maskOwnTaxId) },
}));

const wrongOnce = patiently({
  target: '#askingTaxId',
  actions: ['countMisread', 'dropTaxId', 'countWrongTaxId', sayFault],
});
const wrong = [
  {
    guard: 'lastWrongTaxId',
    target: '#pausedTaxId',
    actions: ['countMisread', 'dropTaxId', say('taxIdPaused')],
  },
  wrongOnce,
] as const;

const confirm = { target: '#checkingTaxId', actions: ['goOn', 'confirmTaxId'] } as const;
const refuseAll = {
  target: '#askingTaxId',
  actions: ['goOn', 'dropSeveral', say('askTaxId')],
} as const;
const refuse = { target: '#askingTaxId', actions: ['goOn', 'dropTaxId', say('askTaxId')] } as const;

/** From "which CPF?" to whether it opens anything from this number. */
export const taxId = chat.createStateConfig({
  initial: 'asking',
  states: {
    asking: {
      id: 'askingTaxId',
      on: {
        askedAgain: { actions: say('askTaxIdAgain') },
        no: { actions: ['goOn', say('noTaxId')] },
        text: wrong,
        faultyTaxId: [
          { guard: 'sentSeveral', target: 'choosing', actions: ['countMisread', 'keepFault'] },
          ...wrong,
        ],
      },
    },
    /** Several valid numbers in one message: which one is theirs? */
    choosing: {
      id: 'choosingTaxId',
      tags: ['midway', 'holdsSeveral'],
      entry: askWhich,
      on: {
        askedAgain: { actions: askWhich },
        no: refuseAll,
        faultyTaxId: [
          {
            guard: 'sentSeveral',
            target: 'choosing',
            actions: ['countMisread', 'keepFault'],
            reenter: true,
          },
          wrongOnce,
        ],
        choice: {
          guard: 'choseOfSeveral',
          target: '#identifying',
          actions: ['goOn', 'keepChosen', { type: 'want', params: { intent: 'access' } }],
        },
      },
    },
    confirming: {
      id: 'confirmingTaxId',
      tags: ['midway', 'holdsTaxId'],
      entry: askConfirmation,
      on: {
        askedAgain: { actions: askConfirmation },
        // "Não recebi" of a new person: the number that was given stays. Known people get their link.
        enter: {
          guard: 'mayRegister',
          actions: ['goOn', say('linkNeedsTaxId'), askConfirmation],
        },
        yes: confirm,
        no: refuse,
        choice: [
          { guard: chose(1), ...confirm },
          { guard: chose(2), ...refuse },
        ],
        faultyTaxId: wrongOnce,
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
        'taxIdChecked.yours': [
          { guard: 'wantsRequest', target: '#openingRequest', actions: 'forgetName' },
          { target: '#sendingAccess', actions: 'forgetName' },
        ],
        'taxIdChecked.not_yours': [
          {
            guard: 'mayRegisterNamed',
            target: '#askingConsent',
            actions: ['takeGivenName', say('newHere')],
          },
          // Unknown and belonging elsewhere look the same from here on (security case 12).
          { guard: 'mayRegister', target: '#askingName', actions: say('askName') },
          { target: '#notFound', actions: ['startOverAboutTaxId', say('notFoundHere')] },
        ],
        'taxIdChecked.too_many_tries': {
          target: '#idle',
          actions: ['startOverCounting', say('tooManyTaxIds')],
        },
      },
    },
    /** Three wrong numbers: no more asking until the person comes back to it. */
    paused: {
      id: 'pausedTaxId',
      on: {
        askedAgain: { actions: say('howToStart') },
        // Where the number stands, and who helps: said each time, up to a dozen times in a row (reading/manner.ts).
        faultyTaxId: { actions: ['goOn', say('noTaxId')] },
      },
    },
  },
});
