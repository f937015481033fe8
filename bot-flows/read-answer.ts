import type { DialogueEvent } from '#src/app/ports/dialogue.js';
import type { AnsweredEvent } from './chart-event.js';

type Answer = Exclude<DialogueEvent, { readonly type: 'message' | 'media' }>;

/** Splits the app's answer by outcome, so that a chart shows each of them as an arrow of its own. */
export function readAnswer(answer: Answer): AnsweredEvent {
  switch (answer.type) {
    case 'identified':
      // Without a number from WhatsApp nobody can be known (security case 15).
      if (!answer.hasPhone) return { type: 'numberHidden' };
      return answer.person === null
        ? { type: 'personUnknown', registration: answer.registration }
        : { type: 'personKnown', name: answer.person.name };
    case 'taxIdChecked':
      return taxIdChecked(answer.outcome);
    case 'registered':
      return { type: answer.outcome === 'registered' ? 'registered' : 'registrationRefused' };
    case 'accessSent':
      return accessSent(answer.outcome, answer.retryAfterS);
    case 'codeKilled':
      return { type: 'codeKilled' };
  }
}

function taxIdChecked(
  outcome: Extract<Answer, { readonly type: 'taxIdChecked' }>['outcome'],
): AnsweredEvent {
  switch (outcome) {
    case 'yours':
      return { type: 'taxIdYours' };
    case 'not_yours':
      return { type: 'taxIdNotYours' };
    case 'too_many_tries':
      return { type: 'taxIdTooManyTries' };
  }
}

function accessSent(
  outcome: Extract<Answer, { readonly type: 'accessSent' }>['outcome'],
  retryAfterS: number,
): AnsweredEvent {
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
