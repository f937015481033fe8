import { chose, say } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';

const decline = { target: '#idle', actions: ['startOver', say('notBlockedThen')] } as const;

/**
 * BLOQUEAR asks nothing and can be undone by the owner, who proves the CPF first (flows/proof.ts). "Não fui eu" blocks at
 * once after an alert, refuses what another WhatsApp asked for, and asks otherwise.
 */
export const block = chat.createStateConfig({
  initial: 'blocking',
  states: {
    blocking: {
      id: 'blocking',
      tags: 'asking',
      entry: 'block',
      on: {
        'blocked.by_owner': { target: '#locked', actions: ['startOver', say('blocked')] },
        'blocked.for_team': {
          target: '#lockedByTeam',
          actions: ['startOver', say('blockedForTeam')],
        },
      },
    },
    answeringNotMe: {
      id: 'answeringNotMe',
      tags: 'asking',
      entry: 'answerNotMe',
      on: {
        'notMeAnswered.alert': { target: 'blocking' },
        'notMeAnswered.refused': {
          target: '#idle',
          actions: ['startOver', say('numberChangeRefused')],
        },
        'notMeAnswered.nothing': { target: 'confirming', actions: ['startOver', say('askBlock')] },
      },
    },
    confirming: {
      on: {
        askedAgain: { actions: say('askBlock') },
        yes: { target: 'blocking', actions: 'goOn' },
        no: decline,
        notMe: { target: 'blocking', actions: 'goOn' },
        choice: [
          { guard: chose(1), target: 'blocking', actions: 'goOn' },
          { guard: chose(2), ...decline },
        ],
      },
    },
    unblocking: {
      id: 'unblocking',
      tags: 'asking',
      entry: 'unblock',
      on: { unblocked: { target: '#idle', actions: ['startOver', say('unblocked')] } },
    },
  },
});
