import { leadingTo, say, wants } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';
import type { CommandFlow } from '../chart/command.js';
import type { PlainText } from '../copy/saying.js';

/** An answer in one message, after which a question that is pending is put again. */
function explained(key: PlainText) {
  return { said: { actions: ['goOn', say(key), 'explained'] } } as const;
}

export const codeQuestion: CommandFlow<'codeQuestion'> = explained('codeHelp');
/** Nothing new is sent: what was sent still works. */
export const linkQuestion: CommandFlow<'linkQuestion'> = explained('linkHelp');
/** Beside a question nothing that was given is lost: who else to ask is said. */
export const callMe: CommandFlow<'callMe'> = explained('nobodyCallsHere');
/** Where nothing is under way, a person of the team is called, who writes. */
export const callsPerson = {
  target: '#callingHuman',
  actions: ['startOver', say('nobodyCalls')],
  reenter: true,
} as const;
export const lostPhone: CommandFlow<'lostPhone'> = explained('lostPhone');
export const whyTaxId: CommandFlow<'whyTaxId'> = explained('whyTaxId');
export const business: CommandFlow<'business'> = explained('business');
export const scam: CommandFlow<'scam'> = explained('scam');
export const whoAreYou: CommandFlow<'whoAreYou'> = explained('whoAreYou');
export const otherPerson: CommandFlow<'otherPerson'> = explained('otherPerson');
export const language: CommandFlow<'language'> = explained('speaksEnglish');
export const thanks: CommandFlow<'thanks'> = explained('thanks');
export const goodbye: CommandFlow<'goodbye'> = explained('goodbye');

/** Presses nobody: the question for the CPF is not put again. */
export const noTaxId: CommandFlow<'noTaxId'> = { said: { actions: ['goOn', say('noTaxId')] } };

/** What usually helps, and a new link and code. */
function withHelp(key: PlainText) {
  return {
    said: {
      target: '#identifying',
      actions: ['startOver', { type: 'wantAccess', params: { greeting: 'again' } }, say(key)],
      reenter: true,
    },
  } as const;
}

export const linkProblem: CommandFlow<'linkProblem'> = withHelp('linkHelp');
export const codeProblem: CommandFlow<'codeProblem'> = withHelp('codeHelp');

/** "Ok" where nothing was asked. */
export const acknowledge: CommandFlow<'acknowledge'> = { said: { actions: 'misread' } };

/**
 * "Fui eu": agrees to what another number asked for, where that was the last thing said here, and has it asked again where
 * it waits for longer; after an alert it says that nothing happened.
 */
export const wasMe: CommandFlow<'wasMe'> = {
  said: {
    target: '#answeringYes',
    actions: ['startOver', { type: 'want', params: { intent: 'wasMe' } }],
  },
  states: chat.createStateConfig({
    id: 'answeringYes',
    tags: 'asking',
    entry: 'answerYes',
    on: {
      'yesAnswered.number_change': leadingTo('confirmNumberChange'),
      // Something else was said since: what waits is asked again, and a yes to that alone moves nothing.
      'yesAnswered.still_asked': { target: '#repeatingNumberChange' },
      'yesAnswered.nothing': [
        { guard: wants('wasMe'), target: '#idle', actions: ['startOver', say('wasYou')] },
        { target: '#idle', actions: ['startOverCounting', 'misread'] },
      ],
    },
  }),
};
