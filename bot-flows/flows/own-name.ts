import { say } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';
import { required } from '../reading/required.js';

/** The account came to this person after a claim, and its name is still that of whoever had it before. */
export const ownName = chat.createStateConfig({
  initial: 'asking',
  states: {
    asking: {
      id: 'askingOwnName',
      tags: ['freeText', 'midway'],
      on: {
        askedAgain: { actions: say('askNameAgain') },
        text: { guard: 'gaveName', target: 'renaming', actions: ['goOn', 'keepName'] },
      },
    },
    renaming: {
      tags: ['asking', 'holdsName'],
      entry: {
        type: 'rename',
        params: ({ context }) => ({ name: required(context.name, 'the name to go by') }),
      },
      on: { renamed: { target: '#identifying', actions: 'dropName' } },
    },
  },
});
