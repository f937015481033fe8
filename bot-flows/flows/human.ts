import { as, sayWith } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';

/** Somebody of the team takes over; the app keeps the bot silent in this chat meanwhile. */
export const human = chat.createStateConfig({
  id: 'callingHuman',
  tags: 'asking',
  entry: 'callHuman',
  on: {
    humanCalled: {
      target: '#idle',
      actions: [
        'startOver',
        sayWith(({ event }) => {
          const { until, open, opens } = as('humanCalled', event);
          return { key: 'humanCalled', with: { until, open, opens } };
        }),
      ],
    },
  },
});
