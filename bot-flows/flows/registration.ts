import { chose, patiently, say, sayWith } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';
import { required } from '../reading/required.js';

const askConsent = sayWith(({ context }) => ({
  key: 'askConsent',
  with: { name: required(context.name, 'the name to keep') },
}));
const accept = { target: '#registering', actions: 'goOn' } as const;
const decline = {
  target: '#idle',
  actions: ['startOver', 'forgetName', say('consentDeclined')],
} as const;

/** A new person on an unknown number: name, consent (LGPD art. 7 I, art. 8), account. */
export const registration = chat.createStateConfig({
  initial: 'name',
  states: {
    name: {
      id: 'askingName',
      tags: ['freeText', 'midway', 'holdsTaxId'],
      on: {
        askedAgain: { actions: say('askNameAgain') },
        // "Não recebi": nothing was sent yet, and what was given stays.
        enter: { actions: ['goOn', say('linkNeedsName')] },
        text: [
          { guard: 'gaveName', target: 'consent', actions: ['goOn', 'keepName'] },
          patiently({ actions: ['countMisread', say('askNameAgain')] }),
        ],
      },
    },
    consent: {
      id: 'askingConsent',
      tags: ['midway', 'holdsTaxId', 'holdsName'],
      entry: askConsent,
      on: {
        askedAgain: { actions: askConsent },
        // The name that was said back is not right.
        correctName: { actions: ['goOn', 'keepName', askConsent] },
        enter: { actions: ['goOn', say('linkNeedsConsent')] },
        yes: accept,
        no: decline,
        choice: [
          { guard: chose(1), ...accept },
          { guard: chose(2), ...decline },
        ],
      },
    },
    registering: {
      id: 'registering',
      tags: ['asking', 'holdsTaxId', 'holdsName'],
      entry: {
        type: 'register',
        params: ({ context }) => ({
          taxId: required(context.taxId, 'the tax id to register'),
          name: required(context.name, 'the name to register'),
        }),
      },
      on: {
        'registered.registered': [
          {
            guard: 'wantsRequest',
            target: '#openingRequest',
            actions: ['forgetName', say('registeredFirst')],
          },
          {
            target: '#sendingAccess',
            actions: ['forgetName', { type: 'wantAccess', params: { greeting: 'registered' } }],
          },
        ],
        'registered.refused': {
          target: '#notFound',
          actions: ['startOverAboutTaxId', say('registrationRefused')],
        },
      },
    },
  },
});
