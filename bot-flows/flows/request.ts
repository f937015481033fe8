import { as, say, sayWith } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';
import { required } from '../reading/required.js';

const askNumber = sayWith(({ context }) => ({
  key: 'requestAgain',
  with: { choices: required(context.choices, 'the numbers to choose from') },
}));
const deny = { target: 'denying' } as const;

/**
 * A page asks to be let in (RFC 10027): the person says which number is on its screen, with one try (security case 20).
 */
export const request = chat.createStateConfig({
  initial: 'opening',
  states: {
    opening: {
      id: 'openingRequest',
      tags: 'asking',
      entry: {
        type: 'openRequest',
        params: ({ context }) => ({ code: required(context.requestCode, 'the request to open') }),
      },
      on: {
        'requestOpened.shown': {
          target: 'shown',
          actions: [
            'keepChoices',
            sayWith(({ event }) => {
              const { browser, system, askedAt, choices } = as('requestOpened.shown', event);
              return { key: 'requestShown', with: { browser, system, askedAt, choices } };
            }),
          ],
        },
        'requestOpened.not_found': {
          target: '#idle',
          actions: ['startOver', say('requestNotFound')],
        },
        'requestOpened.too_many_tries': {
          target: '#idle',
          actions: ['startOver', say('requestTooManyTries')],
        },
      },
    },
    shown: {
      tags: ['midway', 'holdsChoices'],
      on: {
        askedAgain: { actions: askNumber },
        // A number that was not offered is on no screen: it is a slip and no try.
        number: { guard: 'choseOffered', target: 'answering' },
        no: deny,
        notMe: deny,
      },
    },
    answering: {
      tags: 'asking',
      entry: {
        type: 'answerRequest',
        params: ({ event }) => ({ number: as('number', event).number }),
      },
      on: {
        'requestAnswered.approved': {
          target: '#idle',
          actions: ['startOver', say('requestApproved')],
        },
        'requestAnswered.wrong_number': {
          target: '#idle',
          actions: ['startOver', say('requestWrongNumber')],
        },
        'requestAnswered.expired': {
          target: '#idle',
          actions: ['startOver', say('requestExpired')],
        },
      },
    },
    denying: {
      tags: 'asking',
      entry: 'denyRequest',
      on: {
        requestDenied: { target: '#idle', actions: ['startOver', say('requestDenied')] },
      },
    },
  },
});
