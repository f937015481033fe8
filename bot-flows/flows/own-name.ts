import { say } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';
import { required } from '../reading/required.js';

/** The account came to this person by a claim, and still has the name of its former owner. */
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
