import { patiently, say } from '../chart/answers.js';
import type { CommandFlow } from '../chart/command.js';

const misread = { actions: 'misread' } as const;

export const help: CommandFlow<'help'> = { said: { actions: ['goOn', say('help'), 'askAgain'] } };
export const cancel: CommandFlow<'cancel'> = {
  said: { target: '#idle', actions: ['startOver', say('cancelled')] },
};
export const greet: CommandFlow<'greet'> = {
  said: [patiently({ actions: ['countMisread', 'askAgain'] }), misread],
};
export const thanks: CommandFlow<'thanks'> = {
  said: [patiently({ actions: ['countMisread', say('thanks')] }), misread],
};

/** An answer where nothing was asked that has a yes or a no. */
export const yes: CommandFlow<'yes'> = { said: misread };
export const no: CommandFlow<'no'> = { said: misread };
