import { as, leadingTo, say, sayWith, secondsOf, wants } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';
import type { CommandFlow } from '../chart/command.js';

/** A new password is chosen on a page, never in the chat, which sends the link there; the app says it itself. */
export const password: CommandFlow<'password'> = {
  said: leadingTo('password'),
  known: [{ guard: wants('password'), target: '#sendingPasswordReset' }],
  states: chat.createStateConfig({
    id: 'sendingPasswordReset',
    tags: 'asking',
    entry: 'sendPasswordReset',
    on: {
      'passwordResetSent.sent': { target: '#idle', actions: 'startOver' },
      'passwordResetSent.contested': {
        target: '#idle',
        actions: ['startOver', say('accountContested')],
      },
      'passwordResetSent.too_soon': {
        target: '#idle',
        actions: [
          'startOver',
          sayWith(({ event }) => ({
            key: 'resetTooSoon',
            with: { seconds: secondsOf(as('passwordResetSent.too_soon', event)) },
          })),
        ],
      },
      'passwordResetSent.too_many': {
        target: '#idle',
        actions: [
          'startOver',
          sayWith(({ event }) => ({
            key: 'resetTooMany',
            with: { seconds: secondsOf(as('passwordResetSent.too_many', event)) },
          })),
        ],
      },
    },
  }),
};
