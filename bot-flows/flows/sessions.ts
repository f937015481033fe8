import { as, chose, leadingTo, say, sayWith, wants } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';
import type { CommandFlow } from '../chart/command.js';

const endOne = { guard: 'choseListed', target: 'endingOne' } as const;
const endEvery = { target: 'endingAll' } as const;
const keepAll = { target: '#idle', actions: ['startOver', say('nothingEnded')] } as const;

/** Where the account is open: the list, ending one, ending all of them. */
export const sessions: CommandFlow<'sessions'> = {
  said: leadingTo('sessions'),
  known: [{ guard: wants('sessions'), target: '#listingSessions' }],
  states: chat.createStateConfig({
    initial: 'listing',
    states: {
      listing: {
        id: 'listingSessions',
        tags: 'asking',
        entry: 'listSessions',
        on: {
          'sessionsListed.none': { target: '#idle', actions: ['startOver', say('noSessions')] },
          'sessionsListed.some': {
            target: 'listed',
            actions: [
              'startOver',
              'keepListed',
              sayWith(({ event }) => ({
                key: 'sessions',
                with: { sessions: as('sessionsListed.some', event).sessions },
              })),
            ],
          },
        },
      },
      listed: {
        tags: 'midway',
        on: {
          askedAgain: { actions: say('sessionsAgain') },
          choice: endOne,
          endSession: endOne,
        },
      },
      endingOne: {
        tags: 'asking',
        entry: {
          type: 'endSession',
          params: ({ event }) => ({
            n: event.type === 'choice' ? event.number : as('endSession', event).number,
          }),
        },
        on: {
          sessionsEnded: {
            target: '#idle',
            actions: [
              'startOver',
              sayWith(({ event }) => ({
                key: 'sessionEnded',
                with: { count: as('sessionsEnded', event).count },
              })),
            ],
          },
        },
      },
      confirmingAll: {
        id: 'confirmingEndAll',
        tags: 'midway',
        entry: say('askEndAll'),
        on: {
          askedAgain: { actions: say('askEndAll') },
          yes: endEvery,
          no: keepAll,
          choice: [
            { guard: chose(1), ...endEvery },
            { guard: chose(2), ...keepAll },
          ],
        },
      },
      endingAll: {
        tags: 'asking',
        entry: 'endAllSessions',
        on: {
          sessionsEnded: {
            target: '#idle',
            actions: [
              'startOver',
              sayWith(({ event }) => ({
                key: 'allEnded',
                with: { count: as('sessionsEnded', event).count },
              })),
            ],
          },
        },
      },
    },
  }),
};

export const endAll: CommandFlow<'endAll'> = {
  said: leadingTo('endAll'),
  known: [{ guard: wants('endAll'), target: '#confirmingEndAll' }],
};
