import { access } from './access-flow.js';
import { say, stumbling } from './answers.js';
import { chat, NEW_CHAT } from './chart-setup.js';
import { registration } from './registration-flow.js';
import { apologised, identifying, idle, menu, start } from './start-flow.js';
import { taxId } from './tax-id-flow.js';

/**
 * The whole conversation: the flows, and what works at any moment of it. Every state with the tag `asking` has one
 * effect, on entry, that the app answers; no transition leads through two of them.
 */
export const chatChart = chat.createMachine({
  id: 'chat',
  context: NEW_CHAT,
  initial: 'start',
  on: {
    menu: { target: '#identifying', actions: 'startOver', reenter: true },
    enter: {
      target: '#identifying',
      actions: ['startOver', { type: 'wantAccess', params: { greeting: 'known' } }],
      reenter: true,
    },
    taxId: { target: '#identifying', actions: ['startOver', 'keepTaxId'], reenter: true },
    cancel: { target: '#idle', actions: ['startOver', say('cancelled')] },
    pastedCode: { target: '#killingCode', reenter: true },
    late: { target: '#apologised', actions: ['startOver', say('late')] },
  },
  states: {
    start,
    idle: { ...idle, id: 'idle' },
    apologised: { ...apologised, id: 'apologised' },
    identifying,
    menu,
    taxId,
    registration,
    access,
    /** A code belongs on the page that asked for it; one that was shown to a chat is not safe any more. */
    killingCode: {
      id: 'killingCode',
      tags: 'asking',
      entry: 'killCode',
      on: {
        codeKilled: stumbling({
          target: '#idle',
          actions: ['startOverStumbling', 'stumble', say('codeKilled')],
        }),
      },
    },
  },
});
