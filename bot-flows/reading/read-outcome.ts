import type { Outcome } from '#src/app/chat/effects/all-effects.js';
import type { IdentifiedEvent, OutcomeEvent } from './chart-event.js';

type Identified = Extract<Outcome, { readonly type: 'identified' }>;

/** The event of the charts for what became of an effect: its type, and its kind behind a dot where it has several. */
export function readOutcome(outcome: Outcome): OutcomeEvent {
  if (outcome.type === 'identified') return readIdentified(outcome);
  if (!('outcome' in outcome)) return outcome;
  const { type, outcome: kind, ...more } = outcome;
  // The spread keeps the type of each kind apart, which the union cannot show to the compiler.
  return { ...more, type: `${type}.${kind}` } as OutcomeEvent;
}

function readIdentified({ noPhone, person, registration }: Identified): IdentifiedEvent {
  // Without a number from WhatsApp that is allowed here there is no account (security cases 9 and 15).
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
