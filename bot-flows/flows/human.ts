import { as, sayWith } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';
import type { CommandFlow } from '../chart/command.js';

/** A person of the team takes over; the application keeps the bot silent in this chat meanwhile. */
export const human: CommandFlow<'human'> = {
  said: { target: '#callingHuman', actions: 'startOver', reenter: true },
  states: chat.createStateConfig({
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
  }),
};
