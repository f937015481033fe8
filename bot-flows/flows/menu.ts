import { chose, leadingTo, say } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';
import { callsPerson } from './questions.js';
import { answersYes } from './start.js';
import type { CommandFlow } from '../chart/command.js';

/** A known person was asked what to do. */
export const menu: CommandFlow<'menu'> = {
  said: leadingTo('menu'),
  states: chat.createStateConfig({
    id: 'menu',
    on: {
      askedAgain: { actions: say('menuAgain') },
      // Hello, the lines once more, and what another number waits for.
      greet: {
        target: '#recallingNumberChange',
        actions: ['goOn', say('hello'), say('menuAgain')],
      },
      no: { target: '#refusingNumberChange' },
      yes: answersYes,
      acknowledge: { actions: ['goOn', say('acknowledged')] },
      explained: {},
      callMe: callsPerson,
      choice: [
        { guard: chose(1), ...leadingTo('access') },
        { guard: chose(2), ...leadingTo('sessions') },
        { guard: chose(3), ...leadingTo('data') },
        { guard: chose(4), actions: ['goOn', say('help'), 'askAgain'] },
      ],
    },
  }),
};
