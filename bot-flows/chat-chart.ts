import { access } from './flows/access.js';
import { leadingTo, patiently, say, sayUnreadable } from './chart/answers.js';
import { NEW_CHAT } from './chart/chart-context.js';
import { chat } from './chart/chart-setup.js';
import { COMMAND_STATES, SAID } from './commands.js';
import { identifying } from './flows/identify.js';
import { offering } from './flows/offering.js';
import { ownName } from './flows/own-name.js';
import { proof } from './flows/proof.js';
import { registration } from './flows/registration.js';
import { request } from './flows/request.js';
import { resting } from './flows/start.js';
import { taxId } from './flows/tax-id.js';

const misread = { actions: 'misread' } as const;

/**
 * The whole conversation: the commands, which work at any moment of it (commands.ts), and what else happens. Every state
 * with the tag `asking` has one effect, on entry, whose outcome it waits for; no transition leads through two of them. A
 * state that waits for the person repeats its question on `askedAgain`.
 */
export const chatChart = chat.createMachine({
  id: 'chat',
  context: NEW_CHAT,
  initial: 'resting',
  on: {
    ...SAID,
    taxId: { target: '#identifying', actions: 'startOverWithTaxId', reenter: true },
    requestCode: {
      target: '#identifying',
      actions: ['startOver', 'keepRequestCode'],
      reenter: true,
    },
    // The numbers of a list that was not just shown may have moved: it is shown first.
    endSession: leadingTo('sessions'),
    pastedCode: { target: '#killingCode', reenter: true },
    late: { target: '#apologised', actions: ['startOver', say('late')] },

    forwarded: [patiently({ actions: ['countMisread', say('forwarded')] }), misread],
    media: [patiently({ actions: ['countMisread', sayUnreadable, 'askAgain'] }), misread],
    edited: [patiently({ actions: ['countMisread', say('edited'), 'askAgain'] }), misread],
    // Counted like the rest: two programs could send each other empty messages for ever.
    missing: [patiently({ actions: ['countMisread', say('missing')] }), misread],
    // One calm answer, and no quarrel; who asks for access in it gets that, also when it was quiet here.
    insult: [
      {
        guard: 'insultsAndWantsIn',
        target: '#identifying',
        actions: [
          'startOver',
          { type: 'wantAccess', params: { greeting: 'known' } },
          say('calmAccess'),
        ],
        reenter: true,
      },
      { guard: 'silent' },
      { guard: 'lastInsult', actions: ['countInsult', say('waitInSilence')] },
      { actions: ['countInsult', say('calm')] },
    ],
    offer: { target: '#offering', actions: 'wantOffered' },
    doubtsNumberChange: { target: '#repeatingNumberChange', actions: 'startOver' },
    notYet: { actions: ['goOn', say('notYet'), 'askAgain'] },
    notWanted: { actions: ['goOn', say('offerDeclined'), 'explained'] },
    explained: { actions: 'askAgain' },
    text: misread,
    choice: misread,
    number: misread,
    faultyTaxId: misread,
    notUnderstood: [
      { guard: 'silent' },
      { guard: 'lastMisread', actions: ['countMisread', say('fallSilent')] },
      { guard: 'misreadBefore', actions: ['countMisread', say('offerHelp')] },
      { actions: ['countMisread', 'askAgain'] },
    ],
  },
  states: {
    ...COMMAND_STATES,
    resting,
    identifying,
    taxId,
    proof,
    registration,
    ownName,
    access,
    request,
    offering,
    /** A code belongs on the page that asked for it; one that was shown to a chat is not safe any more. */
    killingCode: {
      id: 'killingCode',
      tags: 'asking',
      entry: 'killCode',
      on: {
        codeKilled: [
          patiently({
            target: '#idle',
            actions: ['startOverCounting', 'countMisread', say('codeKilled')],
          }),
          // Counted, because a bot may send its own codes for ever.
          { target: '#idle', actions: ['startOverCounting', 'misread'] },
        ],
      },
    },
  },
});
