import { say, sayWith } from './answers.js';
import { chat } from './chart-setup.js';
import { resting } from './start-flow.js';

const askAgain = {
  target: '#identifying',
  actions: ['startOver', { type: 'wantAccess', params: { greeting: 'again' } }],
} as const;

/** Sends link and code; the app says them itself, because only it knows them. */
export const access = chat.createStateConfig({
  initial: 'sending',
  states: {
    sending: {
      id: 'sendingAccess',
      tags: 'asking',
      entry: { type: 'sendAccess', params: ({ context }) => ({ greeting: context.greeting }) },
      on: {
        accessSent: { target: 'waiting', actions: 'startOver' },
        accessTooSoon: {
          target: 'waiting',
          actions: [
            'startOver',
            sayWith(({ event }) => ({
              key: 'accessTooSoon',
              with: { seconds: event.type === 'accessTooSoon' ? event.seconds : 0 },
            })),
          ],
        },
        accessTooMany: {
          target: '#idle',
          actions: [
            'startOver',
            sayWith(({ event }) => ({
              key: 'accessTooMany',
              with: { seconds: event.type === 'accessTooMany' ? event.seconds : 0 },
            })),
          ],
        },
        accessBlocked: { target: '#idle', actions: ['startOver', say('accessBlocked')] },
      },
    },
    /** The person has link and code; asking once more brings new ones. */
    waiting: {
      on: {
        ...resting,
        enter: askAgain,
        choice: [{ guard: { type: 'chose', params: { number: 1 } }, ...askAgain }, ...resting.text],
      },
    },
  },
});
