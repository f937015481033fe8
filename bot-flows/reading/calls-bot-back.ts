import { findTaxId } from '#src/domain/find-tax-id.js';
import type { HeardInPause } from '#src/app/chat/heard-in-pause.js';
import type { DialogueSnapshot } from '#src/app/ports/dialogue.js';
import { awaitsAnswer } from './awaits-answer.js';
import { readMessage } from './read-message.js';
import type { PersonEvent } from './chart-event.js';

/** End the pause: a menu, an alarm, or that nobody is needed any more. */
const ENDS: ReadonlySet<PersonEvent['type']> = new Set(['menu', 'block', 'notMe', 'cancel']);
/** Are answered, and the person of the team is still waited for. */
const ANSWERED: ReadonlySet<PersonEvent['type']> = new Set([
  ...([
    'enter',
    'linkProblem',
    'codeProblem',
    'human',
    'taxId',
    'requestCode',
    'pastedCode',
  ] as const),
  ...(['lostPhone', 'offer', 'password', 'sessions', 'endAll', 'deletion', 'unblock'] as const),
  ...(['numberChange'] as const),
]);

/**
 * What these words do while a person answers in the bot's place. Whatever else is said is meant for that person; so is a
 * sentence about something else with a word of ours in it.
 * @param snapshot where the dialogue stands: a question that it asked in the pause is answered there
 */
export function callsBotBack(text: string, snapshot: DialogueSnapshot | null): HeardInPause {
  const said = { type: 'message', text, forwarded: false, silenceMs: null, late: false } as const;
  const { type } = readMessage(said, { situation: 'rest', isRegistering: false });
  if (ENDS.has(type)) return 'ends';
  if (ANSWERED.has(type) || findTaxId(text).ok) return 'answered';
  return awaitsAnswer(snapshot) ? 'answered' : 'not_heard';
}
