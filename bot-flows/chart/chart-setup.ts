import { assign, raise, setup } from 'xstate';

import type { AccessGreeting } from '#src/app/ports/access-copy.js';
import { NEW_CHAT, type ChatContext, type Intent } from './chart-context.js';
import { EFFECT_NAMES } from './chart-effects.js';
import type { ChartEvent } from '../reading/chart-event.js';
import { nameInAnswer } from '../reading/name-in-answer.js';

/** After so many misread answers in a row the bot waits in silence: it may be talking to another bot. */
export const MISREAD_LIMIT = 5;
/** Wrong numbers in a row before the question is put off. */
export const TAX_ID_TRIES = 3;
/** As many misread answers an insult counts for. */
const INSULT_COUNTS = 2;

/**
 * - `asking`: an effect waits for the app's answer; a chat is never left there between two messages.
 * - `freeText`: any words may be the answer.
 * - `midway`: something the person already said would be lost by starting over.
 * - `holdsTaxId`, `holdsSeveral`, `holdsName`, `holdsChoices`, `holdsWish`: makes no sense without that part of the context.
 */
type ChartTag =
  | ('asking' | 'freeText' | 'midway')
  | ('holdsTaxId' | 'holdsSeveral' | 'holdsName' | 'holdsChoices' | 'holdsWish');

/** A new chat of a person who has said their name. */
function afresh({ givenName }: ChatContext): ChatContext {
  return { ...NEW_CHAT, givenName };
}

/** Context, events, effects and guards that all charts share; each flow makes its states with it. */
export const chat = setup({
  types: {
    context: {} as ChatContext,
    events: {} as ChartEvent,
    tags: {} as ChartTag,
  },
  actions: {
    ...EFFECT_NAMES,

    /** What was said is no answer here: the chart as a whole decides by the count of misread answers. */
    misread: raise({ type: 'notUnderstood' }),
    askAgain: raise({ type: 'askedAgain' }),
    /** Something else was answered: a question that is pending is put again. */
    explained: raise({ type: 'explained' }),

    startOver: assign(({ context }) => afresh(context)),
    /** The name that was given is not kept, either. */
    forgetName: assign({ givenName: null }),
    startOverCounting: assign(({ context }) => ({
      ...afresh(context),
      misreadCount: context.misreadCount,
    })),
    countMisread: assign({ misreadCount: ({ context }) => context.misreadCount + 1 }),
    countInsult: assign({ misreadCount: ({ context }) => context.misreadCount + INSULT_COUNTS }),
    wantOffered: assign(({ context, event }) =>
      event.type === 'offer' ? { ...afresh(context), intent: event.wish } : {},
    ),
    goOn: assign({ misreadCount: 0 }),
    want: assign((_, params: { intent: Intent }) => params),
    wantAccess: assign((_, params: { greeting: AccessGreeting }) => ({
      intent: 'access' as const,
      ...params,
    })),
    /** A CPF or CNPJ is how people ask for access; a page's request that waited for it goes on. */
    startOverWithTaxId: assign(({ context, event }) => ({
      ...afresh(context),
      requestCode: context.requestCode,
      intent: 'access' as const,
      ...(event.type === 'taxId'
        ? {
            ...{ taxId: event.taxId, unconfirmed: !event.alone },
            givenName: event.name ?? context.givenName,
          }
        : {}),
    })),
    /** The number that was given before is what this is about. */
    startOverAboutTaxId: assign(({ context }) => ({
      ...afresh(context),
      taxId: context.unconfirmed ? null : context.taxId,
    })),
    keepTaxId: assign(({ event }) =>
      (event.type === 'taxId' || event.type === 'claim') && event.taxId !== null
        ? { taxId: event.taxId, unconfirmed: false }
        : {},
    ),
    confirmTaxId: assign({ unconfirmed: false }),
    dropTaxId: assign({ taxId: null, unconfirmed: false }),
    keepFault: assign(({ event }) =>
      event.type === 'faultyTaxId' ? { fault: event.fault, several: event.several } : {},
    ),
    /** One of several numbers, by its place. */
    keepChosen: assign(({ context, event }) => ({
      taxId: (event.type === 'choice' ? context.several[event.number - 1] : undefined) ?? null,
      ...{ unconfirmed: false, several: [], fault: null },
    })),
    dropSeveral: assign({ several: [], fault: null }),
    countWrongTaxId: assign({ wrongTaxIds: ({ context }) => context.wrongTaxIds + 1 }),
    keepRegistration: assign(({ event }) =>
      event.type === 'personUnknown' ? { mayRegister: event.registration === 'open' } : {},
    ),
    keepName: assign(({ event }) =>
      event.type === 'text' || event.type === 'correctName'
        ? { name: nameInAnswer(event.text), givenName: nameInAnswer(event.text) }
        : {},
    ),
    dropName: assign({ name: null, givenName: null }),
    takeGivenName: assign(({ context }) => ({ name: context.givenName })),
    keepRequestCode: assign(({ event }) =>
      event.type === 'requestCode' ? { requestCode: event.code } : {},
    ),
    keepChoices: assign(({ event }) =>
      event.type === 'requestOpened.shown' ? { ...NEW_CHAT, choices: event.choices } : {},
    ),
    keepListed: assign(({ event }) =>
      event.type === 'sessionsListed.some' ? { listed: event.sessions.length } : {},
    ),
  },
  guards: {
    silent: ({ context }) => context.misreadCount >= MISREAD_LIMIT,
    lastMisread: ({ context }) => context.misreadCount === MISREAD_LIMIT - 1,
    lastInsult: ({ context }) => context.misreadCount + INSULT_COUNTS >= MISREAD_LIMIT,
    patient: ({ context }) => context.misreadCount < MISREAD_LIMIT - 1,
    misreadBefore: ({ context }) => context.misreadCount > 0,
    chose: ({ event }, params: { number: number }) =>
      event.type === 'choice' && event.number === params.number,
    choseClaim: ({ context, event }) =>
      context.intent === 'claim' && event.type === 'choice' && event.number === 1,
    choseListed: ({ context, event }) =>
      (event.type === 'choice' || event.type === 'endSession') && event.number <= context.listed,
    choseOffered: ({ context, event }) =>
      event.type === 'number' && (context.choices?.includes(event.number) ?? false),
    gaveTaxId: ({ context }) => context.taxId !== null,
    gaveTaxIdInSentence: ({ context }) => context.taxId !== null && context.unconfirmed,
    gaveFaultyTaxId: ({ context }) => context.fault !== null,
    claimsTaxId: ({ event }) => event.type === 'claim' && event.taxId !== null,
    claimsGivenTaxId: ({ context }) => context.taxId !== null && !context.unconfirmed,
    wants: ({ context }, params: { intent: Intent }) => context.intent === params.intent,
    wantsWithTaxId: ({ context }, params: { intent: Intent }) =>
      context.intent === params.intent && context.taxId !== null,
    wantsWhileLeaving: ({ context, event }, params: { intent: Intent }) =>
      context.intent === params.intent &&
      event.type === 'personKnown' &&
      event.deletionDueAt !== null,
    blocksWhileWaiting: ({ context, event }) =>
      context.intent === 'block' && event.type === 'numberWaits' && event.wait.state !== 'refused',
    owesName: ({ event }) => event.type === 'personKnown' && event.nameDue,
    /** What only a person with an account can ask for. */
    wantsAccount: ({ context }) => context.intent !== 'menu' && context.intent !== 'access',
    /** Ways in that a person without an account may be after: they begin with one. */
    wantsWayIn: ({ context }) => context.intent === 'password' || context.intent === 'google',
    wantsRequest: ({ context }) => context.requestCode !== null,
    lastWrongTaxId: ({ context }) =>
      context.wrongTaxIds >= TAX_ID_TRIES - 1 && context.misreadCount < MISREAD_LIMIT - 1,
    lastWrongProof: ({ context }) => context.wrongTaxIds >= TAX_ID_TRIES - 1,
    mayRegister: ({ context }) => context.mayRegister,
    mayRegisterNamed: ({ context }) => context.mayRegister && context.givenName !== null,
    sentSeveral: ({ event }) => event.type === 'faultyTaxId' && event.several.length > 1,
    gaveSeveral: ({ context }) => context.several.length > 1,
    choseOfSeveral: ({ context, event }) =>
      event.type === 'choice' && event.number <= context.several.length,
    insultsAndWantsIn: ({ event }) => event.type === 'insult' && event.wantsIn,
    gaveName: ({ event }) => event.type === 'text' && nameInAnswer(event.text) !== null,
  },
});
