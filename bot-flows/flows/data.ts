import {
  as,
  chose,
  leadingTo,
  say,
  sayDeletionAhead,
  sayWith,
  wants,
  wantsWhileLeaving,
} from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';
import { spokenName } from '../copy/spoken-name.js';
import type { CommandFlow } from '../chart/command.js';

const schedule = { target: 'scheduling' } as const;
const keep = { target: '#cancellingDeletion' } as const;
const leave = { target: '#idle', actions: ['startOver', say('stillLeaving')] } as const;
const stay = { target: '#idle', actions: ['startOver', say('nothingDeleted')] } as const;

/** What is stored (LGPD art. 18 II, V), and its deletion after seven days (art. 18 VI), which can be called off. */
export const data: CommandFlow<'data'> = {
  said: leadingTo('data'),
  known: [{ guard: wants('data'), target: '#describingData' }],
  states: chat.createStateConfig({
    initial: 'describing',
    states: {
      describing: {
        id: 'describingData',
        tags: 'asking',
        entry: 'describeData',
        on: {
          dataDescribed: {
            target: '#idle',
            actions: [
              'startOver',
              sayWith(({ event }) => {
                const { name, taxIdMasked, phones, since, sessions } = as('dataDescribed', event);
                return {
                  key: 'data',
                  with: { name: spokenName(name), taxIdMasked, phones, since, sessions },
                };
              }),
              sayWith(({ event }) => ({
                key: 'dataExport',
                with: { exportUrl: as('dataDescribed', event).exportUrl },
              })),
            ],
          },
        },
      },
      confirmingDeletion: {
        id: 'confirmingDeletion',
        tags: 'midway',
        entry: say('askDeletion'),
        on: {
          askedAgain: { actions: say('askDeletion') },
          yes: schedule,
          no: stay,
          choice: [
            { guard: chose(1), ...schedule },
            { guard: chose(2), ...stay },
          ],
        },
      },
      /** "Cancelar" while the account is to be deleted. */
      confirmingKeep: {
        id: 'confirmingKeep',
        entry: say('askKeep'),
        on: {
          askedAgain: { actions: say('askKeep') },
          yes: keep,
          no: leave,
          choice: [
            { guard: chose(1), ...keep },
            { guard: chose(2), ...leave },
          ],
        },
      },
      scheduling: {
        tags: 'asking',
        entry: 'scheduleDeletion',
        on: {
          deletionScheduled: {
            target: '#leaving',
            actions: [
              'startOver',
              sayWith(({ event }) => ({
                key: 'deletionScheduled',
                with: { dueAt: as('deletionScheduled', event).dueAt },
              })),
            ],
          },
        },
      },
      cancelling: {
        id: 'cancellingDeletion',
        tags: 'asking',
        entry: 'cancelDeletion',
        on: {
          deletionCancelled: { target: '#idle', actions: ['startOver', say('deletionCancelled')] },
        },
      },
    },
  }),
};

export const deletion: CommandFlow<'deletion'> = {
  said: leadingTo('deletion'),
  known: [
    {
      guard: wantsWhileLeaving('deletion'),
      target: '#idle',
      actions: ['startOver', sayDeletionAhead],
    },
    { guard: wants('deletion'), target: '#confirmingDeletion' },
  ],
};

export const keepAccount: CommandFlow<'keepAccount'> = {
  said: leadingTo('keepAccount'),
  known: [
    { guard: wantsWhileLeaving('keepAccount'), target: '#cancellingDeletion' },
    { guard: wants('keepAccount'), target: '#idle', actions: ['startOver', say('notLeaving')] },
  ],
};
