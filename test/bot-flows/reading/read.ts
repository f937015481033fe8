import { readMessage } from '#bot-flows/reading/read-message.js';
import type { PersonEvent } from '#bot-flows/reading/chart-event.js';
import type { Situation } from '#bot-flows/understanding/situation.js';

/** Where the bot may be when somebody writes. */
export const SITUATIONS: readonly Situation[] = [
  ...(['rest', 'afterAccess', 'menu', 'leaving', 'taxId', 'name', 'consent'] as const),
  ...(['deletion', 'block', 'endAll', 'confirm', 'number', 'list'] as const),
];

/** What a message means here; `⏎` stands between the messages of one burst. */
export function read(
  text: string,
  situation: Situation = 'rest',
  { isRegistering = false } = {},
): PersonEvent {
  const message = { type: 'message', forwarded: false, silenceMs: 1, late: false } as const;
  const lines = text.replace(/ ?⏎ ?/g, '\n');
  return readMessage({ ...message, text: lines }, { situation, isRegistering });
}
