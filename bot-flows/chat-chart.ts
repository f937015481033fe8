import { access } from './flows/access.js';
import { leadingTo, patiently, say, sayUnreadable } from './chart/answers.js';
import { block } from './flows/block.js';
import { NEW_CHAT } from './chart/chart-context.js';
import { chat } from './chart/chart-setup.js';
import { claim } from './flows/claim.js';
import { data } from './flows/data.js';
import { google } from './flows/google.js';
import { human } from './flows/human.js';
import { identifying } from './flows/identify.js';
import { menu } from './flows/menu.js';
import { numberChange } from './flows/number-change.js';
import { ownName } from './flows/own-name.js';
import { password } from './flows/password.js';
import { proof } from './flows/proof.js';
import { registration } from './flows/registration.js';
import { request } from './flows/request.js';
import { sessions } from './flows/sessions.js';
import { resting } from './flows/start.js';
import { taxId } from './flows/tax-id.js';

const misread = { actions: 'misread' } as const;

/**
 * The whole conversation: the flows, and what works at any moment of it. Every state with the tag `asking` has one
 * effect, on entry, that the app answers; no transition leads through two of them. A state that waits for the person
 * repeats its question on `askedAgain`.
 */
export const chatChart = chat.createMachine({
  id: 'chat',
  context: NEW_CHAT,
  initial: 'resting',
  on: {
    menu: leadingTo('menu'),
    enter: {
      target: '#identifying',
      actions: ['startOver', { type: 'wantAccess', params: { greeting: 'known' } }],
      reenter: true,
    },
    taxId: { target: '#identifying', actions: 'startOverWithTaxId', reenter: true },
    requestCode: {
      target: '#identifying',
      actions: ['startOver', 'keepRequestCode'],
      reenter: true,
    },
    sessions: leadingTo('sessions'),
    // The numbers of a list that was not just shown may have moved: it is shown first.
    endSession: leadingTo('sessions'),
    endAll: leadingTo('endAll'),
    block: leadingTo('block'),
    notMe: leadingTo('notMe'),
    unblock: leadingTo('unblock'),
    data: leadingTo('data'),
    deletion: leadingTo('deletion'),
    keepAccount: leadingTo('keepAccount'),
    confirmNumberChange: leadingTo('confirmNumberChange'),
    numberChange: {
      target: '#identifying',
      actions: ['startOverAboutTaxId', { type: 'want', params: { intent: 'numberChange' } }],
      reenter: true,
    },
    claim: [
      {
        guard: 'claimsTaxId',
        target: '#recordingClaim',
        actions: ['startOver', 'keepTaxId'],
      },
      {
        guard: 'claimsGivenTaxId',
        target: '#recordingClaim',
        actions: 'startOverAboutTaxId',
      },
      { target: '#askingClaimedTaxId', actions: ['startOver', say('askClaimedTaxId')] },
    ],
    google: leadingTo('linkGoogle'),
    unlinkGoogle: leadingTo('unlinkGoogle'),
    password: leadingTo('password'),
    human: { target: '#callingHuman', actions: 'startOver', reenter: true },
    cancel: { target: '#idle', actions: ['startOver', say('cancelled')] },
    pastedCode: { target: '#killingCode', reenter: true },
    late: { target: '#apologised', actions: ['startOver', say('late')] },

    help: { actions: ['goOn', say('help'), 'askAgain'] },
    greet: [patiently({ actions: ['stumble', 'askAgain'] }), misread],
    thanks: [patiently({ actions: ['stumble', say('thanks')] }), misread],
    forwarded: [patiently({ actions: ['stumble', say('forwarded')] }), misread],
    media: [patiently({ actions: ['stumble', sayUnreadable, 'askAgain'] }), misread],
    edited: [patiently({ actions: ['stumble', say('edited'), 'askAgain'] }), misread],
    // Counted like the rest: two programs could send each other empty messages for ever.
    missing: [patiently({ actions: ['stumble', say('missing')] }), misread],
    // One calm answer, and no quarrel.
    insult: [{ guard: 'silent' }, { actions: ['losePatience', say('calm')] }],
    text: misread,
    yes: misread,
    no: misread,
    choice: misread,
    number: misread,
    faultyTaxId: misread,
    notUnderstood: [
      { guard: 'silent' },
      { guard: 'lastPatience', actions: ['stumble', say('fallSilent')] },
      { guard: 'stumbledBefore', actions: ['stumble', say('offerHelp')] },
      { actions: ['stumble', 'askAgain'] },
    ],
  },
  states: {
    resting,
    identifying,
    menu,
    taxId,
    proof,
    registration,
    ownName,
    access,
    google,
    password,
    request,
    sessions,
    block,
    numberChange,
    claim,
    data,
    human,
    /** A code belongs on the page that asked for it; one that was shown to a chat is not safe any more. */
    killingCode: {
      id: 'killingCode',
      tags: 'asking',
      entry: 'killCode',
      on: {
        codeKilled: [
          patiently({
            target: '#idle',
            actions: ['startOverStumbling', 'stumble', say('codeKilled')],
          }),
          // Counted, because a bot may send its own codes for ever.
          { target: '#idle', actions: ['startOverStumbling', 'misread'] },
        ],
      },
    },
  },
});
