import {
  as,
  dueAt,
  say,
  sayDeletionAhead,
  sayFault,
  sayWith,
  wants,
  wantsWhileLeaving,
} from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';
import { cancelOfNobody } from './talk.js';
import { firstName } from '../copy/spoken-name.js';
import { KNOWN } from '../commands.js';

/** Whose number is this? What comes next depends on the answer and on what the person wanted. */
export const identifying = chat.createStateConfig({
  id: 'identifying',
  tags: 'asking',
  entry: 'identify',
  on: {
    withoutNumber: {
      target: '#idle',
      actions: [
        'startOverCounting',
        sayWith(({ event }) => ({
          key: 'noPhone',
          with: { reason: as('withoutNumber', event).reason },
        })),
      ],
    },
    personBlocked: [
      { guard: wants('unblock'), target: '#askingProof', actions: say('askTaxIdToUnblock') },
      { target: '#locked', actions: ['startOverCounting', say('accountBlocked')] },
    ],
    personBlockedByTeam: {
      target: '#lockedByTeam',
      actions: ['startOverCounting', say('accountBlockedByTeam')],
    },
    numberElsewhere: [
      { guard: wants('unblock'), target: '#idle', actions: ['startOver', say('notBlocked')] },
      { guard: 'gaveTaxId', target: '#provingTaxId' },
      {
        target: '#askingProof',
        actions: sayWith(() => ({ key: 'askProof', with: { reason: 'new_account' } })),
      },
    ],
    numberWaits: [
      { guard: 'blocksWhileWaiting', target: '#blocking' },
      {
        target: '#idle',
        actions: [
          'startOver',
          sayWith(({ event }) => ({
            key: 'numberWaits',
            with: { wait: as('numberWaits', event).wait },
          })),
        ],
      },
    ],
    personToProve: [
      { guard: wants('block'), target: '#blocking' },
      { guard: wants('notMe'), target: '#answeringNotMe' },
      { guard: wants('unblock'), target: '#idle', actions: ['startOver', say('notBlocked')] },
      { guard: 'gaveTaxId', target: '#provingTaxId' },
      {
        target: '#askingProof',
        actions: sayWith(({ event }) => ({
          key: 'askProof',
          with: { reason: as('personToProve', event).reason },
        })),
      },
    ],
    personKnown: [
      { guard: wants('block'), target: '#blocking' },
      { guard: wants('notMe'), target: '#answeringNotMe' },
      { guard: 'owesName', target: '#askingOwnName', actions: say('askOwnName') },
      { guard: 'gaveTaxIdInSentence', target: '#confirmingTaxId' },
      { guard: 'gaveTaxId', target: '#checkingTaxId' },
      { guard: 'wantsRequest', target: '#openingRequest' },
      {
        guard: wantsWhileLeaving('access'),
        target: '#sendingAccess',
        actions: sayDeletionAhead,
      },
      { guard: wants('access'), target: '#sendingAccess' },
      ...KNOWN,
      {
        guard: wantsWhileLeaving('menu'),
        target: '#recallingNumberChange',
        actions: sayWith(({ event }) => ({
          key: 'menuWhileLeaving',
          with: { name: name(event), dueAt: dueAt(event) },
        })),
      },
      {
        target: '#recallingNumberChange',
        actions: sayWith(({ event }) => ({ key: 'menu', with: { name: name(event) } })),
      },
    ],
    personUnknown: [
      {
        guard: { type: 'wantsWithTaxId', params: { intent: 'numberChange' } },
        target: '#askingOldNumber',
      },
      {
        guard: wants('numberChange'),
        target: '#askingMovedTaxId',
        actions: say('askTaxIdOfOldNumber'),
      },
      {
        guard: 'gaveTaxIdInSentence',
        target: '#confirmingTaxId',
        actions: 'keepRegistration',
      },
      { guard: 'gaveTaxId', target: '#checkingTaxId', actions: 'keepRegistration' },
      {
        guard: 'wantsRequest',
        target: '#askingTaxId',
        actions: ['keepRegistration', say('askTaxIdForRequest')],
      },
      cancelOfNobody,
      {
        guard: 'wantsWayIn',
        target: '#askingTaxId',
        actions: ['keepRegistration', say('accountFirst')],
      },
      {
        guard: 'wantsAccount',
        target: '#idle',
        actions: ['startOver', 'forgetName', say('nobodyHere')],
      },
      {
        guard: 'gaveSeveral',
        target: '#choosingTaxId',
        actions: ['keepRegistration', 'countWrongTaxId'],
      },
      {
        guard: 'gaveFaultyTaxId',
        target: '#askingTaxId',
        actions: ['keepRegistration', 'countWrongTaxId', sayFault],
      },
      {
        guard: wants('access'),
        target: '#askingTaxId',
        actions: ['keepRegistration', say('askTaxId')],
      },
      { target: '#askingTaxId', actions: ['keepRegistration', say('welcome')] },
    ],
  },
});

function name(event: Parameters<typeof as>[1]): string {
  return firstName(as('personKnown', event).name);
}
