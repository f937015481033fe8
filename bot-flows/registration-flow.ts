import { say, stumbling, waitingWith } from './answers.js';
import { chat } from './chart-setup.js';
import { required } from './required.js';

const askName = waitingWith(say('askNameAgain'));
const askConsent = waitingWith(say('askConsent'));

const accept = { target: '#registering', actions: 'goOn' } as const;
const decline = { target: '#idle', actions: ['startOver', say('consentDeclined')] } as const;

/** A new person on an unknown number: name, consent (LGPD art. 7 I, art. 8), account. */
export const registration = chat.createStateConfig({
  initial: 'name',
  states: {
    name: {
      id: 'askingName',
      tags: ['freeText', 'midway', 'holdsTaxId'],
      on: {
        ...askName,
        text: [
          {
            guard: 'gaveName',
            target: 'consent',
            actions: ['goOn', 'keepName', say('askConsent')],
          },
          ...stumbling({ actions: ['stumble', say('askNameAgain')] }),
        ],
      },
    },
    consent: {
      tags: ['midway', 'holdsTaxId', 'holdsName'],
      on: {
        ...askConsent,
        yes: accept,
        no: decline,
        choice: [
          { guard: { type: 'chose', params: { number: 1 } }, ...accept },
          { guard: { type: 'chose', params: { number: 2 } }, ...decline },
          ...askConsent.choice,
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
        registered: {
          target: '#sendingAccess',
          actions: { type: 'wantAccess', params: { greeting: 'registered' } },
        },
        registrationRefused: {
          target: '#idle',
          actions: ['startOver', say('registrationRefused')],
        },
      },
    },
  },
});
