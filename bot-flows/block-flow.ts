import { say } from './answers.js';
import { chat } from './chart-setup.js';

/** BLOQUEAR asks nothing and can be undone by the owner, who proves the CPF first (proof-flow.ts). */
export const block = chat.createStateConfig({
  initial: 'blocking',
  states: {
    blocking: {
      id: 'blocking',
      tags: 'asking',
      entry: 'block',
      on: { blocked: { target: '#locked', actions: ['startOver', say('blocked')] } },
    },
    unblocking: {
      id: 'unblocking',
      tags: 'asking',
      entry: 'unblock',
      on: { unblocked: { target: '#idle', actions: ['startOver', say('unblocked')] } },
    },
  },
});
