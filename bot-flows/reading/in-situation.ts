import type { PersonEvent } from './chart-event.js';
import type { Reading } from './reading.js';
import { asksYesOrNo } from './read-understood.js';

type EventType = PersonEvent['type'];

/** What only an account has; a person who is registering is told that it comes later. */
const OF_AN_ACCOUNT: ReadonlySet<EventType> = new Set([
  ...(['password', 'google', 'unlinkGoogle', 'sessions', 'endAll', 'data', 'unblock'] as const),
  ...(['keepAccount', 'confirmNumberChange', 'doubtsNumberChange'] as const),
  ...(['deletion', 'endSession'] as const),
]);
const LEADS_IN: ReadonlySet<EventType> = new Set(['linkProblem', 'codeProblem']);

/** What an event means where the bot waits for this; null: nothing. */
export function inSituation(event: PersonEvent, reading: Reading): PersonEvent | null {
  const { situation, isRegistering } = reading;
  const { type } = event;
  if (situation === 'name') return whereNameIsAsked(event);
  if (asksYesOrNo(situation)) {
    // "Entendi" was heard and agrees to nothing; "tá bom" is read as an agreement.
    if (type === 'acknowledge') return null;
    if (type === 'cancel' && situation !== 'confirm') return { type: 'no' };
    if (type === 'keepAccount' && situation === 'deletion') return { type: 'no' };
  }
  if (situation === 'number' && (type === 'cancel' || type === 'wasMe')) {
    return type === 'cancel' ? { type: 'no' } : null;
  }
  if (isRegistering && event.type === 'insult') return { ...event, wantsIn: false };
  if (isRegistering && OF_AN_ACCOUNT.has(type)) return { type: 'notYet' };
  if (isRegistering && LEADS_IN.has(type)) return { type: 'enter' };
  return event;
}

/** Where any words may be the answer, a lone number and a yes are none, and nothing leads away that can wait. */
function whereNameIsAsked(event: PersonEvent): PersonEvent | null {
  const { type } = event;
  // Nothing was asked or sent that could have been somebody else's doing.
  if (type === 'notMe') return null;
  if (LEADS_IN.has(type) || type === 'codeQuestion') return { type: 'enter' };
  return OF_AN_ACCOUNT.has(type) ? { type: 'notYet' } : event;
}
