import { as, say, sayWith } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';
import type { CommandFlow } from '../chart/command.js';

/** When the team works; the words of it say how to call a person. */
export const hours: CommandFlow<'hours'> = {
  said: { target: '#tellingHours', actions: 'startOver', reenter: true },
  states: chat.createStateConfig({
    id: 'tellingHours',
    tags: 'asking',
    entry: 'tellHours',
    on: {
      'hoursTold.configured': {
        target: '#idle',
        actions: sayWith(({ event }) => {
          const { days, timeZone } = as('hoursTold.configured', event);
          return { key: 'hours', with: { days, timeZone } };
        }),
      },
      'hoursTold.not_configured': { target: '#idle', actions: say('noHours') },
    },
  }),
};
