import { as, say, sayWith } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';

/** A new password is chosen on a page, never in the chat, which sends the link there; the app says it itself. */
export const password = chat.createStateConfig({
  id: 'sendingPasswordReset',
  tags: 'asking',
  entry: 'sendPasswordReset',
  on: {
    linkSent: { target: '#idle', actions: 'startOver' },
    accountContested: { target: '#idle', actions: ['startOver', say('accountContested')] },
    linkTooSoon: {
      target: '#idle',
      actions: [
        'startOver',
        sayWith(({ event }) => ({
          key: 'resetTooSoon',
          with: { seconds: as('linkTooSoon', event).seconds },
        })),
      ],
    },
    linkTooMany: {
      target: '#idle',
      actions: [
        'startOver',
        sayWith(({ event }) => ({
          key: 'resetTooMany',
          with: { seconds: as('linkTooMany', event).seconds },
        })),
      ],
    },
  },
});
