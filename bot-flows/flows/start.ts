import { callsPerson } from './questions.js';
import { cancelAtRest } from './talk.js';
import { chose, leadingTo, patiently, say } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';

const askAgain = {
  target: '#identifying',
  actions: ['startOver', { type: 'wantAccess', params: { greeting: 'again' } }],
} as const;

/** "Sim" may answer what another number asked for. */
export const answersYes = {
  target: '#answeringYes',
  actions: ['startOver', { type: 'want', params: { intent: 'yes' } }],
} as const;

/** Nothing is under way: what works then, and what the last thing said still allows. */
export const resting = chat.createStateConfig({
  initial: 'start',
  on: {
    askedAgain: { actions: say('howToStart') },
    // No menu was just shown: it is shown first.
    choice: leadingTo('menu'),
    no: { target: '#refusingNumberChange' },
    yes: answersYes,
    acknowledge: { actions: ['goOn', say('acknowledged')] },
    cancel: cancelAtRest,
    callMe: callsPerson,
    /** Nothing is asked that could be put again. */
    explained: {},
    // The help text says how to start: nothing has to be repeated after it.
    help: { actions: ['goOn', say('help')] },
    greet: leadingTo('menu'),
    faultyTaxId: patiently({
      target: '#identifying',
      actions: ['startOverCounting', 'countMisread', 'keepFault'],
    }),
  },
  states: {
    /** A chat that never said anything, or was silent so long that it starts over: whatever is said is a first contact. */
    start: {
      on: {
        text: patiently({ target: '#identifying' }),
      },
    },
    /** Something was finished, given up or refused. */
    idle: { id: 'idle' },
    /** The bot was down and said sorry once; more messages that waited meanwhile need no second apology. */
    apologised: { id: 'apologised', on: { late: {} } },
    /** The person has link and code; asking once more brings new ones. */
    accessSent: {
      id: 'accessSent',
      on: { enter: askAgain, choice: { guard: chose(1), ...askAgain } },
    },
    /** The CPF opens nothing here; its owner may say so without typing it again. */
    notFound: { id: 'notFound', tags: 'holdsTaxId' },
    /** The account was just marked for deletion: a "não" is about that. */
    leaving: {
      id: 'leaving',
      on: {
        no: {
          target: '#refusingNumberChange',
          actions: ['startOver', { type: 'want', params: { intent: 'cancel' } }],
        },
      },
    },
    /** The account is blocked, and only its owner gets any further. */
    locked: { id: 'locked', on: { askedAgain: { actions: say('accountBlocked') } } },
    /** The account is blocked, and the team decides. */
    lockedByTeam: {
      id: 'lockedByTeam',
      on: { askedAgain: { actions: say('accountBlockedByTeam') } },
    },
  },
});
