import { greetingName } from '#src/domain/person-name.js';
import { say, sayFault, sayWith, stumbling, waitingWith } from './answers.js';
import { chat } from './chart-setup.js';

const atRest = waitingWith(say('howToStart'));
const wantAccess = { type: 'wantAccess', params: { greeting: 'known' } } as const;

/** What works in a chat where nothing is under way. */
export const resting = {
  ...atRest,
  choice: [
    {
      guard: { type: 'chose', params: { number: 1 } },
      target: '#identifying',
      actions: ['startOver', wantAccess],
    },
    ...atRest.choice,
  ],
  // The help text says how to start: nothing has to be repeated after it.
  help: { actions: ['goOn', say('help')] },
  // Counted, because two bots can greet each other for ever.
  greet: stumbling({ target: '#identifying', actions: ['startOverStumbling', 'stumble'] }),
  faultyTaxId: stumbling({
    target: '#identifying',
    actions: ['startOverStumbling', 'stumble', 'keepFault'],
  }),
} as const;

/** A chat that never said anything, or was silent so long that it starts over. */
export const start = chat.createStateConfig({
  on: {
    ...resting,
    // Whatever is said first is a first contact.
    text: stumbling({ target: '#identifying' }),
    greet: stumbling({ target: '#identifying' }),
    faultyTaxId: stumbling({ target: '#identifying', actions: 'keepFault' }),
  },
});

/** Something was finished, given up or refused. */
export const idle = chat.createStateConfig({ on: resting });

/** The bot was down and said sorry once; more messages that waited meanwhile need no second apology. */
export const apologised = chat.createStateConfig({ on: { ...resting, late: {} } });

/** Whose number is this? What comes next depends on the answer and on what the person wanted. */
export const identifying = chat.createStateConfig({
  id: 'identifying',
  tags: 'asking',
  entry: 'identify',
  on: {
    numberHidden: { target: '#idle', actions: ['startOverStumbling', say('noPhone')] },
    personKnown: [
      { guard: 'gaveTaxIdInSentence', target: '#confirmingTaxId' },
      { guard: 'gaveTaxId', target: '#checkingTaxId' },
      { guard: 'wantsAccess', target: '#sendingAccess' },
      {
        target: '#menu',
        actions: sayWith(({ event }) => ({
          key: 'menu',
          with: { name: event.type === 'personKnown' ? greetingName(event.name) : '' },
        })),
      },
    ],
    personUnknown: [
      {
        guard: 'gaveTaxIdInSentence',
        target: '#confirmingTaxId',
        actions: 'keepRegistration',
      },
      { guard: 'gaveTaxId', target: '#checkingTaxId', actions: 'keepRegistration' },
      {
        guard: 'gaveFaultyTaxId',
        target: '#askingTaxId',
        actions: ['keepRegistration', 'countWrongTaxId', sayFault],
      },
      {
        guard: 'wantsAccess',
        target: '#askingTaxId',
        actions: ['keepRegistration', say('askTaxId')],
      },
      { target: '#askingTaxId', actions: ['keepRegistration', say('welcome')] },
    ],
  },
});

const asked = waitingWith(say('menuAgain'));

/** A known person was asked what to do. */
export const menu = chat.createStateConfig({
  id: 'menu',
  on: {
    ...asked,
    choice: [
      {
        guard: { type: 'chose', params: { number: 1 } },
        target: '#identifying',
        actions: ['startOver', wantAccess],
      },
      {
        guard: { type: 'chose', params: { number: 2 } },
        actions: asked.help.actions,
      },
      ...asked.choice,
    ],
  },
});
