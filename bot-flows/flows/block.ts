import { chose, leadingTo, say, wants } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';
import type { CommandFlow } from '../chart/command.js';

const decline = { target: '#idle', actions: ['startOver', say('notBlockedThen')] } as const;

/**
 * BLOQUEAR asks nothing and can be undone by the owner, who proves the CPF first (flows/proof.ts). "Não fui eu" blocks at
 * once after an alert, refuses what another WhatsApp asked for, and asks otherwise.
 */
export const block: CommandFlow<'block'> = {
  said: leadingTo('block'),
  states: chat.createStateConfig({
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
          'notMeAnswered.nothing': {
            target: 'confirming',
            actions: ['startOver', say('askBlock')],
          },
        },
      },
      confirming: {
        on: {
          askedAgain: { actions: say('askBlock') },
          yes: { target: 'blocking', actions: 'goOn' },
          no: decline,
          wasMe: decline,
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
  }),
};

export const notMe: CommandFlow<'notMe'> = { said: leadingTo('notMe') };

export const unblock: CommandFlow<'unblock'> = {
  said: leadingTo('unblock'),
  known: [{ guard: wants('unblock'), target: '#idle', actions: ['startOver', say('notBlocked')] }],
};
