import { as, say, sayWith, secondsOf } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';
import type { CommandFlow } from '../chart/command.js';

/** "Entrar": a link and a code, to a person who is known. */
export const enter: CommandFlow<'enter'> = {
  said: {
    target: '#identifying',
    actions: ['startOver', { type: 'wantAccess', params: { greeting: 'known' } }],
    reenter: true,
  },
};

/** Sends link and code; the app says them itself, because only it knows them. */
export const access = chat.createStateConfig({
  id: 'sendingAccess',
  tags: 'asking',
  entry: { type: 'sendAccess', params: ({ context }) => ({ greeting: context.greeting }) },
  on: {
    'accessSent.sent': { target: '#accessSent', actions: 'startOver' },
    'accessSent.too_soon': {
      target: '#accessSent',
      actions: [
        'startOver',
        sayWith(({ event }) => ({
          key: 'accessTooSoon',
          with: { seconds: secondsOf(as('accessSent.too_soon', event)) },
        })),
      ],
    },
    'accessSent.too_many': {
      target: '#idle',
      actions: [
        'startOver',
        sayWith(({ event }) => ({
          key: 'accessTooMany',
          with: { seconds: secondsOf(as('accessSent.too_many', event)) },
        })),
      ],
    },
    'accessSent.blocked': { target: '#idle', actions: ['startOver', say('accessBlocked')] },
  },
});
