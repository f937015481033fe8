import { as, say, sayWith } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';

/** Sends link and code; the app says them itself, because only it knows them. */
export const access = chat.createStateConfig({
  id: 'sendingAccess',
  tags: 'asking',
  entry: { type: 'sendAccess', params: ({ context }) => ({ greeting: context.greeting }) },
  on: {
    accessSent: { target: '#accessSent', actions: 'startOver' },
    accessTooSoon: {
      target: '#accessSent',
      actions: [
        'startOver',
        sayWith(({ event }) => ({
          key: 'accessTooSoon',
          with: { seconds: as('accessTooSoon', event).seconds },
        })),
      ],
    },
    accessTooMany: {
      target: '#idle',
      actions: [
        'startOver',
        sayWith(({ event }) => ({
          key: 'accessTooMany',
          with: { seconds: as('accessTooMany', event).seconds },
        })),
      ],
    },
    accessBlocked: { target: '#idle', actions: ['startOver', say('accessBlocked')] },
  },
});
