import { leadingTo, say, wants, wantsWhileLeaving } from '../chart/answers.js';
import type { CommandFlow } from '../chart/command.js';

const misread = { actions: 'misread' } as const;

export const help: CommandFlow<'help'> = { said: { actions: ['goOn', say('help'), 'askAgain'] } };
const stopped = {
  target: '#idle',
  actions: ['startOver', 'forgetName', say('cancelled')],
} as const;

/** Where nothing is under way, it may be about the deletion of the account. */
export const cancel: CommandFlow<'cancel'> = {
  said: stopped,
  known: [
    { guard: wantsWhileLeaving('cancel'), target: '#confirmingKeep' },
    { guard: wants('cancel'), ...stopped },
  ],
};
export const cancelAtRest = leadingTo('cancel');
export const cancelOfNobody = { guard: wants('cancel'), ...stopped } as const;
export const greet: CommandFlow<'greet'> = {
  said: { actions: ['goOn', say('hello'), 'askAgain'] },
};

/** An answer where nothing was asked that has a yes or a no. */
export const yes: CommandFlow<'yes'> = { said: misread };
export const no: CommandFlow<'no'> = { said: misread };
