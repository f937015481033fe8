import type { DialogueEvent } from '#src/app/ports/dialogue.js';
import type { AnsweredEvent } from './chart-event.js';

type Answer = Exclude<DialogueEvent, { readonly type: 'message' | 'media' | 'missing' | 'later' }>;
type AnswerTo<Type extends Answer['type']> = Extract<Answer, { readonly type: Type }>;

/** Splits the app's answer by outcome, so that a chart shows each of them as an arrow of its own. */
export function readAnswer(answer: Answer): AnsweredEvent {
  switch (answer.type) {
    case 'identified':
      return identified(answer);
    case 'accessSent':
      return accessSent(answer);
    case 'passwordResetSent':
      return passwordResetSent(answer);
    case 'requestOpened':
      return requestOpened(answer);
    case 'sessionsListed':
      return answer.sessions.length === 0 ? { type: 'noSessions' } : answer;
    case 'googleLinkSent':
      return { type: GOOGLE_LINK_SENT[answer.outcome] };
    case 'googleUnlinkSent':
      return { type: GOOGLE_UNLINK_SENT[answer.outcome] };
    case 'taxIdChecked':
      return { type: TAX_ID_CHECKED[answer.outcome] };
    case 'taxIdProven':
      return { type: TAX_ID_PROVEN[answer.outcome] };
    case 'registered':
      return { type: answer.outcome === 'registered' ? 'registered' : 'registrationRefused' };
    case 'requestAnswered':
      return { type: REQUEST_ANSWERED[answer.outcome] };
    case 'numberChangeAsked':
      return { type: NUMBER_CHANGE_ASKED[answer.outcome] };
    case 'numberChangeRefused':
      return {
        type: answer.outcome === 'refused' ? 'numberChangeRefused' : 'nothingToRefuse',
      };
    case 'notMeAnswered':
      return { type: NOT_ME_ANSWERED[answer.outcome] };
    case 'numberChanged':
      return { type: NUMBER_CHANGED[answer.outcome] };
    case 'blocked':
      return { type: answer.mayUndo ? 'blocked' : 'blockedForTeam' };
    case 'codeKilled':
    case 'requestDenied':
    case 'sessionsEnded':
    case 'unblocked':
    case 'dataDescribed':
    case 'deletionScheduled':
    case 'deletionCancelled':
    case 'renamed':
    case 'claimRecorded':
    case 'humanCalled':
      return answer;
  }
}

type Outcomes<Type extends Extract<Answer, { readonly outcome: string }>['type']> = Readonly<
  Record<AnswerTo<Type>['outcome'], AnsweredEvent['type']>
>;

const GOOGLE_LINK_SENT = {
  sent: 'linkSent',
  not_offered: 'googleNotOffered',
  contested: 'accountContested',
  already_linked: 'googleLinked',
} as const satisfies Outcomes<'googleLinkSent'>;

const GOOGLE_UNLINK_SENT = {
  sent: 'linkSent',
  not_offered: 'googleNotOffered',
  not_linked: 'googleNotLinked',
} as const satisfies Outcomes<'googleUnlinkSent'>;

const TAX_ID_CHECKED = {
  yours: 'taxIdYours',
  not_yours: 'taxIdNotYours',
  too_many_tries: 'taxIdTooManyTries',
} as const satisfies Outcomes<'taxIdChecked'>;

const TAX_ID_PROVEN = {
  right: 'proofRight',
  not_enough: 'proofNotEnough',
  wrong: 'proofWrong',
  too_many_tries: 'proofTooManyTries',
} as const satisfies Outcomes<'taxIdProven'>;

const REQUEST_ANSWERED = {
  approved: 'requestApproved',
  wrong_number: 'requestWrongNumber',
  expired: 'requestExpired',
} as const satisfies Outcomes<'requestAnswered'>;

const NOT_ME_ANSWERED = {
  alert: 'notMeAfterAlert',
  refused: 'notMeRefused',
  nothing: 'notMeUnclear',
} as const satisfies Outcomes<'notMeAnswered'>;

const NUMBER_CHANGE_ASKED = {
  asked: 'numberChangeAsked',
  too_many_tries: 'numberChangeTooManyTries',
} as const satisfies Outcomes<'numberChangeAsked'>;

const NUMBER_CHANGED = {
  changed: 'numberChanged',
  nothing_asked: 'numberChangeNotAsked',
} as const satisfies Outcomes<'numberChanged'>;

function identified({ noPhone, person, registration }: AnswerTo<'identified'>): AnsweredEvent {
  // Without a number from WhatsApp that is allowed here nobody can be known (security cases 9 and 15).
  if (noPhone !== null) return { type: 'withoutNumber', reason: noPhone };
  if (person === null) return { type: 'personUnknown', registration };
  const { name, deletionDueAt, nameDue, stepUp, wait, blocked } = person;
  if (blocked !== null)
    return { type: blocked === 'owner' ? 'personBlocked' : 'personBlockedByTeam' };
  if (stepUp === 'new_account')
    return wait === null ? { type: 'numberElsewhere' } : { type: 'numberWaits', wait };
  if (stepUp !== null) return { type: 'personToProve', reason: stepUp };
  return { type: 'personKnown', name, deletionDueAt, nameDue };
}

function requestOpened(opened: AnswerTo<'requestOpened'>): AnsweredEvent {
  switch (opened.outcome) {
    case 'shown': {
      const { browser, system, askedAt, choices } = opened;
      return { type: 'requestShown', browser, system, askedAt, choices };
    }
    case 'not_found':
      return { type: 'requestNotFound' };
    case 'too_many_tries':
      return { type: 'requestTooManyTries' };
  }
}

function accessSent({ outcome, retryAfterS }: AnswerTo<'accessSent'>): AnsweredEvent {
  const seconds = Math.ceil(retryAfterS);
  switch (outcome) {
    case 'sent':
      return { type: 'accessSent' };
    case 'too_soon':
      return { type: 'accessTooSoon', seconds };
    case 'too_many':
      return { type: 'accessTooMany', seconds };
    case 'blocked':
      return { type: 'accessBlocked' };
  }
}

function passwordResetSent({ outcome, retryAfterS }: AnswerTo<'passwordResetSent'>): AnsweredEvent {
  const seconds = Math.ceil(retryAfterS);
  switch (outcome) {
    case 'sent':
      return { type: 'linkSent' };
    case 'contested':
      return { type: 'accountContested' };
    case 'too_soon':
      return { type: 'linkTooSoon', seconds };
    case 'too_many':
      return { type: 'linkTooMany', seconds };
  }
}
