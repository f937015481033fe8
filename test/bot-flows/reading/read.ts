import { readMessage } from '#bot-flows/reading/read-message.js';
import type { PersonEvent } from '#bot-flows/reading/chart-event.js';
import type { Situation } from '#bot-flows/understanding/situation.js';

/** Where the bot may be when somebody writes. */
export const SITUATIONS: readonly Situation[] = [
  ...(['rest', 'afterAccess', 'menu', 'leaving', 'taxId', 'name', 'consent'] as const),
  ...(['deletion', 'block', 'endAll', 'keep', 'confirm', 'number', 'list', 'choosing'] as const),
];

/** `⏎` stands between the messages of one burst. */
export function inLines(text: string): string {
  return text.replace(/ ?⏎ ?/g, '\n');
}

/** What a message means here. */
export function read(
  text: string,
  situation: Situation = 'rest',
  { isRegistering = false } = {},
): PersonEvent {
  const message = { type: 'message', forwarded: false, silenceMs: 1, late: false } as const;
  return readMessage({ ...message, text: inLines(text) }, { situation, isRegistering });
}
